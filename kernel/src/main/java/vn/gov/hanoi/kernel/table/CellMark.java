package vn.gov.hanoi.kernel.table;

/** What a cell is, if it is not a text. */
public enum CellMark {
    /** A formula, or the error one came to; what it shows can change with the reader. */
    FORMULA,
    /** A date of a spreadsheet; its text is yyyy-MM-dd, with a time of day if it has one. */
    DATE,
    /** A number, or in JSON a value inside a value. A code that became a number has lost its leading zeros. */
    NOT_TEXT
}
