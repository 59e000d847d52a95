package vn.gov.hanoi.selection.application;

import java.util.UUID;

/** An application is about to be forgotten; fired inside the transaction, while it is still there. Rooms that keep something of the person forget it, too. */
public record ApplicationPurged(UUID applicationId) {}
