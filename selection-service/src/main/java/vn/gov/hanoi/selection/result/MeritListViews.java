package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.defence.Council;
import vn.gov.hanoi.selection.defence.Defences;
import vn.gov.hanoi.selection.result.MeritListApi.EntryView;
import vn.gov.hanoi.selection.result.MeritListApi.MeritListView;
import vn.gov.hanoi.selection.result.MeritListApi.MinutesView;
import vn.gov.hanoi.selection.result.MeritListApi.PostView;
import vn.gov.hanoi.selection.result.MeritListApi.TieView;
import vn.gov.hanoi.selection.result.ResultDesk.Laid;
import vn.gov.hanoi.selection.result.Standings.Entry;
import vn.gov.hanoi.selection.result.Standings.Post;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Shows a result as far as the viewer may know of it. Inside the transaction that loaded it. */
@ApplicationScoped
class MeritListViews {
    static final String ADDRESS = "/selection/v1/merit-lists/";

    private final ResultDesk desk;
    private final ResultContents contents;
    private final Council council;
    private final Defences defences;
    private final OfficerQueries officers;
    private final Problems problems;

    MeritListViews(
            ResultDesk desk,
            ResultContents contents,
            Council council,
            Defences defences,
            OfficerQueries officers,
            Problems problems) {
        this.desk = desk;
        this.contents = contents;
        this.council = council;
        this.defences = defences;
        this.officers = officers;
        this.problems = problems;
    }

    /** Refusal: resource.not-found for who may not know of it. */
    @Transactional
    MeritListView one(UUID id, Caller caller, Locale locale) {
        return of(desk.see(id, caller), locale);
    }

    MeritListView of(Laid laid, Locale locale) {
        var result = laid.result();
        var content = contents.of(result);
        var rules = defences.rules(laid.round());
        var minutes = content.minutes();
        var own = laid.candidate() ? officers.officer(laid.caller()).orElse(null) : null;
        return new MeritListView(
                result.id(),
                Etags.of(result.version()),
                result.roundId(),
                result.unitId(),
                result.state(),
                rules.ranking(),
                rules.ties(),
                rules.passMark(),
                content.posts().stream()
                        .filter(post -> shows(laid, post, own))
                        .map(post -> view(post, own))
                        .toList(),
                minutes == null
                        ? null
                        : new MinutesView(
                                minutes.number(),
                                minutes.signedOn(),
                                minutes.signedBy().size()),
                content.approval(),
                content.returned(),
                result.commitment(),
                result.publishedOn(),
                result.version(),
                result.changedAt(),
                actions(laid, locale));
    }

    /**
     * A member sees a post if he or she may judge all its candidates: ranks of the others tell the rank of one. A candidate sees the own posts. Who only
     * publishes sees nothing before.
     */
    private boolean shows(Laid laid, Post post, @Nullable UUID own) {
        if (laid.candidate()) {
            return own != null && candidates(post).contains(own);
        }
        if (laid.result().state() == ResultState.PUBLISHED) {
            return true;
        }
        var seat = laid.seat();
        return seat == null
                ? laid.caller().roles().contains(RoundRoles.APPROVER)
                : candidates(post).stream().allMatch(candidate -> council.mayJudge(seat, candidate));
    }

    private Set<UUID> candidates(Post post) {
        return post.entries().stream()
                .flatMap(entry -> contents.officer(entry.applicationId()).stream())
                .collect(Collectors.toSet());
    }

    /** @param own the candidate who looks, and who sees no other name; null for everybody else */
    private PostView view(Post post, @Nullable UUID own) {
        var tie = post.tie();
        return new PostView(
                post.vacancyId(),
                post.entries().stream().map(entry -> view(entry, own)).toList(),
                tie == null
                        ? null
                        : new TieView(
                                tie.order().stream()
                                        .flatMap(id -> post.entries().stream()
                                                .filter(entry ->
                                                        entry.applicationId().equals(id))
                                                .map(Entry::code))
                                        .toList(),
                                tie.reason()));
    }

    private EntryView view(Entry entry, @Nullable UUID own) {
        var officer = contents.officer(entry.applicationId()).orElse(null);
        boolean named = own == null || own.equals(officer);
        return new EntryView(
                entry.code(),
                entry.outcome(),
                entry.rank(),
                entry.written(),
                entry.sum(),
                entry.count(),
                entry.project(),
                entry.total(),
                entry.separatedBy(),
                named ? entry.applicationId() : null,
                named ? officer : null);
    }

    private List<ActionView> actions(Laid laid, Locale locale) {
        var guard = laid.guard();
        return Arrays.stream(ResultGuard.Act.values())
                .map(act -> {
                    var refusals = guard.refusals(act);
                    return new ActionView(
                            act.verb(),
                            ADDRESS + laid.result().id() + "/actions/" + act.verb(),
                            refusals.isEmpty(),
                            act.needs(),
                            refusals.stream()
                                    .map(each -> problems.item(each, locale))
                                    .toList());
                })
                .toList();
    }
}
