package vn.gov.hanoi.training.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.report.PlanComparison.Measure;
import vn.gov.hanoi.training.report.PlanComparison.Stages;

/** A plan beside that of another year: every stage of every group, with what changed. */
@Schema(name = "YearToYear", description = "Two plan years side by side, with the change and its share")
record YearToYear(
        @Schema(description = "Plan year", examples = "2026")
        int year,

        @Schema(description = "The year it is compared with", examples = "2025")
        int withYear,

        @Schema(description = "What the rows are", examples = "BLOCK")
        ComparisonGroup by,

        @Schema(description = "By code, without code last, each with five stages", maxItems = 10000)
        List<Row> rows,

        @Schema(description = "Sums, by stage", maxItems = 5)
        List<StageChange> totals) {
    private static final List<Stage> STAGES = List.of(
            new Stage("PROPOSED", Stages::proposed),
            new Stage("ASSIGNED", Stages::assigned),
            new Stage("ADJUSTED", Stages::adjusted),
            new Stage("OPENED", Stages::opened),
            new Stage("DELIVERED", Stages::delivered));

    private record Stage(String name, Function<Stages, Measure> measure) {}

    /** What one plan has and the other has not counts as zero there. */
    static YearToYear of(PlanComparison now, PlanComparison before) {
        var codes = new TreeSet<Optional<String>>((a, b) -> a.isEmpty() || b.isEmpty()
                ? Boolean.compare(a.isEmpty(), b.isEmpty())
                : a.get().compareTo(b.get()));
        var present = rows(now);
        var past = rows(before);
        codes.addAll(present.keySet());
        codes.addAll(past.keySet());
        var rows = new ArrayList<Row>();
        for (var code : codes) {
            var one = present.get(code);
            var other = past.get(code);
            var name =
                    Objects.requireNonNullElse(one, other == null ? one : other).name();
            rows.add(new Row(code.orElse(null), name, changes(stages(one), stages(other))));
        }
        return new YearToYear(now.year(), before.year(), now.by(), rows, changes(now.totals(), before.totals()));
    }

    private static LinkedHashMap<Optional<String>, PlanComparison.Row> rows(PlanComparison of) {
        var rows = new LinkedHashMap<Optional<String>, PlanComparison.Row>();
        of.rows().forEach(row -> rows.put(Optional.ofNullable(row.code()), row));
        return rows;
    }

    private static Stages stages(PlanComparison.@Nullable Row row) {
        return row == null ? Stages.NONE : row.stages();
    }

    private static List<StageChange> changes(Stages now, Stages before) {
        return STAGES.stream()
                .map(stage -> StageChange.of(
                        stage.name(),
                        stage.measure().apply(now),
                        stage.measure().apply(before)))
                .toList();
    }

    @Schema(name = "YearToYearRow")
    record Row(
            @Schema(description = "Code of the group; null if there is none", nullable = true) @Nullable
            String code,

            @Schema(description = "Name in the later plan, or in the other", nullable = true) @Nullable
            String name,

            @Schema(description = "From proposed to delivered", maxItems = 5)
            List<StageChange> stages) {}

    @Schema(name = "YearToYearStage")
    record StageChange(
            @Schema(description = "PROPOSED, ASSIGNED, ADJUSTED, OPENED or DELIVERED", examples = "ASSIGNED")
            String stage,

            @Schema(description = "Classes") Change classes,
            @Schema(description = "Training places") Change places,
            @Schema(description = "Money") MoneyChange money) {
        static StageChange of(String stage, Measure now, Measure before) {
            return new StageChange(
                    stage,
                    Change.of(before.classes(), now.classes()),
                    Change.of(before.places(), now.places()),
                    MoneyChange.of(before.amountVnd(), now.amountVnd()));
        }
    }

    @Schema(name = "YearToYearChange")
    record Change(
            @Schema(description = "In the other year", examples = "40")
            long before,

            @Schema(description = "In the year", examples = "50")
            long now,

            @Schema(description = "now - before", examples = "10")
            long change,

            @Schema(
                    description = "The change in percent of before, scale 4; null if before is zero",
                    examples = "25.0000",
                    nullable = true)
            @Nullable
            BigDecimal changePercent) {
        static Change of(long before, long now) {
            long change = Math.subtractExact(now, before);
            return new Change(before, now, change, UnitCosts.percent(change, before));
        }
    }

    @Schema(name = "YearToYearMoneyChange")
    record MoneyChange(
            @Schema(description = "In the other year, in đồng", examples = "4000000")
            long beforeVnd,

            @Schema(description = "In the year, in đồng", examples = "5000000")
            long nowVnd,

            @Schema(description = "nowVnd - beforeVnd", examples = "1000000")
            long changeVnd,

            @Schema(
                    description = "The change in percent of beforeVnd, scale 4; null if that is zero",
                    examples = "25.0000",
                    nullable = true)
            @Nullable
            BigDecimal changePercent) {
        static MoneyChange of(long before, long now) {
            var change = Change.of(before, now);
            return new MoneyChange(before, now, change.change(), change.changePercent());
        }
    }
}
