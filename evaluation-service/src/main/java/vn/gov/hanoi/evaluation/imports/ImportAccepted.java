package vn.gov.hanoi.evaluation.imports;

/** Signal inside the process: an import becomes durable. Observed after the commit only. */
record ImportAccepted() {}
