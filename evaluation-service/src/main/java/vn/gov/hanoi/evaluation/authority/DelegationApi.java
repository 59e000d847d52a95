package vn.gov.hanoi.evaluation.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.page.Page;

/** Requests and answers about delegations. */
final class DelegationApi {
    private DelegationApi() {}

    @Schema(name = "CreateDelegationRequest", additionalProperties = Schema.False.class)
    record CreateDelegationRequest(
            @Schema(
                    description =
                            "Who gives the order (B); head of the unit or of one above it, or a delegate who may pass on")
            @NotNull
            UUID fromOfficerId,

            @Schema(description = "Who acts for B (A)") @NotNull
            UUID toOfficerId,

            @Schema(description = "Unit in which, and below which, A acts") @NotNull
            UUID unitId,

            @Schema(
                    description = "Codes of code-lists/authority-actions",
                    minItems = 1,
                    maxItems = 20,
                    examples = "[\"SCORE\", \"DECIDE\"]")
            @NotNull
            @Size(min = 1, max = 20)
            List<@NotNull @Size(max = 40) String> actions,

            @Schema(description = "Whether A may pass this on to others") @NotNull
            Boolean mayRedelegate,

            @Schema(description = "Delegation that is passed on; absent if B acts as head", nullable = true) @Nullable
            UUID parentId,

            @Schema(description = "First day", examples = "2026-07-01") @NotNull
            LocalDate validFrom,

            @Schema(description = "First day no longer in force", examples = "2026-10-01") @NotNull
            LocalDate validTo,

            @Schema(
                    description = "Longest time in days that the order itself allows; absent: that of the City (366)",
                    minimum = "1",
                    maximum = "3660",
                    nullable = true)
            @Nullable
            @Min(1)
            @Max(3660)
            Integer longestDays,

            @Schema(description = "The order") @Valid @NotNull
            Decision decision) {
        Delegation delegation(UUID id) {
            return new Delegation(
                    id,
                    fromOfficerId,
                    toOfficerId,
                    unitId,
                    new LinkedHashSet<>(actions),
                    mayRedelegate,
                    parentId,
                    decision.kept().number(),
                    new Validity(validFrom, validTo));
        }
    }

    @Schema(name = "RevokeDelegationRequest", additionalProperties = Schema.False.class)
    record RevokeDelegationRequest(
            @Schema(description = "First day without force", examples = "2026-08-01") @NotNull
            LocalDate effectiveOn,

            @Schema(description = "Why") @Valid @NotNull Reason reason) {}

    @Schema(name = "Delegation")
    record DelegationView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Who gave the order (B)") OfficerReference fromOfficer,

            @Schema(description = "Who acts for B (A)") OfficerReference toOfficer,

            @Schema(description = "Unit in which, and below which, A acts")
            UnitReference unit,

            @Schema(description = "Codes of code-lists/authority-actions", maxItems = 20)
            List<String> actions,

            @Schema(description = "Whether A may pass this on")
            boolean mayRedelegate,

            @Schema(description = "Delegation that is passed on; null if B acts as head", nullable = true) @Nullable
            UUID parentId,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "The order") OrderView decision,

            @Schema(
                    description =
                            "Where it stands on the day; the giver's loss of the headship ends it too, see access/explain")
            Status status,

            @Schema(description = "Version of the record, from 1", minimum = "1")
            long version,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Day and moment of the truth shown; of a single delegation only")
            Page.@Nullable Time time) {}

    @Schema(name = "Order")
    record OrderView(
            @Schema(description = "Number", maxLength = 100) String number,

            @Schema(description = "Day; null if not recorded", nullable = true) @Nullable
            LocalDate signedOn,

            @Schema(description = "Agency; null if not recorded", maxLength = 200, nullable = true) @Nullable
            String issuer) {}

    /** Where a delegation stands on a day. */
    enum Status {
        /** Its first day is to come. */
        PLANNED,
        IN_FORCE,
        ENDED,
        /** Ended by a revocation. */
        REVOKED
    }

    /** Which delegations are asked for. */
    record DelegationFilter(
            @Parameter(description = "Who gives or receives it") @QueryParam("officerId") @Nullable
            String officerId,

            @Parameter(description = "Unit of the delegation") @QueryParam("unitId") @Nullable
            String unitId) {}
}
