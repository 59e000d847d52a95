package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.ClassRules;
import vn.gov.hanoi.training.course.ClassState;
import vn.gov.hanoi.training.course.Classes;
import vn.gov.hanoi.training.enrolment.EnrolmentGuard.Act;

/** Approves, rejects, withdraws and ends enrolments. One and many take the same way; who is refused changes nothing. */
@ApplicationScoped
class ActOnEnrolments {
    private final Classes classes;
    private final EnrolmentDesk desk;
    private final EnrolmentRepository enrolments;
    private final SeatRepository seats;
    private final CandidateQueries candidates;
    private final EnrolmentJournal journal;
    private final Scopes scopes;
    private final Clock clock;
    private final ClassRules rules = ClassRules.shipped();

    ActOnEnrolments(
            Classes classes,
            EnrolmentDesk desk,
            EnrolmentRepository enrolments,
            SeatRepository seats,
            CandidateQueries candidates,
            EnrolmentJournal journal,
            Scopes scopes,
            Clock clock) {
        this.classes = classes;
        this.desk = desk;
        this.enrolments = enrolments;
        this.seats = seats;
        this.candidates = candidates;
        this.journal = journal;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * One act.
     *
     * @param reason of a rejection or withdrawal
     * @param outcome of the act {@code decide}
     */
    record Order(
            UUID id,
            @Nullable String ifMatch,
            Act act,
            @Nullable ActReason reason,
            @Nullable Outcome outcome) {}

    /** The enrolment afterwards, or why it stays as it was. */
    record Verdict(@Nullable Enrolment enrolment, List<Refusal> refusals) {}

    /**
     * Does the acts in their order.
     *
     * <p>Refusals of one: resource.not-found, precondition.required, precondition.failed, those of {@link EnrolmentGuard#refusals},
     * {@link Eligibility#refusals} (approval) and {@link Outcome#refusals}, training.reason-unknown.
     */
    @Transactional(dontRollbackOn = Refused.class)
    List<Verdict> act(List<Order> orders, Caller caller) {
        var held = hold(orders, caller);
        return orders.stream().map(order -> attempt(order, held, caller)).toList();
    }

    /** Classes of the enrolments that the caller may see, held in the order of their ids, each with what approvals need to know. */
    private Map<UUID, Held> hold(List<Order> orders, Caller caller) {
        var approvals = new TreeMap<UUID, Map<UUID, UUID>>();
        for (var order : orders) {
            try {
                var seen = desk.see(order.id(), caller);
                var officers = approvals.computeIfAbsent(seen.of().id(), _ -> new HashMap<>());
                if (order.act() == Act.APPROVE) {
                    officers.put(order.id(), seen.matter().learner().officerId());
                }
            } catch (Refused _) {
                // Told by the attempt.
                continue;
            }
        }
        var all = new HashMap<UUID, ClassFacts>();
        approvals.keySet().forEach(id -> classes.hold(id, caller).ifPresent(of -> all.put(id, of)));
        seats.hold(approvals.values().stream()
                .flatMap(officers -> officers.values().stream())
                .toList());
        var held = new HashMap<UUID, Held>();
        all.forEach(
                (id, of) -> held.put(id, new Held(of, known(of, Objects.requireNonNull(approvals.get(id)), caller))));
        return held;
    }

    private Map<UUID, Candidate> known(ClassFacts of, Map<UUID, UUID> officers, Caller caller) {
        return of.timetable().sessions().isEmpty() ? Map.of() : candidates.of(of, officers.values(), scopes.of(caller));
    }

    private record Held(ClassFacts of, Map<UUID, Candidate> candidates) {}

    private Verdict attempt(Order order, Map<UUID, Held> held, Caller caller) {
        try {
            var seen = desk.see(order.id(), caller);
            var of = Objects.requireNonNull(held.get(seen.of().id()));
            var guard = desk.again(order.id(), of.of(), caller);
            Refused.ifAny(guard.rights(order.act()));
            Etags.require(order.ifMatch(), guard.matter().version());
            Refused.ifAny(guard.state(order.act()));
            return new Verdict(perform(order, guard, of, caller), List.of());
        } catch (Refused refused) {
            return new Verdict(null, refused.refusals());
        }
    }

    private Enrolment perform(Order order, EnrolmentGuard guard, Held held, Caller caller) {
        var mark = new Enrolment.Mark(caller.subject(), clock.instant());
        var matter = guard.matter();
        return switch (order.act()) {
            case APPROVE -> approve(matter, held, mark, caller);
            case REJECT -> {
                var rejected = matter.reject(reason(order), mark);
                leave(rejected, caller, "enrolment.reject");
                yield rejected;
            }
            case WITHDRAW -> withdraw(matter, reason(order), held, mark, caller);
            case DECIDE -> decide(matter, order, held.of(), mark, caller);
        };
    }

    private Enrolment approve(Enrolment matter, Held held, Enrolment.Mark mark, Caller caller) {
        var candidate = held.candidates().get(matter.learner().officerId());
        if (candidate == null) {
            throw new Refused(TrainingProblem.OFFICER_UNKNOWN);
        }
        var eligibility = Eligibility.of(held.of(), candidate);
        Refused.ifAny(eligibility.refusals());
        var decided = seats.seats(matter.classId()).approve();
        var approved =
                matter.approve(decided.state(), new Enrolment.Checked(eligibility.conditions(), mark.at()), mark);
        enrolments.update(List.of(approved));
        seats.keep(matter.classId(), decided.seats());
        journal.record("enrolment.approve", List.of(approved), caller);
        return approved;
    }

    private Enrolment withdraw(
            Enrolment matter, Enrolment.Reason reason, Held held, Enrolment.Mark mark, Caller caller) {
        var gone = matter.withdraw(reason, mark);
        var next = matter.state() == EnrolmentState.ENROLLED ? next(held.of(), caller) : Optional.<Enrolment>empty();
        var leaving = seats.seats(matter.classId()).leave(matter.state(), next.map(Enrolment::arrival));
        leave(gone, caller, "enrolment.withdraw");
        seats.keep(matter.classId(), leaving.seats());
        next.ifPresent(promoted -> {
            enrolments.update(List.of(promoted));
            journal.record("enrolment.promote", List.of(promoted), caller);
        });
        return gone;
    }

    /** The first who waits and still meets the conditions, with a seat; nobody once the class has begun. */
    private Optional<Enrolment> next(ClassFacts of, Caller caller) {
        if (of.state() != ClassState.OPENED) {
            return Optional.empty();
        }
        var waiting = enrolments.of(of.id(), EnrolmentState.WAITING);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var officers = waiting.stream().map(each -> each.learner().officerId()).collect(Collectors.toSet());
        var known = candidates.of(of, officers, scopes.of(caller));
        for (var each : waiting) {
            var candidate = known.get(each.learner().officerId());
            var eligibility = candidate == null ? null : Eligibility.of(of, candidate);
            if (eligibility != null && eligibility.refusals().isEmpty()) {
                return Optional.of(each.promote(new Enrolment.Checked(eligibility.conditions(), clock.instant())));
            }
        }
        return Optional.empty();
    }

    private void leave(Enrolment gone, Caller caller, String action) {
        enrolments.update(List.of(gone));
        seats.freeDays(List.of(gone.id()));
        journal.record(action, List.of(gone), caller);
    }

    private Enrolment decide(Enrolment matter, Order order, ClassFacts of, Enrolment.Mark mark, Caller caller) {
        var said = Objects.requireNonNull(order.outcome());
        Refused.ifAny(said.refusals(of.scoreMaximum(), of.passMark()));
        var decided = matter.decide(new Outcome(said.result(), said.score(), of.scoreMaximum()), mark);
        enrolments.update(List.of(decided));
        journal.audit("enrolment.decide", List.of(decided), caller);
        return decided;
    }

    private Enrolment.Reason reason(Order order) {
        var given = Objects.requireNonNull(order.reason());
        if (!rules.isReason(given.code(), order.act().name())) {
            throw new Refused(Refusal.of(TrainingProblem.REASON_UNKNOWN, "reason", given.code())
                    .at("/reason/code"));
        }
        return new Enrolment.Reason(given.code(), PlainText.of(given.text()));
    }
}
