package vn.gov.hanoi.kernel.table;

/** A file that cannot be read as a table. Each service has a code of its own for it. */
public final class UnreadableTable extends RuntimeException {
    private final Fault fault;

    /** What is wrong with the file as a whole. */
    public enum Fault {
        /** No workbook, one with a password, or one that is damaged or hostile. */
        WORKBOOK_BROKEN,
        /** More than a workbook of this size holds when it is honest. */
        WORKBOOK_TOO_LARGE,
        /** A line of more than {@link Lines#LONGEST} characters. */
        LINE_TOO_LONG
    }

    public UnreadableTable(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
