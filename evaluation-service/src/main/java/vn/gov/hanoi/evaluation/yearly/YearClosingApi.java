package vn.gov.hanoi.evaluation.yearly;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.yearly.YearApi.ActionView;
import vn.gov.hanoi.kernel.idempotency.Warned;

/** Requests and answers about closings of years. */
final class YearClosingApi {
    private YearClosingApi() {}

    @Schema(name = "OpenAnnualClosingRequest", additionalProperties = Schema.False.class)
    record OpenYearRequest(
            @Schema(description = "Year", minimum = "2015", maximum = "2199", examples = "2026")
            @NotNull
            @Min(2015)
            @Max(2199)
            Integer year,

            @Schema(description = "Rating unit: an agency, no division") @NotNull
            UUID unitId) {}

    @Schema(name = "PublishAnnualClosingRequest", additionalProperties = Schema.False.class)
    record PublishYearRequest(
            @Schema(description = "What goes with it; null for nothing", nullable = true) @Valid @Nullable
            PublishYearData data) {}

    @Schema(name = "AnnualClosingPublication", additionalProperties = Schema.False.class)
    record PublishYearData(
            @Schema(description = "What raises the cap; null if nothing", nullable = true) @Valid @Nullable
            YearRaise raise) {}

    @Schema(name = "AnnualCapRaise", additionalProperties = Schema.False.class)
    record YearRaise(
            @Schema(description = "Decision that recognises special outstanding achievements of the collective")
            @Valid
            @NotNull
            Decision decision,

            @Schema(description = "Why", maxLength = 1000) @NotNull @Size(min = 1, max = 1000)
            String reason) {}

    @Schema(name = "AnnualClosingSummary")
    record YearClosingSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Year") int year,

            @Schema(description = "Rating unit, named as on the last day of the year")
            UnitReference unit,

            @Schema(description = "How far it has come") YearClosing.State state,

            @Schema(description = "When it was opened") Instant openedAt,

            @Schema(description = "When it was published; null before", nullable = true) @Nullable
            Instant publishedAt) {}

    @Schema(name = "AnnualClosing")
    record YearClosingView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Year") int year,

            @Schema(description = "Rating unit, named as on the last day of the year")
            UnitReference unit,

            @Schema(description = "How far it has come") YearClosing.State state,

            @Schema(description = "Whether levels may be official: every rule set of the classifications is")
            boolean official,

            @Schema(description = "When it was opened") Instant openedAt,

            @Schema(description = "When it was published; null before", nullable = true) @Nullable
            Instant publishedAt,

            @Schema(description = "Decision that raised the cap; null if none", nullable = true) @Nullable
            Decision raisedBy,

            @Schema(description = "Classifications by state", maxItems = 50)
            List<YearProgress> progress,

            @Schema(
                    description = "Use of the cap on the best level by what is decided, under both readings",
                    maxItems = 20)
            List<YearCapView> caps,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "After opening: what was added; else absent")
            @Nullable
            Opened opened,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions)
            implements Warned {
        @Override
        public List<String> warningCodes() {
            return opened == null
                    ? List.of()
                    : opened.skipped().stream().map(Skipped::code).distinct().toList();
        }
    }

    @Schema(name = "AnnualProgress")
    record YearProgress(
            @Schema(description = "State of the classifications")
            Classification.State state,

            @Schema(description = "Whether they rest on months or records that are others now")
            boolean stale,

            @Schema(description = "Number of classifications")
            int count) {}

    @Schema(name = "AnnualCap")
    record YearCapView(
            @Schema(description = "Code of the rules", maxLength = 40)
            String ruleSet,

            @Schema(description = "Reading of the denominator that binds", maxLength = 20)
            String reading,

            @Schema(description = "What each reading allows")
            Map<String, Integer> readings,

            @Schema(description = "People rated good or better")
            int goodOrBetter,

            @Schema(description = "Most people with the best level")
            int allowed,

            @Schema(description = "People with the best level")
            int used) {}

    @Schema(name = "AnnualOpened")
    record Opened(
            @Schema(description = "People with a main post in the year")
            int people,

            @Schema(
                    description =
                            "Classifications that are new in the closing, also of people who came from another agency")
            int added,

            @Schema(description = "Decisions taken back, since their months are others now")
            int reopened,

            @Schema(description = "People for whom no rule set rates the year", maxItems = 50)
            List<Skipped> skipped) {}

    @Schema(name = "AnnualSkipped")
    record Skipped(
            @Schema(description = "Category of personnel") Category category,

            @Schema(description = "Type of the unit of the post")
            UnitType unitType,

            @Schema(description = "Number of people") int people,

            @Schema(description = "Why", maxLength = 80) String code) {}
}
