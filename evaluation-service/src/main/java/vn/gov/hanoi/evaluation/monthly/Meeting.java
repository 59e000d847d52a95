package vn.gov.hanoi.evaluation.monthly;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** The meeting in which a collective decided. Who acts presides over it. Numbers are checked against each other; no law says more. */
@Schema(name = "EvaluationMeeting", additionalProperties = Schema.False.class)
record Meeting(
        @Schema(description = "Day of the meeting") @NotNull LocalDate heldOn,

        @Schema(description = "Members of the collective; null if not given", nullable = true)
        @Min(1)
        @Max(500)
        @Nullable
        Integer members,

        @Schema(description = "Members who have to be present; null if not given", nullable = true)
        @Min(1)
        @Max(500)
        @Nullable
        Integer quorum,

        @Schema(description = "Members who were present; null if not given", nullable = true)
        @Min(1)
        @Max(500)
        @Nullable
        Integer present,

        @Schema(description = "Votes for what is decided; null if there was no vote", nullable = true)
        @Min(0)
        @Max(500)
        @Nullable
        Integer votesFor,

        @Schema(description = "Votes against it; null if there was no vote", nullable = true)
        @Min(0)
        @Max(500)
        @Nullable
        Integer votesAgainst,

        @Schema(description = "Abstentions; null if there was no vote", nullable = true) @Min(0) @Max(500) @Nullable
        Integer abstained) {
    /**
     * Refusal: evaluation.meeting-contradictory with the rule that is broken.
     *
     * @param first day of the period that is rated
     */
    List<Refusal> faults(LocalDate first, LocalDate today) {
        var found = new ArrayList<Refusal>();
        if (heldOn.isBefore(first) || heldOn.isAfter(today)) {
            found.add(fault("within-period-and-today", "heldOn"));
        }
        if (exceeds(present, members)) {
            found.add(fault("present-within-members", "present"));
        }
        if (exceeds(quorum, members)) {
            found.add(fault("quorum-within-members", "quorum"));
        }
        if (exceeds(quorum, present)) {
            found.add(fault("quorum-present", "present"));
        }
        if (exceeds(votes(), present == null ? members : present)) {
            found.add(fault("votes-within-present", "votesFor"));
        }
        return found;
    }

    private int votes() {
        return Stream.of(
                        Optional.ofNullable(votesFor),
                        Optional.ofNullable(votesAgainst),
                        Optional.ofNullable(abstained))
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static boolean exceeds(@Nullable Integer number, @Nullable Integer most) {
        return number != null && most != null && number > most;
    }

    private static Refusal fault(String rule, String property) {
        return Refusal.of(EvaluationProblem.EVALUATION_MEETING_CONTRADICTORY, "rule", rule)
                .at("/data/meeting/" + property);
    }
}
