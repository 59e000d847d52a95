package vn.gov.hanoi.evaluation.exports;

import java.util.List;
import java.util.UUID;
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
     */
    record Selection(
            Caller caller, @Nullable UUID unitId, Conditions.@Nullable Reach reach, Moment moment, boolean birthDates) {
        /** Adds the unit that was asked for, if there is one. @param sql as {@link Conditions#units} takes it */
        public Conditions restrict(Conditions scope, String sql) {
            return scope.units(sql, unitId == null ? null : unitId.toString(), reach == null ? null : reach.name());
        }
    }

    ExportKind kind();

    /** Names of the columns, those of the import template of this kind in their order. */
    List<String> columns();

    /** The rows, each with one text a column, in a fixed order. Refusal: scope.unit-unknown. */
    Query rows(Selection selection);
}
