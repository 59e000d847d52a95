package vn.gov.hanoi.training.credential;

import java.util.Locale;

/** What a status list tells (Bitstring Status List 1.0). */
public enum StatusPurpose {
    REVOCATION,
    SUSPENSION;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of a list in its address, for example {@code revocation-1}. */
    public String listId(int list) {
        return text() + "-" + list;
    }
}
