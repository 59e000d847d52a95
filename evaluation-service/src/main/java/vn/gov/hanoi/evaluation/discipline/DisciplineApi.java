package vn.gov.hanoi.evaluation.discipline;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Severity;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.SanctionView;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Answers about cases of discipline. */
final class DisciplineApi {
    private static final int REFERENCE = DisciplineRequests.REFERENCE;

    private DisciplineApi() {}

    /** What lists of cases can be asked for. */
    record CaseFilter(
            @Parameter(description = "Id of the officer") @QueryParam("officerId") @Nullable
            String officerId,

            @Parameter(description = "Unit of the main post today") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
            @QueryParam("unitScope")
            @Nullable
            String unitScope,

            @Parameter(description = "How far it has come; repeat for any of several") @QueryParam("state")
            List<String> state,

            @Parameter(description = "true: undecided after the last day; false: all others; default both")
            @QueryParam("overdue")
            @Nullable
            String overdue) {}

    @Schema(name = "DisciplineCaseSummary")
    record CaseSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Whose case it is") OfficerReference officer,

            @Schema(description = "Unit of the main post at the opening, named as on that day")
            UnitReference unit,

            @Schema(description = "How far it has come") DisciplineState state,

            @Schema(description = "Day of the act") LocalDate actOn,

            @Schema(description = "Day on which it was detected")
            LocalDate discoveredOn,

            @Schema(description = "Last day to decide; null while the clock stands still", nullable = true) @Nullable
            LocalDate dueOn,

            @Schema(description = "Whether it is undecided after that day")
            boolean overdue,

            @Schema(description = "When it was opened") Instant openedAt) {}

    @Schema(name = "DisciplineCase")
    record CaseView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Whose case it is") OfficerReference officer,

            @Schema(description = "Unit of the main post at the opening, named as on that day")
            UnitReference unit,

            @Schema(description = "How far it has come") DisciplineState state,

            @Schema(description = "Day of the act") LocalDate actOn,

            @Schema(description = "Day on which it was detected")
            LocalDate discoveredOn,

            @Schema(description = "Day on which its consideration began")
            LocalDate openedOn,

            @Schema(description = "Whether the violation was in duty")
            boolean inDuty,

            @Schema(description = "Ground for which there is no limitation; null if there is one", nullable = true)
            @Nullable
            String exemption,

            @Schema(description = "What is said to have been done", maxLength = DisciplineRequests.SUMMARY)
            String summary,

            @Schema(description = "References to what it rests on", maxItems = 50)
            List<String> basis,

            @Schema(description = "Whether it has the longer period")
            boolean complex,

            @Schema(description = "Last day to decide; null while the clock stands still", nullable = true) @Nullable
            LocalDate dueOn,

            @Schema(description = "Whether it is undecided after that day")
            boolean overdue,

            @Schema(description = "Suspensions of the consideration", maxItems = 100)
            List<SuspensionView> suspensions,

            @Schema(description = "What is proposed; null before", nullable = true) @Nullable
            ProposalView proposal,

            @Schema(description = "The decision in its revisions, the last of which stands", maxItems = 100)
            List<RevisionView> decisions,

            @Schema(description = "When it was opened") Instant openedAt,

            @Schema(description = "When it was closed; null before", nullable = true) @Nullable
            Instant endedAt,

            @Schema(description = "Why it was closed; null before", nullable = true) @Nullable
            Reason reason,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "DisciplineSuspension")
    record SuspensionView(
            @Schema(description = "Ground", maxLength = 40) String ground,

            @Schema(description = "First day that does not count")
            LocalDate from,

            @Schema(description = "First day that counts again; null while it lasts", nullable = true) @Nullable
            LocalDate until,

            @Schema(description = "Reference to what proves the ground", maxLength = REFERENCE)
            String document) {}

    @Schema(name = "DisciplineProposal")
    record ProposalView(
            @Schema(description = "Form of discipline", maxLength = 40)
            String form,

            @Schema(description = "How serious the violation is")
            Severity severity,

            @Schema(description = "Day on which a council met; null if none was heard", nullable = true) @Nullable
            LocalDate councilHeldOn,

            @Schema(description = "Reference of its minutes", maxLength = REFERENCE, nullable = true) @Nullable
            String councilMinutes,

            @Schema(description = "Day of the proposal") LocalDate proposedOn) {}

    @Schema(name = "DisciplineRevision")
    record RevisionView(
            @Schema(description = "Number of the revision, from 1")
            int revision,

            @Schema(description = "Period of law by which the form was chosen", maxLength = 40)
            String regime,

            @Schema(description = "The sanction") SanctionView sanction,

            @Schema(description = "The decision that gave this revision")
            Decision ground,

            @Schema(description = "Why it was corrected or lifted; null for the first", nullable = true) @Nullable
            Reason reason,

            @Schema(description = "When it was recorded") Instant recordedAt,

            @Schema(description = "When a later one came; null if it stands", nullable = true) @Nullable
            Instant supersededAt) {}

    /** An act, and what speaks against it now. */
    @Schema(name = "DisciplineAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 5)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "DisciplineBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words, in Vietnamese", maxLength = 500)
            String detail) {}
}
