package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.table.TableFormat;

/**
 * What a file says before its rows.
 *
 * @param separator of the cells of a CSV file; null of other formats
 * @param header columns in the order of the file
 */
record Heading(TableFormat format, @Nullable Character separator, List<String> header) {}
