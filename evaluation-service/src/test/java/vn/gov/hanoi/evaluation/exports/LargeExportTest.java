package vn.gov.hanoi.evaluation.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** However many people are exported, the database sends some of them at a time, and a chunk of the file is in memory. */
@QuarkusTest
@WithStack
class LargeExportTest {
    private static final int ROWS = 80_000;
    private static final long MOST = 16L << 20;

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** As an import would record them, without its events and without looking up each other key. */
    private static void record(Units.Unit unit) {
        Database.execute("""
                set session_replication_role = replica;
                with people as (
                    insert into officers (id, officer_code, created_at, created_by, changed_at, changed_by)
                    select gen_random_uuid(), 'KX' || lpad(i::text, 7, '0'), now(), 'x', now(), 'x' from generate_series(1, ?) i
                    returning id),
                identities as (
                    insert into officer_states (id, officer_id, full_name, sort_key, search_key, recorded_at, recorded_by)
                    select gen_random_uuid(), id, 'Trần Thị Bình', 'b', 'b', date_trunc('milliseconds', now()) - interval '1 second', 'x'
                    from people)
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, category, valid_from, decision_number,
                    recorded_at, recorded_by)
                select gen_random_uuid(), id, ?, 'STAFF', 'Cán sự', false, true, 'CADRE', '2019-01-01', '1',
                    date_trunc('milliseconds', now()) - interval '1 second', 'x'
                from people;
                reset session_replication_role""", ROWS, unit.id());
        Database.execute(
                "update directory_clock set last = greatest(last, date_trunc('milliseconds', clock_timestamp()))");
        // Autovacuum does so some time after an import. Until then a plan made for a unit of two people may read all of
        // them for each.
        Database.execute("analyze officers, officer_states, assignments");
    }

    /** They came past the service and are listed nowhere, so they must not be left to the checks of other tests. */
    @AfterEach
    void forget() {
        Database.execute("""
                set session_replication_role = replica;
                delete from assignments where recorded_by = 'x';
                delete from officer_states where recorded_by = 'x';
                delete from officers where created_by = 'x'""");
        Database.execute("vacuum officers, officer_states, assignments");
    }

    @Test
    void shouldHoldOneChunkOfEightyThousandPeople() throws Exception {
        // Given
        var department = Units.department();
        var editor = Units.editor(department);
        record(department);
        long before = used();

        // When
        var export = StoppedExport.at(5, editor, Exports.request("OFFICERS", "CSV"));
        long inTheMiddle = used();
        int done = Api.as(editor)
                .get(export.accepted().header("Location"))
                .as(Json.class)
                .getInt("progress.done");
        export.goOn();
        var manifest = Exports.followed(editor, export.accepted(), "SUCCEEDED");

        // Then
        assertThat(done).isBetween(20_000, ROWS - 1_000);
        assertThat(inTheMiddle - before).as("bytes in the middle of the file").isLessThan(MOST);
        assertThat(manifest.getInt("rows")).isEqualTo(ROWS);
        assertThat(export.chunks()).isGreaterThan(5);
        try (var file = Exports.file(editor, manifest).asInputStream()) {
            assertThat(digest(file)).isEqualTo(manifest.getString("sha256"));
        }
    }

    private static String digest(InputStream file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var read = new DigestInputStream(file, digest)) {
            read.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
