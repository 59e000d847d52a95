package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.action.Signed;
import vn.gov.hanoi.training.commitment.CompensationApi.CancelRequest;
import vn.gov.hanoi.training.commitment.CompensationApi.DecideRequest;
import vn.gov.hanoi.training.commitment.CompensationApi.ReleaseRequest;
import vn.gov.hanoi.training.commitment.CompensationCase.Ending;
import vn.gov.hanoi.training.commitment.CompensationCase.Verdict;
import vn.gov.hanoi.training.commitment.CompensationDesk.Matter;
import vn.gov.hanoi.training.commitment.CompensationGuard.Act;
import vn.gov.hanoi.training.decree.Debt;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.decree.Instalment;

/** Ends the proposal of a case: by a debt, by an exemption, or because it was none. The debt follows from the formula, the council does not name it. */
@ApplicationScoped
class DecideCompensation {
    /** Exempts from the debt, and the promise goes on in the new agency. */
    private static final String TRANSFER = "TRANSFER";

    private final CompensationDesk desk;
    private final CompensationRepository cases;
    private final CommitmentRepository commitments;
    private final Clock clock;

    DecideCompensation(
            CompensationDesk desk, CompensationRepository cases, CommitmentRepository commitments, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.commitments = commitments;
        this.clock = clock;
    }

    /**
     * A council decided that something is paid. Refusals: those of {@link CompensationGuard}, training.decision-not-signed-yet,
     * training.instalments-differ, training.instalments-disordered.
     */
    @Transactional
    CompensationCase decide(UUID id, @Nullable String ifMatch, DecideRequest request, Caller caller) {
        var held = held(id, ifMatch, caller);
        var matter = held.matter();
        Refused.ifAny(signed(request.decision().signedOn(), request.council()));
        var earlier = request.earlierService();
        var debt = held.commitment()
                .debt(
                        matter.trigger(),
                        matter.eventOn(),
                        earlier == null ? 0 : earlier.years(),
                        earlier != null && earlier.priority());
        var decidedOn = request.decision().signedOn();
        var plan = plan(request, debt, rules(held), decidedOn);
        var last = decidedOn.plusDays(rules(held).payableDays());
        var dueOn = plan.isEmpty() ? last : plan.getLast().dueOn();
        var decided = matter.decided(new Verdict(
                debt, request.council().kept(), request.decision(), dueOn, caller.subject(), clock.instant()));
        cases.update(decided);
        cases.plan(id, plan);
        end(held, CommitmentState.BROKEN);
        var details = Map.of("amountVnd", debt.amountVnd(), "instalments", plan.size(), "digest", debt.digest());
        desk.record("decide", held, details, caller);
        return decided;
    }

    private static List<Instalment> plan(
            DecideRequest request, Debt debt, DegreeRules.Compensation rules, LocalDate decidedOn) {
        if (debt.amountVnd() == 0) {
            return List.of();
        }
        var asked = request.instalments();
        if (asked == null) {
            return List.of(new Instalment(decidedOn.plusDays(rules.payableDays()), debt.amountVnd()));
        }
        var plan = asked.stream().map(CompensationApi.InstalmentRequest::kept).toList();
        var last = decidedOn.plusDays(rules.latestInstalmentDays());
        var faults = new ArrayList<Refusal>();
        if (!Instalment.addUp(plan, debt.amountVnd())) {
            faults.add(Refusal.of(TrainingProblem.INSTALMENTS_DIFFER, "debtVnd", debt.amountVnd())
                    .at("/instalments"));
        }
        if (!Instalment.inOrder(plan, decidedOn, last)) {
            faults.add(Refusal.of(
                            TrainingProblem.INSTALMENTS_DISORDERED,
                            "first",
                            decidedOn.toString(),
                            "last",
                            last.toString())
                    .at("/instalments"));
        }
        Refused.ifAny(faults);
        return plan;
    }

    /**
     * Nothing is paid, on a ground of the decree that is certified. Refusals: those of {@link CompensationGuard},
     * training.decision-not-signed-yet, training.compensation-ground-unknown.
     */
    @Transactional
    CompensationCase release(UUID id, @Nullable String ifMatch, ReleaseRequest request, Caller caller) {
        var held = held(id, ifMatch, caller);
        var faults = new ArrayList<Refusal>();
        if (!rules(held).exemptions().contains(request.ground())) {
            faults.add(Refusal.of(TrainingProblem.COMPENSATION_GROUND_UNKNOWN, "ground", request.ground())
                    .at("/ground"));
        }
        faults.addAll(signed(request.decision().signedOn(), request.council()));
        faults.addAll(Signed.faults(request.certificate().signedOn(), LocalDate.now(clock), "/certificate"));
        Refused.ifAny(faults);
        var ended = held.matter()
                .ended(
                        CompensationState.EXEMPTED,
                        new Ending(
                                request.ground(),
                                request.certificate(),
                                request.council().kept(),
                                request.decision(),
                                null,
                                caller.subject(),
                                clock.instant()));
        cases.update(ended);
        if (!request.ground().equals(TRANSFER)) {
            end(held, CommitmentState.RELEASED);
        }
        desk.record("release", held, Map.of("ground", request.ground()), caller);
        return ended;
    }

    /** It was no case. Refusals: those of {@link CompensationGuard}, training.reason-unknown. */
    @Transactional
    CompensationCase cancel(UUID id, @Nullable String ifMatch, CancelRequest request, Caller caller) {
        var held = held(id, ifMatch, caller);
        var reason = request.reason();
        if (!DegreeRules.shipped().isReason(reason.code(), Act.CANCEL.name())) {
            throw new Refused(Refusal.of(TrainingProblem.REASON_UNKNOWN, "reason", reason.code())
                    .at("/reason/code"));
        }
        var ended = held.matter()
                .ended(
                        CompensationState.CANCELLED,
                        new Ending(null, null, null, null, reason, caller.subject(), clock.instant()));
        cases.update(ended);
        desk.record("cancel", held, Map.of("reason", reason.code()), caller);
        return ended;
    }

    private Matter held(UUID id, @Nullable String ifMatch, Caller caller) {
        var held = desk.hold(id, ifMatch, caller);
        Refused.ifAny(new CompensationGuard(held.matter(), held.commitment().learner(), caller).refusals());
        return held;
    }

    /** A promise that binds ends with the case; one that is void or over stays what it is. */
    private void end(Matter held, CommitmentState by) {
        var commitment = commitments.forChange(held.commitment().id()).orElseThrow();
        if (commitment.stored() == CommitmentState.SIGNED || commitment.stored() == CommitmentState.RUNNING) {
            commitments.update(commitment.ended(by, commitment.costVnd()));
        }
    }

    private List<Refusal> signed(LocalDate decidedOn, CompensationApi.CouncilRequest council) {
        var today = LocalDate.now(clock);
        var faults = new ArrayList<>(Signed.faults(decidedOn, today, "/decision"));
        faults.addAll(Signed.faults(council.minutes().signedOn(), today, "/council/minutes"));
        return faults;
    }

    private static DegreeRules.Compensation rules(Matter held) {
        return DegreeRules.shipped().compensation(held.commitment().decree().decree());
    }
}
