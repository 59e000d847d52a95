package vn.gov.hanoi.evaluation.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.ExplainApi.BlockView;
import vn.gov.hanoi.evaluation.authority.ExplainApi.ExplainRequest;
import vn.gov.hanoi.evaluation.authority.ExplainApi.ExplanationView;
import vn.gov.hanoi.evaluation.officer.OfficerVisibilityQueries;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Says who may do what and why, with the same computation that the acts themselves ask. */
@ApplicationScoped
class ExplainAccess {
    private static final int MOST_UNITS = 500;
    private static final int MOST_REASONS = 100;

    private final AuthorityQueries authority;
    private final ReferenceQueries references;
    private final AuthorityActions actions;
    private final OfficerVisibilityQueries officers;
    private final DirectoryClockRepository clock;
    private final Problems problems;

    ExplainAccess(
            AuthorityQueries authority,
            ReferenceQueries references,
            AuthorityActions actions,
            OfficerVisibilityQueries officers,
            DirectoryClockRepository clock,
            Problems problems) {
        this.authority = authority;
        this.references = references;
        this.actions = actions;
        this.officers = officers;
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * Whether an officer may act: for a unit, on the case of another, or for which units at all.
     *
     * <p>Refusals: scope.unit-unknown, resource.not-found if the officers or the unit are not the caller's to see,
     * authority.action-unknown, date.out-of-range, query.invalid-parameter.
     */
    @Transactional
    ExplanationView explain(ExplainRequest request, Caller caller, Locale locale) {
        requireVisible(request, caller);
        Refused.ifAny(new Faults()
                .add("/action", actions.fault(request.action()))
                .date("/asOf", request.asOf())
                .all());
        var moment = clock.moment(request.asOf(), request.knownAt());
        return request.unitId() == null && request.otherOfficerId() == null
                ? units(request, caller, moment, locale)
                : view(decide(request, moment), null, moment, locale);
    }

    private void requireVisible(ExplainRequest request, Caller caller) {
        var other = request.otherOfficerId();
        officers.requireVisible(caller, request.officerId());
        if (other != null) {
            officers.requireVisible(caller, other);
        }
        if (request.unitId() != null) {
            references.requireVisible(caller, request.unitId());
        }
    }

    private Ruling decide(ExplainRequest request, Moment moment) {
        var other = request.otherOfficerId();
        return other == null
                ? authority.mayActFor(
                        request.officerId(), Objects.requireNonNull(request.unitId()), request.action(), moment)
                : authority.mayActOn(request.officerId(), other, request.unitId(), request.action(), moment);
    }

    private ExplanationView units(ExplainRequest request, Caller caller, Moment moment, Locale locale) {
        var held = authority.unitsOf(request.officerId(), request.action(), moment);
        var grounds = held.values().stream()
                .distinct()
                .sorted(Comparator.comparingInt(Ground::length).thenComparing(Ground::toString))
                .toList();
        var ruling = grounds.isEmpty()
                ? new Ruling(List.of(), List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING)))
                : new Ruling(grounds, List.of());
        return view(ruling, references.visible(held.keySet(), caller, MOST_UNITS + 1), moment, locale);
    }

    private ExplanationView view(Ruling ruling, @Nullable Collection<UUID> units, Moment moment, Locale locale) {
        var grounds = ruling.grounds().stream().limit(MOST_REASONS).toList();
        var reasons = reasons(grounds, moment);
        return new ExplanationView(
                ruling.allowed(),
                grounds.stream().map(reasons::view).toList(),
                ruling.blockedBy().stream()
                        .map(refusal -> problems.item(refusal, locale))
                        .map(item -> new BlockView(item.code(), item.detail()))
                        .toList(),
                units == null ? null : named(units, moment),
                units == null ? null : units.size() > MOST_UNITS,
                PageQueries.time(moment));
    }

    private List<UnitReference> named(Collection<UUID> units, Moment moment) {
        return references.units(units, moment).values().stream()
                .sorted(Comparator.comparing(UnitReference::id))
                .limit(MOST_UNITS)
                .toList();
    }

    private ReasonViews reasons(List<Ground> grounds, Moment moment) {
        var people = new HashSet<UUID>();
        var places = new HashSet<UUID>();
        for (var ground : grounds) {
            people.addAll(ground.people());
            places.addAll(ground.places());
        }
        return new ReasonViews(references.officers(people, moment), references.units(places, moment));
    }
}
