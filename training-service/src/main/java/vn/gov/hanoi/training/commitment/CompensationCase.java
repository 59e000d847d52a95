package vn.gov.hanoi.training.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.decree.Debt;
import vn.gov.hanoi.training.decree.Trigger;

/**
 * A case of costs that may have to be paid back.
 *
 * @param eventOn day on which it happened; it is no day of service any more
 * @param verdict null until a council decided that something is paid
 * @param paidVnd in đồng, from 0 to the debt
 * @param ending null unless nothing is paid
 */
record CompensationCase(
        UUID id,
        long version,
        UUID commitmentId,
        UUID officerId,
        Trigger trigger,
        LocalDate eventOn,
        Opened opened,
        CompensationState state,
        @Nullable Verdict verdict,
        long paidVnd,
        @Nullable Ending ending) {
    /** Where a case comes from. */
    enum Source {
        /** Somebody reported it. */
        REPORTED,
        /** A study ended without a degree. */
        TRAINING,
        /** The directory told that the officer ended, or discipline that the officer was dismissed. */
        DIRECTORY
    }

    record Opened(Source source, String note, String by, Instant at) {}

    /**
     * What was decided.
     *
     * @param dueOn last day on which all is paid
     */
    record Verdict(Debt debt, Council council, ActDecision decision, LocalDate dueOn, String by, Instant at) {}

    /** @param members references of the members, for example their posts */
    record Council(List<String> members, Document minutes) {
        Council {
            members = List.copyOf(members);
        }
    }

    /** Why nothing is paid: an exemption with its ground, certificate, council and decision, or a cancellation with its reason. */
    record Ending(
            @Nullable String ground,
            @Nullable Document certificate,
            @Nullable Council council,
            @Nullable ActDecision decision,
            @Nullable ActReason reason,
            String by,
            Instant at) {}

    static CompensationCase opened(UUID id, ServiceCommitment of, Trigger trigger, LocalDate eventOn, Opened opened) {
        return new CompensationCase(
                id,
                1,
                of.id(),
                of.learner().officerId(),
                trigger,
                eventOn,
                opened,
                CompensationState.OPEN,
                null,
                0,
                null);
    }

    long amountVnd() {
        return verdict == null ? 0 : verdict.debt().amountVnd();
    }

    CompensationCase decided(Verdict found) {
        var next = found.debt().amountVnd() == 0 ? CompensationState.SETTLED : CompensationState.DECIDED;
        return next(next, found, paidVnd, null);
    }

    CompensationCase paid(long amountVnd) {
        long paid = Math.addExact(paidVnd, amountVnd);
        return next(paid == amountVnd() ? CompensationState.SETTLED : CompensationState.PAYING, verdict, paid, ending);
    }

    CompensationCase ended(CompensationState by, Ending why) {
        return next(by, verdict, paidVnd, why);
    }

    private CompensationCase next(CompensationState to, @Nullable Verdict found, long paid, @Nullable Ending why) {
        return new CompensationCase(
                id, version + 1, commitmentId, officerId, trigger, eventOn, opened, to, found, paid, why);
    }
}
