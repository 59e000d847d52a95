package vn.gov.hanoi.training.enrolment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.OutcomeRequest;
import vn.gov.hanoi.training.enrolment.EnrolmentGuard.Act;

/** Requests about many enrolments at once. */
final class EnrolmentBulkApi {
    private static final int ROWS = 500;

    private EnrolmentBulkApi() {}

    @Schema(name = "BulkEnrolmentsRequest", additionalProperties = Schema.False.class)
    record BulkRequest(
            @Schema(description = "Whether one refused row refuses all", defaultValue = "false", nullable = true)
            @Nullable
            Boolean atomic,

            @Schema(description = "One nomination or act each, 1-500", maxItems = ROWS) @NotEmpty @Size(max = ROWS)
            List<@Valid @NotNull BulkRow> rows) {}

    @Schema(
            name = "BulkEnrolmentRow",
            additionalProperties = Schema.False.class,
            description = "CREATE with classId and officerId, or ACTION with id, action and ifMatch")
    record BulkRow(
            @Schema(description = "Names the row in the answer", maxLength = 64) @NotNull @Size(min = 1, max = 64)
            String rowId,

            @Schema(description = "Kind of row", pattern = "^(CREATE|ACTION)$", maxLength = 6)
            @NotNull
            @Pattern(regexp = "CREATE|ACTION")
            String op,

            @Schema(description = "Enrolment of an ACTION", nullable = true) @Nullable
            UUID id,

            @Schema(
                    description = "approve, reject, withdraw or decide",
                    pattern = "^(approve|reject|withdraw|decide)$",
                    maxLength = 8,
                    nullable = true)
            @Nullable
            @Pattern(regexp = "approve|reject|withdraw|decide")
            String action,

            @Schema(description = "ETag of the version that is at hand", maxLength = 30, nullable = true)
            @Nullable
            @Size(max = 30)
            String ifMatch,

            @Schema(description = "As in the single request") @NotNull @Valid
            BulkBody body) {
        boolean creates() {
            return op.equals("CREATE");
        }

        /** The members that the kind of row needs, and no others. Refusal: request.invalid-value. */
        ActOnEnrolments.Order order() {
            require(id != null && action != null && body.classId() == null && body.officerId() == null, "/action");
            var act = Act.valueOf(String.valueOf(action).toUpperCase(Locale.ROOT));
            require((act == Act.REJECT || act == Act.WITHDRAW) == (body.reason() != null), "/body/reason");
            require((act == Act.DECIDE) == (body.outcome() != null), "/body/outcome");
            var outcome = body.outcome();
            return new ActOnEnrolments.Order(
                    java.util.Objects.requireNonNull(id),
                    ifMatch,
                    act,
                    body.reason(),
                    outcome == null ? null : outcome.said());
        }

        /** Refusal: request.invalid-value. */
        Nomination nomination() {
            var classId = body.classId();
            var officerId = body.officerId();
            require(id == null && action == null && body.reason() == null && body.outcome() == null, "/op");
            if (classId == null || officerId == null) {
                throw invalid("/body/" + (classId == null ? "classId" : "officerId"));
            }
            return new Nomination(classId, officerId);
        }

        private static void require(boolean holds, String place) {
            if (!holds) {
                throw invalid(place);
            }
        }

        private static Refused invalid(String place) {
            return new Refused(
                    Refusal.of(KernelProblem.INVALID_VALUE, "rule", "Row", "expected", "members of the kind of row")
                            .at(place));
        }
    }

    record Nomination(UUID classId, UUID officerId) {}

    @Schema(name = "BulkEnrolmentBody", additionalProperties = Schema.False.class)
    record BulkBody(
            @Schema(description = "Class of a nomination", nullable = true) @Nullable
            UUID classId,

            @Schema(description = "Officer of a nomination", nullable = true) @Nullable
            UUID officerId,

            @Schema(description = "Why, of reject and withdraw", nullable = true) @Nullable @Valid
            ActReason reason,

            @Schema(description = "How the class ended, of decide", nullable = true) @Nullable @Valid
            OutcomeRequest outcome) {}

    /** Runs of rows of one kind, so that each kind is done at once without changing the order. */
    static List<List<Integer>> runs(List<BulkRow> rows) {
        var runs = new ArrayList<List<Integer>>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0 || !key(rows.get(i)).equals(key(rows.get(i - 1)))) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(i);
        }
        return runs;
    }

    private static String key(BulkRow row) {
        return row.creates() ? "CREATE " + row.body().classId() : row.op();
    }
}
