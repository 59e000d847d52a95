package vn.gov.hanoi.kernel.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that is read row by row, forwards, with a bounded part of it in memory. */
public interface RowSource extends Closeable {
    /** The header, or null if the file has none. */
    @Nullable
    List<String> header() throws IOException;

    /** The next row behind the header, also an empty one, or null at the end. */
    @Nullable
    FileRow next() throws IOException;
}
