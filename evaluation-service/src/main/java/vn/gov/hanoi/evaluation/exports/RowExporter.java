package vn.gov.hanoi.evaluation.exports;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Caller;

/** Knows one kind of rows. Implementations are application-scoped beans. */
public interface RowExporter {
    /**
     * Which rows are wanted.
     *
     * @param caller whose scope bounds them
     * @param reach what of the unit is meant; null for the unit alone
     * @param birthDates whether the caller may have birth dates
     * @param month of kinds that export one of an agency; null for the others
     */
    record Selection(
            Caller caller,
            @Nullable UUID unitId,
            Conditions.@Nullable Reach reach,
            Moment moment,
            boolean birthDates,
            @Nullable YearMonth month) {
        /** Adds the unit that was asked for, if there is one. @param sql as {@link Conditions#units} takes it */
        public Conditions restrict(Conditions scope, String sql) {
            return scope.units(sql, unitId == null ? null : unitId.toString(), reach == null ? null : reach.name());
        }
    }

    /**
     * A file as it will be written.
     *
     * @param names of the columns, those of the import template of this kind in their order
     * @param headings for people, a name behind words; as long as the names
     * @param rows in a fixed order, all columns as texts
     * @param cells makes the cells of a row of the file out of the texts of a row
     */
    record Contents(
            List<String> names, List<String> headings, Query rows, UnaryOperator<List<@Nullable String>> cells) {
        /** Rows have the cells of the file. */
        public static Contents of(List<String> names, Query rows) {
            return new Contents(names, names, rows, cells -> cells);
        }
    }

    ExportKind kind();

    /** Refuses what cannot be exported, as long as the caller waits. Refusals: those of the kind. */
    default void check(Selection selection) {}

    /** Refusal: scope.unit-unknown. */
    Contents contents(Selection selection);
}
