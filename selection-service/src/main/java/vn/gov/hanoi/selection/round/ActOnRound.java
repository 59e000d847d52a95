package vn.gov.hanoi.selection.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.round.RoundGuard.Act;
import vn.gov.hanoi.selection.round.RoundRequests.ReopenData;
import vn.gov.hanoi.selection.vacancy.Announcement;
import vn.gov.hanoi.selection.vacancy.RoundPosts;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** The acts on a round that no candidate has to do with. Each refuses what {@link Rounds#hold} refuses. */
@ApplicationScoped
class ActOnRound {
    private final RoundRepository rounds;
    private final Rounds desk;
    private final RoundPosts posts;
    private final OfficerQueries officers;
    private final SelectionDefaultQueries defaults;
    private final AuditTrail audit;

    ActOnRound(
            RoundRepository rounds,
            Rounds desk,
            RoundPosts posts,
            OfficerQueries officers,
            SelectionDefaultQueries defaults,
            AuditTrail audit) {
        this.rounds = rounds;
        this.desk = desk;
        this.posts = posts;
        this.officers = officers;
        this.defaults = defaults;
        this.audit = audit;
    }

    /** Refusals: selection.decision-not-signed-yet, selection.too-few-personnel. */
    @Transactional
    Round approve(UUID id, @Nullable String ifMatch, DecisionPart decision, Caller caller) {
        var round = desk.hold(id, ifMatch, Act.APPROVE, caller);
        var refusals = new ArrayList<>(unsigned(decision));
        if (round.personnel().size() < 2) {
            refusals.add(Refusal.of(
                    SelectionProblem.TOO_FEW_PERSONNEL,
                    "given",
                    round.personnel().size(),
                    "minimum",
                    2));
        }
        Refused.ifAny(refusals);
        round.approve(
                RoundDecision.of(Act.APPROVE, decision, null, desk.stamp(caller)), desk.today(), desk.stamp(caller));
        return kept(Act.APPROVE, round, Map.of("decision", decision.number()), caller);
    }

    /** Refusals: those of the announcement, selection.list-before-close, selection.list-too-late. */
    @Transactional
    Round publish(UUID id, @Nullable String ifMatch, Announcement wanted, Caller caller) {
        var round = desk.hold(id, ifMatch, Act.PUBLISH, caller);
        Refused.ifAny(listDay(wanted, round.listOn(), "/data/dossiersTo"));
        round.announce(wanted, desk.stamp(caller));
        posts.announce(id, wanted, caller);
        return kept(Act.PUBLISH, round, Map.of("dossiersTo", wanted.dossiersTo().toString()), caller);
    }

    /** Refusals: selection.officer-unknown, selection.too-few-personnel. */
    @Transactional
    Round assign(UUID id, @Nullable String ifMatch, List<UUID> wanted, Caller caller) {
        var round = desk.hold(id, ifMatch, Act.ASSIGN, caller);
        var refusals = new ArrayList<>(WritePlan.unknown(officers, wanted, "/data/personnel/"));
        long many = wanted.stream().distinct().count();
        if (many < 2) {
            refusals.add(Refusal.of(SelectionProblem.TOO_FEW_PERSONNEL, "given", many, "minimum", 2)
                    .at("/data/personnel"));
        }
        Refused.ifAny(refusals);
        round.assign(wanted, desk.stamp(caller));
        return kept(Act.ASSIGN, round, Map.of("officers", wanted), caller);
    }

    /** Refusals: selection.decision-not-signed-yet, those of the announcement and of the calendar. */
    @Transactional
    Round reopen(
            UUID id,
            @Nullable String ifMatch,
            ReopenData data,
            DecisionPart decision,
            ReasonPart reason,
            Caller caller) {
        var round = desk.hold(id, ifMatch, Act.REOPEN, caller);
        var wanted = data.announcement().wanted();
        var refusals = new ArrayList<>(unsigned(decision));
        refusals.addAll(RoundPlan.calendarRefusals(
                round.startsOn(), data.listOn(), data.examOn(), defaults.roundsOn(desk.today()), "/data"));
        refusals.addAll(listDay(wanted, data.listOn(), "/data/announcement/dossiersTo"));
        Refused.ifAny(refusals);
        round.reopen(
                wanted,
                data.listOn(),
                data.examOn(),
                RoundDecision.of(Act.REOPEN, decision, reason, desk.stamp(caller)),
                desk.stamp(caller));
        posts.announce(id, wanted, caller);
        return kept(Act.REOPEN, round, Map.of("decision", decision.number(), "reason", reason.code()), caller);
    }

    /** Refusal: selection.decision-not-signed-yet. */
    @Transactional
    Round cancel(UUID id, @Nullable String ifMatch, DecisionPart decision, ReasonPart reason, Caller caller) {
        var round = desk.hold(id, ifMatch, Act.CANCEL, caller);
        Refused.ifAny(unsigned(decision));
        posts.close(id, "CANCELLED", caller);
        posts.leave(id, caller);
        round.cancel(
                RoundDecision.of(Act.CANCEL, decision, reason, desk.stamp(caller)), desk.today(), desk.stamp(caller));
        return kept(Act.CANCEL, round, Map.of("decision", decision.number(), "reason", reason.code()), caller);
    }

    /** The list follows the close of the dossiers, within the longest time for the check of eligibility. */
    private List<Refusal> listDay(Announcement wanted, LocalDate listOn, String place) {
        if (!listOn.isAfter(wanted.dossiersTo())) {
            return List.of(
                    Refusal.of(SelectionProblem.LIST_BEFORE_CLOSE, "listOn", listOn, "dossiersTo", wanted.dossiersTo())
                            .at(place));
        }
        var latest = defaults.roundsOn(wanted.announcedOn()).latestList(wanted.dossiersTo());
        return listOn.isAfter(latest)
                ? List.of(Refusal.of(SelectionProblem.LIST_TOO_LATE, "listOn", listOn, "latest", latest)
                        .at(place))
                : List.of();
    }

    private List<Refusal> unsigned(DecisionPart decision) {
        return Rounds.unsigned(decision, desk.today());
    }

    private Round kept(Act act, Round round, Map<String, ?> details, Caller caller) {
        rounds.flush();
        audit.record(caller, new AuditTrail.Act("round." + act.verb(), "rounds", round.id(), round.unitId(), details));
        return round;
    }
}
