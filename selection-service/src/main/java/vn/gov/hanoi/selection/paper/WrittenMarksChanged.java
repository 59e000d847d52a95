package vn.gov.hanoi.selection.paper;

import java.util.UUID;

/** The second marking was told; marks may be others now. Fired inside the transaction, before the result of the round is approved. */
public record WrittenMarksChanged(UUID roundId) {}
