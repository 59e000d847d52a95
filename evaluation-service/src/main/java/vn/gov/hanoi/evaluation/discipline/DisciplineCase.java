package vn.gov.hanoi.evaluation.discipline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.HandlingClock.Suspension;
import vn.gov.hanoi.evaluation.timeline.Reason;

/**
 * Vụ việc kỷ luật: what somebody is said to have done, and what becomes of it.
 *
 * @param unitId unit of the main post at the opening
 * @param state while it is suspended, {@code before} is where it goes on
 * @param before null unless suspended
 * @param complex whether it has the longer period
 * @param proposal null before the first
 * @param suspensions in their order; the last one may still run
 * @param ending null while it is open or its sanction is kept
 * @param rowVersion for the ETag
 */
record DisciplineCase(
        UUID id,
        UUID officerId,
        UUID unitId,
        Violation violation,
        Mark opened,
        DisciplineState state,
        @Nullable DisciplineState before,
        boolean complex,
        @Nullable Proposal proposal,
        List<Suspension> suspensions,
        @Nullable Ending ending,
        long rowVersion) {
    DisciplineCase {
        suspensions = List.copyOf(suspensions);
    }

    /**
     * What was detected; it never changes.
     *
     * @param openedOn day on which consideration began; the limitation runs until it
     * @param inDuty whether it was in duty
     * @param exemption ground for which there is no limitation; null if there is one
     * @param basis references: findings, denunciations, minutes
     */
    record Violation(
            LocalDate actOn,
            LocalDate discoveredOn,
            LocalDate openedOn,
            boolean inDuty,
            @Nullable String exemption,
            String summary,
            List<String> basis) {
        Violation {
            basis = List.copyOf(basis);
        }
    }

    /** @param officerId null for who is no officer of the directory */
    record Mark(String by, @Nullable UUID officerId, Instant at) {}

    /** How serious it is (mức độ vi phạm). */
    enum Severity {
        /** Ít nghiêm trọng. */
        LESS_SERIOUS,
        /** Nghiêm trọng. */
        SERIOUS,
        /** Rất nghiêm trọng. */
        VERY_SERIOUS,
        /** Đặc biệt nghiêm trọng. */
        PARTICULARLY_SERIOUS
    }

    /**
     * @param on day of the proposal
     * @param made who recorded it
     * @param council null if none was heard
     */
    record Proposal(
            String form,
            Severity severity,
            LocalDate on,
            Mark made,
            @Nullable Council council) {}

    /** A disciplinary council that was heard. */
    record Council(LocalDate heldOn, String minutes) {}

    record Ending(Mark mark, Reason reason) {}

    HandlingClock clock(DisciplineRules rules) {
        return new HandlingClock(violation.discoveredOn(), rules.handling().days(complex), suspensions);
    }

    DisciplineCase proposed(Proposal made, boolean asComplex) {
        var next = made.council() == null ? DisciplineState.PROPOSED : DisciplineState.COUNCIL;
        return with(next, null, asComplex, made, suspensions, null);
    }

    DisciplineCase suspended(Suspension begun) {
        var all = new ArrayList<>(suspensions);
        all.add(begun);
        return with(DisciplineState.SUSPENDED, state, complex, proposal, all, null);
    }

    /** @param day first day that counts again */
    DisciplineCase resumed(LocalDate day) {
        if (before == null) {
            throw new IllegalStateException("not suspended: " + id);
        }
        return with(before, null, complex, proposal, still(day), null);
    }

    DisciplineCase decided() {
        return with(DisciplineState.DECIDED, null, complex, proposal, suspensions, null);
    }

    /** A suspension that runs ends with the case. */
    DisciplineCase ended(DisciplineState last, Ending how, LocalDate day) {
        return with(last, null, complex, proposal, still(day), how);
    }

    private List<Suspension> still(LocalDate day) {
        var all = new ArrayList<>(suspensions);
        if (!all.isEmpty() && all.getLast().until() == null) {
            var last = all.removeLast();
            all.add(last.resumed(day.isBefore(last.from()) ? last.from() : day));
        }
        return all;
    }

    private DisciplineCase with(
            DisciplineState next,
            @Nullable DisciplineState back,
            boolean asComplex,
            @Nullable Proposal made,
            List<Suspension> still,
            @Nullable Ending how) {
        return new DisciplineCase(
                id, officerId, unitId, violation, opened, next, back, asComplex, made, still, how, rowVersion);
    }
}
