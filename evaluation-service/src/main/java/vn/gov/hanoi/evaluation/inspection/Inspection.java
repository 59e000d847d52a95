package vn.gov.hanoi.evaluation.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/**
 * Cuộc kiểm tra công vụ.
 *
 * @param planLineId null for one that no plan names
 * @param findingId the finding whose remedy it looks at; null but for a re-inspection
 * @param unitId whom it is about, with all below it
 * @param team everybody who ever was in it, those who declared a conflict too
 * @param startedAt null before
 * @param ended null before
 * @param rowVersion for the ETag
 */
record Inspection(
        UUID id,
        @Nullable UUID planLineId,
        @Nullable UUID findingId,
        Kind kind,
        UUID unitId,
        State state,
        Window window,
        Decision mandate,
        UUID checklistId,
        List<Member> team,
        @Nullable Instant startedAt,
        @Nullable Ended ended,
        long rowVersion) {
    Inspection {
        team = List.copyOf(team);
    }

    @Schema(name = "InspectionKind")
    enum Kind {
        /** Theo kế hoạch: the unit may know. */
        SCHEDULED,
        /** Đột xuất: the unit knows when it begins. */
        UNANNOUNCED,
        /** Tái kiểm tra: whether a finding is remedied. */
        RE_INSPECTION
    }

    /** How far it has come. */
    @Schema(name = "InspectionState")
    enum State {
        DRAFT,
        /** The team is complete and free of conflicts. */
        READY,
        STARTED,
        CONCLUDED,
        /** Never began. */
        CANCELLED
    }

    /** Days on which it may begin, both included. */
    record Window(LocalDate from, LocalDate to) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    @Schema(name = "InspectionRole")
    enum Role {
        HEAD,
        MEMBER
    }

    /** @param recusedBecause conflict that he or she declared; null if none */
    record Member(UUID officerId, Role role, @Nullable String recusedBecause) {
        boolean sits() {
            return recusedBecause == null;
        }
    }

    /**
     * @param reason why it was cancelled; null if it was concluded
     * @param conclusion null if it was cancelled
     */
    record Ended(
            Instant at, @Nullable Reason reason, @Nullable Conclusion conclusion) {}

    /** Biên bản, kết luận, kiến nghị. */
    record Conclusion(String minutes, String conclusion, List<String> recommendations) {}

    /** Whether nobody but the team and those who lead may know that there is one. What never began stays so for ever. */
    boolean isSecret() {
        return kind == Kind.UNANNOUNCED && startedAt == null;
    }

    List<Member> sitting() {
        return team.stream().filter(Member::sits).toList();
    }

    @Nullable
    Role roleOf(@Nullable UUID officerId) {
        return sitting().stream()
                .filter(member -> member.officerId().equals(officerId))
                .map(Member::role)
                .findFirst()
                .orElse(null);
    }

    Inspection in(State next) {
        return new Inspection(
                id,
                planLineId,
                findingId,
                kind,
                unitId,
                next,
                window,
                mandate,
                checklistId,
                team,
                startedAt,
                ended,
                rowVersion);
    }

    Inspection with(List<Member> members) {
        return new Inspection(
                id,
                planLineId,
                findingId,
                kind,
                unitId,
                state,
                window,
                mandate,
                checklistId,
                members,
                startedAt,
                ended,
                rowVersion);
    }

    Inspection started(Instant at) {
        return new Inspection(
                id,
                planLineId,
                findingId,
                kind,
                unitId,
                State.STARTED,
                window,
                mandate,
                checklistId,
                team,
                at,
                null,
                rowVersion);
    }

    Inspection ended(State last, Ended how) {
        return new Inspection(
                id,
                planLineId,
                findingId,
                kind,
                unitId,
                last,
                window,
                mandate,
                checklistId,
                team,
                startedAt,
                how,
                rowVersion);
    }
}
