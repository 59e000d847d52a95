package vn.gov.hanoi.kernel.directorycopy;

import java.util.UUID;

/** What a service does when a reorganisation is decided; optional. Works in the transaction of the inbox and begins none of its own. */
public interface ReorganisationFollower {
    /** The reorganisation was applied, maybe long before its day. The copy of its units may arrive later. */
    void applied(AppliedReorganisation plan);

    /** It was taken back before its day; that may be told after the day. */
    void reverted(UUID planId, long version);
}
