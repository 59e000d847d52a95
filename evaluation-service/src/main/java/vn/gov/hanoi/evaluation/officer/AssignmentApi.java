package vn.gov.hanoi.evaluation.officer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Requests and answers about posts. */
final class AssignmentApi {
    private AssignmentApi() {}

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
        PostDraft draft() {
            return PostDraft.of(position, title, leader, validFrom, validTo, decisionNumber);
        }
    }

    @Schema(name = "CreateAssignmentRequest", additionalProperties = Schema.False.class)
    record CreateAssignmentRequest(
            @Schema(description = "Who takes the post") @NotNull
            UUID officerId,

            @Schema(description = "Unit of the post") @NotNull
            UUID unitId,

            @Schema(description = "Place in the unit", examples = "HEAD") @NotNull
            Position position,

            @Schema(description = "Title; kept in NFC, trimmed", maxLength = 200, examples = "Quyền Trưởng phòng")
            @NotNull
            String title,

            @Schema(description = "Whether it is a leading post (chức vụ lãnh đạo, quản lý)") @NotNull
            Boolean leader,

            @Schema(description = "CONCURRENT, SECONDMENT or ACTING", examples = "ACTING") @NotNull
            PostKind kind,

            @Schema(description = "Legal category in this post", examples = "CIVIL_SERVANT") @NotNull
            Category category,

            @Schema(description = "First day") @NotNull LocalDate validFrom,

            @Schema(description = "First day no longer in the post; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Number of the decision", maxLength = 100, examples = "112/QĐ-UBND") @NotNull
            String decisionNumber) {
        PostDraft draft() {
            return PostDraft.of(position, title, leader, validFrom, validTo, decisionNumber);
        }
    }

    @Schema(name = "AssignOfficerRequest", additionalProperties = Schema.False.class)
    record AssignRequest(
            @Schema(description = "First day of the new main post; the present one ends on it") @NotNull
            LocalDate effectiveOn,

            @Schema(description = "By which decision") @Valid @NotNull
            Decision decision,

            @Schema(description = "The new main post") @Valid @NotNull
            NewMain data) {
        PostDraft draft() {
            return PostDraft.of(data.position(), data.title(), data.leader(), effectiveOn, null, decision.number());
        }
    }

    @Schema(name = "NewMainAssignment", additionalProperties = Schema.False.class)
    record NewMain(
            @Schema(description = "Unit of the post") @NotNull
            UUID unitId,

            @Schema(description = "Place in the unit", examples = "STAFF") @NotNull
            Position position,

            @Schema(description = "Title; kept in NFC, trimmed", maxLength = 200, examples = "Chuyên viên") @NotNull
            String title,

            @Schema(description = "Whether it is a leading post (chức vụ lãnh đạo, quản lý)") @NotNull
            Boolean leader,

            @Schema(description = "Legal category in this post", examples = "CIVIL_SERVANT") @NotNull
            Category category) {}

    @Schema(name = "CloseAssignmentRequest", additionalProperties = Schema.False.class)
    record CloseRequest(
            @Schema(description = "First day no longer in the post") @NotNull
            LocalDate effectiveOn,

            @Schema(description = "By which decision") @Valid @NotNull
            Decision decision) {}

    @Schema(name = "CorrectAssignmentRequest", additionalProperties = Schema.False.class)
    record CorrectAssignmentRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason,

            @Schema(description = "What is right") @Valid @NotNull
            AssignmentCorrection data) {}

    @Schema(name = "AssignmentCorrection", additionalProperties = Schema.False.class)
    record AssignmentCorrection(
            @Schema(description = "Title; kept in NFC, trimmed", maxLength = 200, examples = "Trưởng phòng") @NotNull
            String title,

            @Schema(description = "Place in the unit", examples = "HEAD") @NotNull
            Position position,

            @Schema(description = "Whether it is a leading post (chức vụ lãnh đạo, quản lý)") @NotNull
            Boolean leader,

            @Schema(description = "First day") @NotNull LocalDate validFrom,

            @Schema(description = "First day no longer in the post; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Number of the decision", maxLength = 100, examples = "112/QĐ-UBND") @NotNull
            String decisionNumber) {
        PostDraft draft() {
            return PostDraft.of(position, title, leader, validFrom, validTo, decisionNumber);
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

            @Schema(description = "What the post is to its holder")
            PostKind kind,

            @Schema(description = "Legal category in this post")
            Category category,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day no longer in the post; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Number of the decision", maxLength = 100)
            String decisionNumber) {
        static AssignmentView from(Post post, UnitReference unit) {
            return new AssignmentView(
                    post.id(),
                    unit,
                    post.position(),
                    post.title(),
                    post.leader(),
                    post.main(),
                    post.kind(),
                    post.category(),
                    post.validity().from(),
                    post.validity().to(),
                    post.decisionNumber());
        }
    }

    /** A post with its holder. */
    @Schema(name = "HeldAssignment")
    record HeldView(
            @Schema(description = "Identifier") UUID id,

            @Schema(description = "Tag of the officer's present version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Who holds the post") OfficerReference officer,
            @Schema(description = "The post") AssignmentView assignment) {}

    /** Which posts are asked for. Values are texts, so that a wrong one is answered as a parameter. */
    record AssignmentFilter(
            @Parameter(description = "Posts of this officer") @QueryParam("officerId") @Nullable
            String officerId,

            @Parameter(description = "Posts in this unit") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF (default), CHILDREN (directly below) or SUBTREE (it and all below)")
            @QueryParam("unitScope")
            @Nullable
            String unitScope) {}
}
