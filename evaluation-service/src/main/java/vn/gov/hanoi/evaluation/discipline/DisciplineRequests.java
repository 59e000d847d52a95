package vn.gov.hanoi.evaluation.discipline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Severity;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;

/** Requests about cases of discipline. */
final class DisciplineRequests {
    static final int SUMMARY = 4000;
    static final int REFERENCE = 300;
    static final String CODE = "[A-Z][A-Z_]{1,39}";

    private DisciplineRequests() {}

    @Schema(name = "CreateDisciplineCaseRequest", additionalProperties = Schema.False.class)
    record OpenRequest(
            @Schema(description = "Who is said to have done it") @NotNull
            UUID officerId,

            @Schema(description = "Day of the act; the last one of several") @NotNull
            LocalDate actOn,

            @Schema(description = "Day on which it was detected; the time to decide runs from it") @NotNull
            LocalDate discoveredOn,

            @Schema(description = "Day on which its consideration began; null for today", nullable = true) @Nullable
            LocalDate openedOn,

            @Schema(description = "Whether the violation was in duty") @NotNull
            Boolean inDuty,

            @Schema(
                    description = "Ground for which there is no limitation; null if there is one",
                    maxLength = 40,
                    pattern = "^" + CODE + "$",
                    nullable = true)
            @Pattern(regexp = CODE)
            @Nullable
            String exemption,

            @Schema(description = "What is said to have been done", maxLength = SUMMARY) @NotBlank @Size(max = SUMMARY)
            String summary,

            @Schema(
                    description = "References to what it rests on: findings, denunciations, minutes",
                    maxItems = 50,
                    nullable = true)
            @Size(max = 50)
            @Nullable
            List<@NotBlank @Size(max = REFERENCE) String> basis) {}

    @Schema(name = "ProposeDisciplineRequest", additionalProperties = Schema.False.class)
    record ProposeRequest(
            @Schema(description = "The proposal") @Valid @NotNull
            ProposeData data) {}

    @Schema(name = "DisciplineProposalData", additionalProperties = Schema.False.class)
    record ProposeData(
            @Schema(
                    description = "Form of discipline",
                    maxLength = 40,
                    pattern = "^" + CODE + "$",
                    examples = "REPRIMAND")
            @NotNull
            @Pattern(regexp = CODE)
            String form,

            @Schema(description = "How serious the violation is") @NotNull
            Severity severity,

            @Schema(
                    description = "Day of the proposal, which chooses the period of law; null for today",
                    nullable = true)
            @Nullable
            LocalDate proposedOn,

            @Schema(description = "Whether the case is complex and has the longer period")
            boolean complex,

            @Schema(description = "The disciplinary council that was heard; null if none was", nullable = true)
            @Valid
            @Nullable
            CouncilData council) {}

    @Schema(name = "DisciplineCouncil", additionalProperties = Schema.False.class)
    record CouncilData(
            @Schema(description = "Day on which it met") @NotNull
            LocalDate heldOn,

            @Schema(description = "Reference of its minutes", maxLength = REFERENCE) @NotBlank @Size(max = REFERENCE)
            String minutes) {}

    @Schema(name = "SuspendDisciplineRequest", additionalProperties = Schema.False.class)
    record SuspendRequest(
            @Schema(description = "The suspension") @Valid @NotNull
            SuspendData data) {}

    @Schema(name = "DisciplineSuspensionData", additionalProperties = Schema.False.class)
    record SuspendData(
            @Schema(
                    description = "Ground in the law of today",
                    maxLength = 40,
                    pattern = "^" + CODE + "$",
                    examples = "SERIOUS_ILLNESS")
            @NotNull
            @Pattern(regexp = CODE)
            String ground,

            @Schema(description = "First day that does not count") @NotNull
            LocalDate from,

            @Schema(description = "Reference to what proves the ground", maxLength = REFERENCE)
            @NotBlank
            @Size(max = REFERENCE)
            String document) {}

    @Schema(name = "ResumeDisciplineRequest", additionalProperties = Schema.False.class)
    record ResumeRequest(
            @Schema(description = "First day that counts again") @NotNull
            LocalDate effectiveOn) {}

    @Schema(name = "DecideDisciplineRequest", additionalProperties = Schema.False.class)
    record DecideRequest(
            @Schema(description = "The decision; its day chooses the period of law") @Valid @NotNull
            Decision decision,

            @Schema(description = "The sanction") @Valid @NotNull
            SanctionData data) {}

    @Schema(name = "DisciplineSanctionData", additionalProperties = Schema.False.class)
    record SanctionData(
            @Schema(
                    description = "Form of discipline",
                    maxLength = 40,
                    pattern = "^" + CODE + "$",
                    examples = "REPRIMAND")
            @NotNull
            @Pattern(regexp = CODE)
            String form,

            @Schema(description = "First day of the sanction; not before the decision") @NotNull
            LocalDate effectiveOn) {}

    @Schema(name = "CorrectDisciplineRequest", additionalProperties = Schema.False.class)
    record CorrectRequest(
            @Schema(description = "Why it is corrected") @Valid @NotNull
            Reason reason,

            @Schema(description = "The decision by which it is corrected") @Valid @NotNull
            Decision decision,

            @Schema(description = "How it reads correctly") @Valid @NotNull
            SanctionData data) {}

    @Schema(name = "AcquitDisciplineRequest", additionalProperties = Schema.False.class)
    record AcquitRequest(
            @Schema(description = "Why nothing is established") @Valid @NotNull
            Reason reason,

            @Schema(description = "The decision; the person is restored from its day on") @Valid @NotNull
            Decision decision) {}

    @Schema(name = "CloseDisciplineRequest", additionalProperties = Schema.False.class)
    record CloseRequest(
            @Schema(description = "Why the case is closed") @Valid @NotNull
            Reason reason) {}
}
