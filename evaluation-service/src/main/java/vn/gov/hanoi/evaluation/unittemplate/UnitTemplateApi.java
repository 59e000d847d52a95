package vn.gov.hanoi.evaluation.unittemplate;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Requests and answers about templates of units. */
final class UnitTemplateApi {
    private static final String CODE = "[A-Z][A-Z0-9_.]{0,39}";

    private UnitTemplateApi() {}

    enum TemplateState {
        DRAFT,
        PUBLISHED
    }

    @Schema(name = "CreateSheetTemplateRequest", additionalProperties = Schema.False.class)
    record CreateRequest(
            @Schema(description = "Unit for which it is, with what is below it") @NotNull
            UUID unitId,

            @Schema(description = "Published version of a rule set of months, by its id in the register") @NotNull
            UUID ruleSetId,

            @Schema(description = "Kind of score sheet") @NotNull
            SheetKind sheetKind,

            @Schema(
                    description = "Criteria of the unit; a group that has one loses those of the rule set",
                    maxItems = 100)
            @NotNull
            @Valid
            @Size(max = 100)
            List<@NotNull CriterionRequest> criteria,

            @Schema(description = "Deductions beside those of the rule set", maxItems = 100, nullable = true)
            @Valid
            @Size(max = 100)
            @Nullable
            List<@NotNull DeductionRequest> deductions,

            @Schema(description = "The document by which the unit adopts it") @Valid @NotNull
            Decision decision,

            @Schema(description = "true: published at once; false: a draft") @NotNull
            Boolean publish) {}

    @Schema(name = "SheetTemplateCriterion", additionalProperties = Schema.False.class)
    record CriterionRequest(
            @Schema(description = "Group of the rule set", maxLength = 40, examples = "TASKS")
            @NotNull
            @Pattern(regexp = CODE)
            String group,

            @Schema(description = "Code, unique in the sheet", maxLength = 40, examples = "SNV.1")
            @NotNull
            @Pattern(regexp = CODE)
            String code,

            @Schema(description = "What people call it") @Valid @NotNull
            TitleRequest title,

            @Schema(description = "Most points, above 0, scale 4", examples = "35.5")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 4)
            BigDecimal maximum) {}

    @Schema(name = "SheetTemplateDeduction", additionalProperties = Schema.False.class)
    record DeductionRequest(
            @Schema(description = "Code, unique in the sheet", maxLength = 40, examples = "SNV.D1")
            @NotNull
            @Pattern(regexp = CODE)
            String code,

            @Schema(description = "What people call it") @Valid @NotNull
            TitleRequest title,

            @Schema(description = "Group whose points it lowers", maxLength = 40, examples = "DISCIPLINE")
            @NotNull
            @Pattern(regexp = CODE)
            String group,

            @Schema(description = "Points for each violation, above 0, scale 4", examples = "2")
            @NotNull
            @DecimalMin(value = "0", inclusive = false)
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 4)
            BigDecimal points) {}

    @Schema(name = "SheetTemplateTitle", additionalProperties = Schema.False.class)
    record TitleRequest(
            @Schema(description = "In Vietnamese; kept in NFC, trimmed", maxLength = 200) @NotNull
            String vi,

            @Schema(description = "In English; kept in NFC, trimmed", maxLength = 200) @NotNull
            String en) {}

    /** Filters of the list. */
    record TemplateFilter(
            @Parameter(description = "Unit of the template") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "Which units besides: SELF, CHILDREN or SUBTREE")
            @QueryParam("unitScope")
            @Nullable
            String unitScope,

            @Parameter(description = "Version of a rule set") @QueryParam("ruleSetId") @Nullable
            String ruleSetId,

            @Parameter(description = "Any of these kinds of sheets") @QueryParam("sheetKind")
            List<String> sheetKind,

            @Parameter(description = "Any of these states") @QueryParam("state")
            List<String> state) {}

    @Schema(name = "SheetTemplateSummary")
    record TemplateSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Unit for which it is, with what is below it")
            UnitReference unit,

            @Schema(description = "Rules that it adapts") TemplateRules ruleSet,

            @Schema(description = "Kind of score sheet") SheetKind sheetKind,

            @Schema(description = "Whether people are rated by it")
            TemplateState state,

            @Schema(description = "Version of the unit's template; null for a draft", nullable = true) @Nullable
            Integer version,

            @Schema(description = "SHA-256 of criteria and deductions", maxLength = 64)
            String digest,

            @Schema(description = "When it was published; null for a draft", nullable = true) @Nullable
            Instant publishedAt) {}

    @Schema(name = "SheetTemplateRules")
    record TemplateRules(
            @Schema(description = "Id of the version in the register")
            UUID id,

            @Schema(description = "Code", maxLength = 40, examples = "HN-M-2022")
            String code,

            @Schema(description = "Version of the rules") int version) {}

    @Schema(name = "SheetTemplate")
    record TemplateView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Unit for which it is, with what is below it")
            UnitReference unit,

            @Schema(description = "Rules that it adapts") TemplateRules ruleSet,

            @Schema(description = "Kind of score sheet") SheetKind sheetKind,

            @Schema(description = "Whether people are rated by it")
            TemplateState state,

            @Schema(description = "Version of the unit's template; null for a draft", nullable = true) @Nullable
            Integer version,

            @Schema(description = "SHA-256 of criteria and deductions", maxLength = 64)
            String digest,

            @Schema(description = "When it was published; null for a draft", nullable = true) @Nullable
            Instant publishedAt,

            @Schema(description = "Criteria of the unit", maxItems = 100)
            List<CriterionRequest> criteria,

            @Schema(description = "Deductions of the unit", maxItems = 100)
            List<DeductionRequest> deductions,

            @Schema(description = "The document by which the unit adopted it")
            Decision decision,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 1)
            List<TemplateAction> actions) {}

    @Schema(name = "SheetTemplateAction")
    record TemplateAction(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "Codes of what speaks against it", maxItems = 5)
            List<String> blockedBy) {}
}
