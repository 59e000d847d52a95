package vn.gov.hanoi.kernel.outbox;

/** Signal inside the process: a transaction with outbox rows is about to commit. Observed after success only. */
public record OutboxWritten() {}
