package vn.gov.hanoi.training.proposal;

/**
 * The computed cost sheet of a line.
 *
 * @param totalVnd its sum in đồng
 * @param json the whole sheet, as it is kept
 */
record CostedLine(long totalVnd, String json) {}
