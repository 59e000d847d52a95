package vn.gov.hanoi.evaluation.imports;

import vn.gov.hanoi.kernel.testing.Database;

/** How much the database holds; what the relay has sent counts as what it still has to send. */
record Footprint(Directory directory, long operations, long imports, long chunks, long failedRows, long keys) {
    /** What people and other services see of the directory, and what the auditor sees of changes to it. */
    record Directory(long units, long officers, long posts, long events, long sequences, long audited) {
        Directory plusUnits(int number) {
            return new Directory(units + number, officers, posts, events + number, sequences + number, audited);
        }

        Directory plusOfficers(int number) {
            return new Directory(
                    units, officers + number, posts + number, events + number, sequences + number, audited);
        }
    }

    static Footprint now() {
        return new Footprint(
                directoryNow(),
                rows("operations"),
                rows("imports"),
                rows("import_chunks"),
                rows("import_rows"),
                rows("idempotency_keys"));
    }

    static Directory directoryNow() {
        return new Directory(
                rows("units"),
                rows("officers"),
                rows("assignments"),
                Database.count("select (select count(*) from outbox_events) + (select count(*) from event_log)"),
                rows("event_sequences"),
                Database.count("select count(*) from audit_entries where resource <> 'imports'"));
    }

    private static long rows(String table) {
        return Database.count("select count(*) from " + table);
    }
}
