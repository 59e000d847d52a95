package vn.gov.hanoi.evaluation.imports;

import java.util.List;

/**
 * One row of a CSV file.
 *
 * @param broken a quote is not closed or something follows the closing quote; the cells are then not to be trusted
 */
record CsvRow(List<String> cells, boolean broken) {
    boolean isEmpty() {
        return !broken && cells.stream().allMatch(String::isBlank);
    }
}
