package vn.gov.hanoi.selection.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.vacancy.RoundPosts;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;
import vn.gov.hanoi.selection.vacancy.UnitQueries;

/** Writes the plan of a round, and writes it again as long as it is a draft. */
@ApplicationScoped
class WritePlan {
    private final RoundRepository rounds;
    private final Rounds desk;
    private final RoundPosts posts;
    private final UnitQueries units;
    private final OfficerQueries officers;
    private final SelectionDefaultQueries defaults;
    private final AuditTrail audit;

    WritePlan(
            RoundRepository rounds,
            Rounds desk,
            RoundPosts posts,
            UnitQueries units,
            OfficerQueries officers,
            SelectionDefaultQueries defaults,
            AuditTrail audit) {
        this.rounds = rounds;
        this.desk = desk;
        this.posts = posts;
        this.units = units;
        this.officers = officers;
        this.defaults = defaults;
        this.audit = audit;
    }

    /** Refusals: selection.unit-unknown, those of {@link RoundPlan#refusals} and {@link RoundPosts#join}, selection.officer-unknown. */
    @Transactional
    Round draft(UUID unitId, RoundPlan plan, Caller caller) {
        var unit = units.find(unitId, desk.today())
                .orElseThrow(() -> new Refused(Refusal.of(SelectionProblem.UNIT_UNKNOWN, "unitId", unitId)
                        .at("/unitId")));
        check(plan);
        var round = Round.draft(plan, unit, author(caller), desk.stamp(caller));
        rounds.persist(round);
        posts.join(round.id(), round.unitId(), vacancies(plan), caller);
        rounds.flush();
        record("draft", round, caller);
        return round;
    }

    /** Refusals: resource.not-found, precondition.required, precondition.failed, selection.round-state, and those of a draft. */
    @Transactional
    Round rewrite(UUID id, @Nullable String ifMatch, RoundPlan plan, Caller caller) {
        var round = rounds.forChange(id);
        Etags.require(ifMatch, round.version());
        Refused.ifAny(desk.guard(round, caller).toRewrite());
        check(plan);
        posts.join(round.id(), round.unitId(), vacancies(plan), caller);
        round.write(plan, author(caller), desk.stamp(caller));
        rounds.flush();
        record("rewrite", round, caller);
        return round;
    }

    private void check(RoundPlan plan) {
        var refusals = new ArrayList<>(plan.refusals(defaults.roundsOn(desk.today()), desk.today()));
        refusals.addAll(unknown(officers, plan.personnel(), "/personnel/"));
        Refused.ifAny(refusals);
    }

    /** Refusals: selection.officer-unknown, for each. */
    static List<Refusal> unknown(OfficerQueries officers, List<UUID> wanted, String place) {
        var known = officers.known(wanted);
        return wanted.stream()
                .filter(each -> !known.contains(each))
                .map(each -> Refusal.of(SelectionProblem.OFFICER_UNKNOWN, "officerId", each)
                        .at(place + wanted.indexOf(each)))
                .toList();
    }

    private List<String> author(Caller caller) {
        return Stream.concat(Stream.of(caller.subject()), officers.officer(caller).map(UUID::toString).stream())
                .toList();
    }

    private static List<UUID> vacancies(RoundPlan plan) {
        return plan.posts().stream().map(RoundPlan.PostPlan::vacancyId).toList();
    }

    private void record(String act, Round round, Caller caller) {
        audit.record(
                caller,
                new AuditTrail.Act(
                        "round." + act,
                        "rounds",
                        round.id(),
                        round.unitId(),
                        Map.of("posts", round.posts().size())));
    }
}
