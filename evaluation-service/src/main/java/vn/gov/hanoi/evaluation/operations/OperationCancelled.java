package vn.gov.hanoi.evaluation.operations;

import java.util.UUID;

/** Signal inside the process and inside the transaction: whoever did the work of this operation removes what still waits. */
public record OperationCancelled(UUID id) {}
