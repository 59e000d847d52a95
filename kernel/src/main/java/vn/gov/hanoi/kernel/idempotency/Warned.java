package vn.gov.hanoi.kernel.idempotency;

import java.util.List;

/** An answer that may say what does not fit although it was recorded. */
public interface Warned {
    /** Codes, in the order of the rules. */
    List<String> warningCodes();
}
