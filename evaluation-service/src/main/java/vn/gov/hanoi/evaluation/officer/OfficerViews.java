package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.AssignmentView;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.HeldView;
import vn.gov.hanoi.evaluation.officer.OfficerApi.HiddenField;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerSummary;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerView;
import vn.gov.hanoi.evaluation.officer.OfficerApi.Warning;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows officers and posts, each to whom it may be shown. */
@ApplicationScoped
class OfficerViews {
    /** Who may record may see more: personal numbers, masked, and why somebody is away. */
    private static final String EDITOR = "directory-editor";

    private static final String POLICY_ROLE = "policy.role";

    private final UnitLookupQueries units;
    private final PersonalNumbers numbers;

    OfficerViews(UnitLookupQueries units, PersonalNumbers numbers) {
        this.units = units;
        this.numbers = numbers;
    }

    /** Hidden by policy, whether there is a value or not. */
    static List<HiddenField> hidden(Caller caller, String pointer) {
        return isEditor(caller) ? List.of() : List.of(new HiddenField(pointer, POLICY_ROLE));
    }

    static boolean isEditor(Caller caller) {
        return caller.roles().contains(EDITOR);
    }

    /** One officer with all posts as of a day. */
    OfficerView view(Officer officer, Moment moment, Caller caller, List<Warning> warnings) {
        var day = moment.asOf();
        var identity = officer.identity();
        Optional<PersonalNumber> number = isEditor(caller) ? numbers.open(officer) : Optional.empty();
        return new OfficerView(
                officer.id(),
                Etags.of(officer.version()),
                officer.officerCode(),
                identity.fullName(),
                officer.category(day),
                OfficerStatus.of(officer, day),
                identity.birthDate(),
                identity.sex(),
                number.map(PersonalNumber::masked).orElse(null),
                posts(officer.posts(), references(List.of(officer), moment)),
                officer.version(),
                hidden(caller, "/personalNumberMasked"),
                warnings,
                PageQueries.time(moment));
    }

    /** Officers of a list, each with the posts of the day. */
    List<OfficerSummary> summaries(List<Officer> officers, Moment moment) {
        var references = units.references(
                officers.stream()
                        .flatMap(officer -> officer.on(moment.asOf()).stream())
                        .map(Post::unitId)
                        .toList(),
                moment);
        return officers.stream()
                .map(officer -> new OfficerSummary(
                        officer.id(),
                        Etags.of(officer.version()),
                        officer.officerCode(),
                        officer.identity().fullName(),
                        officer.category(moment.asOf()),
                        posts(officer.on(moment.asOf()), references),
                        officer.version()))
                .toList();
    }

    /** One post with its holder. */
    HeldView held(Officer officer, Post post, Moment moment) {
        return held(officer, post, units.references(List.of(post.unitId()), moment));
    }

    HeldView held(Officer officer, Post post, Map<UUID, UnitReference> references) {
        return new HeldView(
                post.id(),
                Etags.of(officer.version()),
                new OfficerReference(
                        officer.id(), officer.officerCode(), officer.identity().fullName()),
                AssignmentView.from(post, reference(post.unitId(), references)));
    }

    /** How the units of all posts are named. */
    Map<UUID, UnitReference> references(Collection<Officer> officers, Moment moment) {
        var ids = officers.stream()
                .flatMap(officer -> officer.posts().stream())
                .map(Post::unitId)
                .distinct()
                .toList();
        return units.references(ids, moment);
    }

    private static List<AssignmentView> posts(List<Post> posts, Map<UUID, UnitReference> references) {
        return posts.stream()
                .map(post -> AssignmentView.from(post, reference(post.unitId(), references)))
                .toList();
    }

    private static UnitReference reference(UUID unitId, Map<UUID, UnitReference> references) {
        var found = references.get(unitId);
        if (found == null) {
            throw new IllegalStateException("the unit of a post was recorded after it");
        }
        return found;
    }
}
