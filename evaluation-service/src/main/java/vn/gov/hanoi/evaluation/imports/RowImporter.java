package vn.gov.hanoi.evaluation.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;

/** Knows one kind of rows. Implementations are application-scoped beans and work inside the transaction of the import. */
public interface RowImporter {
    ImportKind kind();

    /** The role that files of this kind need. */
    default String role() {
        return "directory-editor";
    }

    /** Columns of the template that must stand in a header; the first one is the key of a row. */
    List<String> columns();

    /** Columns behind them that may be missing in a header; then all their cells are empty. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /**
     * The template for a month of a unit, for kinds that have one of their own; empty if one template is for all.
     *
     * <p>Refusals: those of the kind.
     */
    default Optional<ImportTemplate> template(YearMonth month, UUID unitId, Caller caller) {
        return Optional.empty();
    }

    /** Whether the caller may import this kind at all. Refusal: scope.unit-unknown. */
    void authorise(Caller caller);

    /**
     * Whether batches of this kind may be applied at the same time, each in its own transaction. If rows of two batches exclude each
     * other, the database must refuse the later one; and no batch may hold what another one needs, since a later one waits for an earlier.
     */
    default boolean inLanes() {
        return false;
    }

    /** Whether it changes the directory: then no other change of the directory comes between the chunks of a step. */
    default boolean takesClock() {
        return true;
    }

    /**
     * Records the good rows, with the events of their own records, and names every wrong cell of the others. What is told of records that
     * rows of other batches touch too goes into the answer.
     */
    BatchResult apply(Batch batch);
}
