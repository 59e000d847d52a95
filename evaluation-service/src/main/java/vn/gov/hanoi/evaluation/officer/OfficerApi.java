package vn.gov.hanoi.evaluation.officer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.text.VietnameseText;

/** Requests and answers about officers. */
final class OfficerApi {
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

            @Schema(description = "The first post; it is the main one") @Valid @NotNull
            AssignmentRequest assignment) {
        OfficerDraft draft() {
            return new OfficerDraft(
                    officerCode, VietnameseText.nfc(fullName.strip()), category, birthDate, assignment.draft());
        }
    }

    @Schema(name = "AssignmentRequest", additionalProperties = Schema.False.class)
    record AssignmentRequest(
            @Schema(description = "Unit of the post") @NotNull
            UUID unitId,

            @Schema(description = "Place in the unit", examples = "HEAD") @NotNull
            Position position,

            @Schema(description = "Title; kept in NFC, trimmed", maxLength = 200, examples = "Trưởng phòng") @NotNull
            String title,

            @Schema(description = "Whether it is a leading post (chức vụ lãnh đạo, quản lý)") @NotNull
            Boolean leader,

            @Schema(description = "Whether it is the main post; must be true for the first one") @NotNull
            Boolean main,

            @Schema(description = "First day") @NotNull LocalDate validFrom,

            @Schema(description = "First day no longer in the post; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Number of the decision", maxLength = 100, examples = "112/QĐ-UBND") @NotNull
            String decisionNumber) {
        AssignmentDraft draft() {
            return new AssignmentDraft(
                    position,
                    VietnameseText.nfc(title.strip()),
                    leader,
                    main,
                    new Validity(validFrom, validTo),
                    VietnameseText.nfc(decisionNumber.strip()));
        }
    }

    @Schema(name = "Assignment")
    record AssignmentView(
            @Schema(description = "Identifier") UUID id,
            @Schema(description = "Unit of the post") UnitReference unit,
            @Schema(description = "Place in the unit") Position position,
            @Schema(description = "Title", maxLength = 200) String title,

            @Schema(description = "Whether it is a leading post")
            boolean leader,

            @Schema(description = "Whether it is the main post")
            boolean main,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day no longer in the post; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Number of the decision", maxLength = 100)
            String decisionNumber) {
        static AssignmentView from(Assignment assignment, UnitReference unit) {
            var content = assignment.content();
            return new AssignmentView(
                    assignment.id(),
                    unit,
                    content.position(),
                    content.title(),
                    content.leader(),
                    content.main(),
                    content.validity().from(),
                    content.validity().to(),
                    content.decisionNumber());
        }
    }

    /** An officer in a list: without the birth date, with the posts of the day. */
    @Schema(name = "OfficerSummary")
    record OfficerSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Personnel code", maxLength = 24)
            String officerCode,

            @Schema(description = "Full name", maxLength = 100)
            String fullName,

            @Schema(description = "Legal category") Category category,

            @Schema(description = "Posts on the day of the list", maxItems = 1000)
            List<AssignmentView> assignments,

            @Schema(description = "Version of the record, from 1", minimum = "1")
            long version) {}

    @Schema(name = "Officer")
    record OfficerView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Personnel code", maxLength = 24)
            String officerCode,

            @Schema(description = "Full name", maxLength = 100)
            String fullName,

            @Schema(description = "Legal category") Category category,

            @Schema(description = "Birth date; null if not recorded", nullable = true) @Nullable
            LocalDate birthDate,

            @Schema(description = "All posts, oldest first", maxItems = 1000)
            List<AssignmentView> assignments,

            @Schema(description = "Version of the record, from 1", minimum = "1")
            long version) {}

    /** Which officers are asked for. Values are texts, so that a wrong one is answered as a parameter. */
    record OfficerFilter(
            @Parameter(description = "Exact personnel code; repeat for any of several") @QueryParam("officerCode")
            List<String> officerCode,

            @Parameter(description = "Legal category; repeat for any of several") @QueryParam("category")
            List<String> category,

            @Parameter(description = "Part of name or code; accents do not matter") @QueryParam("q") @Nullable
            String q,

            @Parameter(description = "Unit of a post on the day of the list") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF (default), CHILDREN (directly below) or SUBTREE (it and all below)")
            @QueryParam("unitScope")
            @Nullable
            String unitScope) {}
}
