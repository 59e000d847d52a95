package vn.gov.hanoi.kernel.table;

/**
 * Cells that a spreadsheet would run as a formula. Such a cell goes out behind an apostrophe, which spreadsheets take as the sign of
 * a text, and comes in without it.
 */
public final class Formulas {
    private static final String FIRST = "=+-@\t\r";

    private Formulas() {}

    public static String neutral(String cell) {
        return begins(cell, 0) ? "'" + cell : cell;
    }

    /** The cell before it was made neutral. */
    public static String original(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && begins(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean begins(String cell, int at) {
        return cell.length() > at && FIRST.indexOf(cell.charAt(at)) >= 0;
    }
}
