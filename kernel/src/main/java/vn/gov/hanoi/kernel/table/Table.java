package vn.gov.hanoi.kernel.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is being written; only what is not yet sent is in memory. */
public interface Table extends Closeable {
    /** @param cells in the order of the header; null and empty are the same; more than the header has stand behind it */
    void row(List<? extends @Nullable String> cells) throws IOException;

    /** A row that somebody will fill. Only a workbook can hold people to what belongs into a cell. */
    default void form(List<Field> fields) throws IOException {
        row(fields.stream().map(Field::text).toList());
    }
}
