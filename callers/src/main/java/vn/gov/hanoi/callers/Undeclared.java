package vn.gov.hanoi.callers;

import java.util.Map;

/** A call that does not say of itself what it must, or says what its credential does not allow. */
public final class Undeclared extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CallerFault fault;
    private final transient Map<String, Object> args;

    Undeclared(CallerFault fault, Map<String, Object> args) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.args = args;
    }

    public CallerFault fault() {
        return fault;
    }

    /** Facts for the text of the problem; nothing of persons. */
    public Map<String, Object> args() {
        return args;
    }
}
