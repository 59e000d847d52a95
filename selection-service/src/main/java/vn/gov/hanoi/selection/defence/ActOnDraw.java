package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.defence.DefenceRequests.ScheduleData;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.Lot;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;

/** The two acts on the lot of a round, by the secretary of the council: committing to it, and drawing. The round is held alone. */
@ApplicationScoped
class ActOnDraw {
    private final DefenceDesk desk;
    private final DefenceRepository defences;
    private final Defences contents;
    private final Rounds rounds;
    private final ApplicationDesk applications;
    private final Contestants contestants;
    private final AuditTrail audit;

    ActOnDraw(
            DefenceDesk desk,
            DefenceRepository defences,
            Defences contents,
            Rounds rounds,
            ApplicationDesk applications,
            Contestants contestants,
            AuditTrail audit) {
        this.desk = desk;
        this.defences = defences;
        this.contents = contents;
        this.rounds = rounds;
        this.applications = applications;
        this.contestants = contestants;
        this.audit = audit;
    }

    /**
     * Fixes seed and codes, and says what proves it.
     *
     * <p>Refusals: resource.not-found, those of {@link DrawGuard}, selection.draw-late, selection.decision-not-signed-yet.
     */
    @Transactional
    Draw commit(UUID roundId, @Nullable DecisionPart decision, Caller caller) {
        var seat = desk.holdRound(roundId, caller);
        var round = rounds.alone(roundId);
        Refused.ifAny(
                new DrawGuard(defences.draw(roundId).orElse(null), round.stateOn(rounds.today()), seat.secretary())
                        .refusals(DrawGuard.Act.COMMIT));
        if (decision == null && contestants.areFinal(round)) {
            throw new Refused(Refusal.of(SelectionProblem.DRAW_LATE).at("/decision"));
        }
        Refused.ifAny(unsigned(decision));
        // Whoever has left by now may have written a paper: the public meets that person by the code, too.
        var all = applications.ofRound(roundId);
        var lot = Lot.of(all.size());
        var given = lot.shuffled();
        var codes = new HashMap<UUID, String>();
        for (int i = 0; i < all.size(); i++) {
            codes.put(all.get(i).id(), given.get(i));
        }
        var commitment = Commitment.to(lot);
        var id = UUID.randomUUID();
        var content = new Draw.Content(lot, commitment.salt(), codes, tidy(decision), null);
        var draw = Draw.committed(
                id,
                roundId,
                commitment,
                contents.seal(content, Draw.TABLE, id),
                rounds.stamp(caller).at());
        defences.keep(draw);
        defences.flush();
        record("commit", draw, round, Map.of("commitment", commitment.digest()), caller);
        return draw;
    }

    /**
     * Draws the order of those who go on, and gives times. If nobody goes on, no defence is held, and the result says so.
     *
     * <p>Refusals: resource.not-found, those of {@link DrawGuard}, precondition.required, precondition.failed, selection.marks-not-final,
     * selection.schedule-order, selection.schedule-short, selection.continuation-undecided, selection.decision-not-signed-yet.
     */
    @Transactional
    Draw reveal(
            UUID roundId,
            @Nullable String ifMatch,
            ScheduleData schedule,
            @Nullable DecisionPart decision,
            Caller caller) {
        var seat = desk.holdRound(roundId, caller);
        var round = rounds.alone(roundId);
        var draw = defences.draw(roundId).orElse(null);
        var guard = new DrawGuard(draw, round.stateOn(rounds.today()), seat.secretary());
        Refused.ifAny(guard.authority());
        if (draw != null) {
            Etags.require(ifMatch, draw.version());
        }
        Refused.ifAny(guard.state(DrawGuard.Act.REVEAL));
        var going = contestants.goingOn(round);
        var times = new Timetable(schedule.sessions(), contents.rules(round).slot());
        var refusals = new ArrayList<>(contestants.settled(round));
        refusals.addAll(times.refusals(rounds.today(), going.size()));
        refusals.addAll(
                contestants.undecided(round, going, contents.rules(round).withdrawal(), decision));
        refusals.addAll(unsigned(decision));
        Refused.ifAny(refusals);
        place(Objects.requireNonNull(draw), going, times, caller);
        var before = contents.content(draw);
        draw.reveal(
                contents.seal(
                        new Draw.Content(before.lot(), before.salt(), before.codes(), before.late(), tidy(decision)),
                        Draw.TABLE,
                        draw.id()),
                rounds.stamp(caller).at());
        rounds.advance(round, RoundState.ROUND2_HELD, caller);
        record("reveal", draw, round, Map.of("seed", before.lot().seed(), "defences", going.size()), caller);
        return draw;
    }

    private void place(Draw draw, List<Application> going, Timetable times, Caller caller) {
        var content = contents.content(draw);
        var byCode = going.stream()
                .collect(Collectors.toMap(
                        each -> Objects.requireNonNull(content.codes().get(each.id())), Function.identity()));
        var order = content.lot().order(byCode.keySet());
        for (int i = 0; i < order.size(); i++) {
            var application = Objects.requireNonNull(byCode.get(order.get(i)));
            var id = UUID.randomUUID();
            defences.persist(Defence.drawn(
                    id,
                    new Defence.Slot(draw.roundId(), application.vacancyId(), application.id(), i + 1, times.start(i)),
                    contents.seal(new Defence.Content(null, null), Defence.TABLE, id),
                    rounds.stamp(caller).at()));
        }
    }

    private List<Refusal> unsigned(@Nullable DecisionPart decision) {
        return decision == null ? List.of() : Rounds.unsigned(decision, rounds.today());
    }

    private static @Nullable DecisionPart tidy(@Nullable DecisionPart decision) {
        return decision == null ? null : decision.tidy();
    }

    private void record(String verb, Draw draw, Round round, Map<String, ?> details, Caller caller) {
        audit.record(caller, new AuditTrail.Act("draw." + verb, "draws", draw.id(), round.unitId(), details));
    }
}
