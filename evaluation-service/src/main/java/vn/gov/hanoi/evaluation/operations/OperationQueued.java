package vn.gov.hanoi.evaluation.operations;

/** Signal inside the process: an operation becomes durable. Observed after the commit only. */
record OperationQueued() {}
