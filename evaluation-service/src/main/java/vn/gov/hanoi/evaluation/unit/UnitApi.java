package vn.gov.hanoi.evaluation.unit;

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
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.Tombstone;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.page.Page;

/** Requests and answers about units. */
final class UnitApi {
    private UnitApi() {}

    @Schema(name = "CreateUnitRequest", additionalProperties = Schema.False.class)
    record CreateUnitRequest(
            @Schema(
                    description = "Electronic identifier of the agency; never used again",
                    maxLength = UnitCode.LONGEST,
                    pattern = "^[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4})*$",
                    examples = "H26.23.1")
            @NotNull
            String code,

            @Schema(description = "Official name; kept in NFC, trimmed", maxLength = 200, examples = "Phòng Nội vụ")
            @NotNull
            String name,

            @Schema(description = "Kind of unit", examples = "DIVISION") @NotNull
            UnitType type,

            @Schema(description = "Unit above; absent for the City alone", nullable = true) @Nullable
            UUID parentId,

            @Schema(description = "First day in force", examples = "2018-01-01") @NotNull
            LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo) {
        UnitDraft draft() {
            return UnitDraft.of(code, name, type, validFrom, validTo);
        }
    }

    @Schema(name = "CorrectUnitRequest", additionalProperties = Schema.False.class)
    record CorrectUnitRequest(
            @Schema(description = "Why") @Valid @NotNull Reason reason,

            @Schema(description = "What is right") @Valid @NotNull
            UnitCorrection data) {}

    @Schema(name = "UnitCorrection", additionalProperties = Schema.False.class)
    record UnitCorrection(
            @Schema(description = "First day of the time that is corrected", examples = "2020-03-01") @NotNull
            LocalDate from,

            @Schema(description = "First day after it; null for all time after", nullable = true) @Nullable
            LocalDate to,

            @Schema(description = "false: the unit was not in force in that time", examples = "true") @NotNull
            Boolean inForce,

            @Schema(description = "Right name; absent if it was right", maxLength = 200, nullable = true) @Nullable
            String name,

            @Schema(description = "Right kind; absent if it was right", nullable = true) @Nullable
            UnitType type,

            @Schema(description = "Right unit above; absent if it was right", nullable = true) @Nullable
            UUID parentId) {
        Validity validity() {
            return new Validity(from, to);
        }
    }

    @Schema(name = "AddUnitCodeRequest", additionalProperties = Schema.False.class)
    record AddCodeRequest(
            @Schema(description = "Whose code it is", examples = "ADMINISTRATIVE") @NotNull
            CodeScheme scheme,

            @Schema(description = "The code", maxLength = UnitCode.LONGEST, examples = "00070") @NotNull
            String code,

            @Schema(description = "First day of the code", examples = "2020-03-01") @NotNull
            LocalDate validFrom,

            @Schema(description = "First day without it; null as long as the unit", nullable = true) @Nullable
            LocalDate validTo) {
        Validity validity() {
            return new Validity(validFrom, validTo);
        }
    }

    /** One of a list of units: a unit, or in a delta the sign that one is gone. */
    @Schema(
            name = "UnitItem",
            anyOf = {UnitView.class, Tombstone.class})
    sealed interface UnitItem permits UnitView, UnitTombstone {}

    /** A unit that the client shall forget. */
    record UnitTombstone(@JsonUnwrapped Tombstone tombstone) implements UnitItem {}

    @Schema(name = "Unit")
    record UnitView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of the present version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Electronic identifier of the agency on the day", maxLength = UnitCode.LONGEST)
            String code,

            @Schema(description = "Official name on the day", maxLength = 200)
            String name,

            @Schema(description = "Kind of unit on the day") UnitType type,

            @Schema(description = "Whether it is in force on the day")
            Status status,

            @Schema(description = "Unit above on the day; null for the City alone", nullable = true) @Nullable
            UnitReference parent,

            @Schema(description = "First day in force") LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Present version of the record, from 1", minimum = "1")
            long version,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What it was when, oldest first; of a single unit only", maxItems = 1000)
            @Nullable
            List<StateView> states,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "All codes, past ones too; of a single unit only", maxItems = 1000)
            @Nullable
            List<CodeView> codes,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Day and moment of the truth shown; of a single unit only")
            Page.@Nullable Time time)
            implements UnitItem {}

    /** Where a unit stands in its life on a day. */
    enum Status {
        /** Its first day is to come. */
        PLANNED,
        IN_FORCE,
        /** Its last day is past, or it was interrupted. */
        CLOSED
    }

    @Schema(name = "UnitState")
    record StateView(
            @Schema(description = "Name", maxLength = 200) String name,

            @Schema(description = "Kind") UnitType type,

            @Schema(description = "Unit above; null for the City", nullable = true) @Nullable
            UUID parentId,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day after; null if open", nullable = true) @Nullable
            LocalDate validTo) {}

    @Schema(name = "UnitCode")
    record CodeView(
            @Schema(description = "Whose code it is") CodeScheme scheme,

            @Schema(description = "The code", maxLength = UnitCode.LONGEST)
            String code,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day after; null if open", nullable = true) @Nullable
            LocalDate validTo) {}

    /** Which units are asked for. Values are texts, so that a wrong one is answered as a parameter, not as "not found". */
    record UnitFilter(
            @Parameter(description = "Exact electronic code, on the day; repeat for any of several") @QueryParam("code")
            List<String> code,

            @Parameter(description = "Kind of unit; repeat for any of several") @QueryParam("type")
            List<String> type,

            @Parameter(description = "Directly below this unit") @QueryParam("parentId") @Nullable
            String parentId,

            @Parameter(description = "Part of name or code; accents do not matter") @QueryParam("q") @Nullable
            String q,

            @Parameter(description = "Unit that unitScope refers to") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(
                    description =
                            "deltaToken of the last delta, or an instant: what has changed since, with what is gone")
            @QueryParam("updatedSince")
            @Nullable
            String updatedSince,

            @Parameter(description = "SELF (default), CHILDREN (directly below) or SUBTREE (it and all below)")
            @QueryParam("unitScope")
            @Nullable
            String unitScope) {}
}
