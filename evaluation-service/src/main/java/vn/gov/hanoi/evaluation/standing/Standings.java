package vn.gov.hanoi.evaluation.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Person;
import vn.gov.hanoi.evaluation.standing.StandingApi.RecomputedView;
import vn.gov.hanoi.evaluation.standing.StandingApi.StandingHiddenField;
import vn.gov.hanoi.evaluation.standing.StandingApi.StandingView;
import vn.gov.hanoi.evaluation.standing.StandingRepository.Standing;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows standings of a page of people, and counts them again. */
@ApplicationScoped
class Standings {
    private static final List<StandingHiddenField> HIDDEN =
            List.of(new StandingHiddenField("/points", "policy.no-part-in-it"));

    private final ToldMonthQueries told;
    private final StandingRepository standings;
    private final AuditTrail audit;
    private final Clock clock;

    Standings(ToldMonthQueries told, StandingRepository standings, AuditTrail audit, Clock clock) {
        this.told = told;
        this.standings = standings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refusals: those of {@link ToldMonthQueries#people}. */
    @Transactional
    Page<StandingView> read(StandingFilter filter, ListParams params, Caller caller) {
        told.requireScope(caller);
        var wanted = filter.wanted(params.knownAt(), clock);
        int year = wanted.span().period().from().getYear();
        var people = told.people(wanted, params, caller);
        var found = standings.of(
                people.items().stream().map(each -> each.officer().id()).toList(), year);
        var views = people.items().stream()
                .map(each -> view(
                        year,
                        each,
                        Objects.requireNonNull(found.get(each.officer().id()))))
                .toList();
        return new Page<>(views, people.page(), people.time());
    }

    private static StandingView view(int year, Person person, Standing standing) {
        return new StandingView(
                year,
                person.officer(),
                person.unit(),
                standing.months(),
                person.seesPoints() ? standing.points() : null,
                person.seesPoints() ? List.of() : HIDDEN);
    }

    /** Counts all standings of a year again; who tells or corrects months of any year meanwhile waits for the end. */
    @Transactional
    RecomputedView recompute(int year, Caller caller) {
        var found = standings.recompute(year);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "standings.recompute",
                        "annual-standings",
                        new UUID(0, year),
                        null,
                        Map.of("year", year, "corrected", found.corrected())));
        return found;
    }
}
