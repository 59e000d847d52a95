package vn.gov.hanoi.evaluation.directory;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;

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

    @Schema(name = "UnitReference")
    record UnitReference(
            @Schema(description = "Identifier") UUID id,

            @Schema(description = "Code", maxLength = UnitCode.LONGEST)
            String code,

            @Schema(description = "Name", maxLength = 200) String name) {}

    @Schema(name = "Unit")
    record UnitView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Electronic identifier of the agency", maxLength = UnitCode.LONGEST)
            String code,

            @Schema(description = "Official name", maxLength = 200)
            String name,

            @Schema(description = "Kind of unit") UnitType type,

            @Schema(description = "Unit above; null for the City alone", nullable = true) @Nullable
            UnitReference parent,

            @Schema(description = "First day in force") LocalDate validFrom,

            @Schema(description = "First day no longer in force; null if open", nullable = true) @Nullable
            LocalDate validTo,

            @Schema(description = "Version of the record, from 1", minimum = "1")
            long version) {
        static UnitView from(Unit unit, @Nullable UnitReference parent) {
            return new UnitView(
                    unit.id(),
                    Etags.of(unit.version()),
                    unit.code(),
                    unit.name(),
                    unit.type(),
                    parent,
                    unit.validity().from(),
                    unit.validity().to(),
                    unit.version());
        }
    }

    /** Which units are asked for. Values are texts, so that a wrong one is answered as a parameter, not as "not found". */
    record UnitFilter(
            @Parameter(description = "Exact code; repeat for any of several") @QueryParam("code")
            List<String> code,

            @Parameter(description = "Kind of unit; repeat for any of several") @QueryParam("type")
            List<String> type,

            @Parameter(description = "Directly below this unit") @QueryParam("parentId") @Nullable
            String parentId,

            @Parameter(description = "Part of name or code; accents do not matter") @QueryParam("q") @Nullable
            String q,

            @Parameter(description = "Unit that unitScope refers to") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF (default), CHILDREN (directly below) or SUBTREE (it and all below)")
            @QueryParam("unitScope")
            @Nullable
            String unitScope) {}
}
