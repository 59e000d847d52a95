package vn.gov.hanoi.evaluation.officer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.AssignmentRequest;
import vn.gov.hanoi.evaluation.officer.AssignmentApi.AssignmentView;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.Tombstone;
import vn.gov.hanoi.kernel.idempotency.Warned;
import vn.gov.hanoi.kernel.page.Page;

/** Requests and answers about officers. */
final class OfficerApi {
    private static final String NUMBER = "Personal identification number of 12 digits; kept sealed, never shown again";

    private OfficerApi() {}

    @Schema(name = "CreateOfficerRequest", additionalProperties = Schema.False.class)
    record CreateOfficerRequest(
            @Schema(
                    description = "Personnel code; never the 12-digit personal number",
                    maxLength = 24,
                    pattern = "^[A-Z]{1,8}[0-9]{1,16}$",
                    examples = "CB0000001")
            @NotNull
            String officerCode,

            @Schema(description = "Full name as the person writes it; kept in NFC, trimmed", maxLength = 100) @NotNull
            String fullName,

            @Schema(description = "Legal category", examples = "CIVIL_SERVANT") @NotNull
            Category category,

            @Schema(description = "Birth date, if known", nullable = true) @Nullable
            LocalDate birthDate,

            @Schema(description = "Sex, if known", nullable = true) @Nullable
            Sex sex,

            @Schema(description = NUMBER, maxLength = 12, pattern = "^[0-9]{12}$", nullable = true) @Nullable
            String personalNumber,

            @Schema(description = "The first post; it is the main one") @Valid @NotNull
            AssignmentRequest assignment) {
        OfficerDraft draft() {
            return new OfficerDraft(
                    officerCode,
                    OfficerDraft.name(fullName),
                    category,
                    birthDate,
                    sex,
                    personalNumber,
                    assignment.draft());
        }

        @Override
        public String toString() {
            return "CreateOfficerRequest[" + officerCode + "]";
        }
    }

    @Schema(name = "CorrectOfficerRequest", additionalProperties = Schema.False.class)
    record CorrectOfficerRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason,

            @Schema(description = "What is right") @Valid @NotNull
            OfficerCorrection data) {}

    @Schema(name = "OfficerCorrection", additionalProperties = Schema.False.class)
    record OfficerCorrection(
            @Schema(description = "Right full name; absent if it was right", maxLength = 100, nullable = true) @Nullable
            String fullName,

            @Schema(description = "Right birth date; absent if it was right", nullable = true) @Nullable
            LocalDate birthDate,

            @Schema(description = "Right sex; absent if it was right", nullable = true) @Nullable
            Sex sex,

            @Schema(
                    description = NUMBER + "; absent if it was right",
                    maxLength = 12,
                    pattern = "^[0-9]{12}$",
                    nullable = true)
            @Nullable
            String personalNumber) {
        @Override
        public String toString() {
            return "OfficerCorrection";
        }
    }

    @Schema(name = "FindOfficerRequest", additionalProperties = Schema.False.class)
    record FindOfficerRequest(
            @Schema(description = NUMBER, maxLength = 12, pattern = "^[0-9]{12}$") @NotNull
            String personalNumber) {
        @Override
        public String toString() {
            return "FindOfficerRequest";
        }
    }

    /** One of a list of officers: an officer, or in a delta the sign that one is gone. */
    @Schema(
            name = "OfficerItem",
            anyOf = {OfficerSummary.class, Tombstone.class})
    sealed interface OfficerItem permits OfficerSummary, OfficerTombstone {}

    /** An officer that the client shall forget. */
    record OfficerTombstone(@JsonUnwrapped Tombstone tombstone) implements OfficerItem {}

    /** An officer in a list: without the birth date, with the posts of the day. */
    @Schema(name = "OfficerSummary")
    record OfficerSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of the present version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Personnel code", maxLength = 24)
            String officerCode,

            @Schema(description = "Full name", maxLength = 100)
            String fullName,

            @Schema(description = "Legal category by the main post on the day, or the nearest")
            Category category,

            @Schema(description = "Posts on the day of the list", maxItems = 1000)
            List<AssignmentView> assignments,

            @Schema(description = "Present version of the record, from 1", minimum = "1")
            long version)
            implements OfficerItem {}

    @Schema(name = "Officer")
    record OfficerView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of the present version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Personnel code", maxLength = 24)
            String officerCode,

            @Schema(description = "Full name", maxLength = 100)
            String fullName,

            @Schema(description = "Legal category by the main post on the day, or the nearest")
            Category category,

            @Schema(description = "Whether there is a post on the day")
            OfficerStatus status,

            @Schema(description = "Birth date; null if not recorded", nullable = true) @Nullable
            LocalDate birthDate,

            @Schema(description = "Sex; null if not recorded", nullable = true) @Nullable
            Sex sex,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(
                    description =
                            "First four and last two digits of the personal number; absent if not recorded or hidden",
                    maxLength = 12,
                    examples = "0010******34")
            @Nullable
            String personalNumberMasked,

            @Schema(description = "All posts, oldest first", maxItems = 1000)
            List<AssignmentView> assignments,

            @Schema(description = "Present version of the record, from 1", minimum = "1")
            long version,

            @Schema(description = "What is not shown to the caller, whether recorded or not", maxItems = 20)
            List<HiddenField> hiddenFields,

            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Schema(
                    description = "Of a change alone: what does not fit together and was recorded all the same",
                    maxItems = 20)
            List<Warning> warnings,

            @Schema(description = "Day and moment of the truth shown")
            Page.Time time)
            implements Warned {
        @Override
        public List<String> warningCodes() {
            return warnings.stream().map(Warning::code).toList();
        }
    }

    /** A property that a policy keeps from the caller. */
    @Schema(name = "HiddenField")
    record HiddenField(
            @Schema(description = "Place of the property", maxLength = 100, examples = "/personalNumberMasked")
            String pointer,

            @Schema(description = "Policy that hides it", maxLength = 60, examples = "policy.role")
            String code) {}

    /** Something that was recorded although it may be wrong. */
    @Schema(name = "Warning")
    record Warning(
            @Schema(description = "What does not fit", maxLength = 60, examples = "officer.number-year-differs")
            String code,

            @Schema(description = "Place in the request", maxLength = 100, examples = "/birthDate")
            String pointer) {}

    /** Which officers are asked for. Values are texts, so that a wrong one is answered as a parameter. */
    record OfficerFilter(
            @Parameter(description = "Exact personnel code; repeat for any of several") @QueryParam("officerCode")
            List<String> officerCode,

            @Parameter(description = "Legal category; repeat for any of several") @QueryParam("category")
            List<String> category,

            @Parameter(
                    description =
                            "Part of name or code; accents do not matter, but without sort names with the accents typed come first")
            @QueryParam("q")
            @Nullable
            String q,

            @Parameter(description = "Unit of a post on the day of the list") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF (default), CHILDREN (directly below) or SUBTREE (it and all below)")
            @QueryParam("unitScope")
            @Nullable
            String unitScope,

            @Parameter(
                    description =
                            "deltaToken of the last delta, or an instant: what has changed since, with what is gone")
            @QueryParam("updatedSince")
            @Nullable
            String updatedSince) {}
}
