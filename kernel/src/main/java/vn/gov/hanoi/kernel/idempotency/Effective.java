package vn.gov.hanoi.kernel.idempotency;

import java.util.List;

/** An answer that says what its command did to other records. */
public interface Effective {
    /** In the order in which they happen. */
    List<Effect> effects();
}
