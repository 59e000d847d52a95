package vn.gov.hanoi.training.plan;

import java.time.Instant;

/** When and by whom a record was made. */
record Recorded(Instant at, String by) {}
