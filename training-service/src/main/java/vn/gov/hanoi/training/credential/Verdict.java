package vn.gov.hanoi.training.credential;

/** What can be said about a signed certificate; each has its own answer online and offline. */
public enum Verdict {
    /** Issued, unaltered, in force; signed by the key of today. */
    VALID,
    /** The same, signed by a key that was in use then and has been replaced. */
    VALID_OLD_KEY,
    /** Issued and unaltered; its last day has passed. */
    EXPIRED,
    /** Issued; the reason code says why it does not count for now. */
    SUSPENDED,
    /** Issued; the reason code says why it no longer counts. */
    REVOKED,
    /** At least one character is not as it was signed. */
    ALTERED,
    /** Never issued: no published key signed it then, or no such number is in the register. */
    UNKNOWN,
    /** Unaltered; whether it is revoked or suspended is not known, for want of a list that is late enough. */
    STATUS_NOT_CHECKED;

    public boolean isValid() {
        return this == VALID || this == VALID_OLD_KEY;
    }
}
