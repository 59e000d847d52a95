package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Several chunks at a time leave what one after the other would. Chunks have 40 rows here: row 10 and row 50 are applied together. */
@QuarkusTest
@WithStack
class ImportLanesTest {
    private static final int ROWS = 160;
    /** Rows of a step: three lanes of two chunks each. */
    private static final int STEP = 240;

    private static String withNumbers(String file, String... rowsWithNumber) {
        var text = file.replace("decisionNumber\n", "decisionNumber,personalNumber\n")
                .replace("12/QĐ-SNV\n", "12/QĐ-SNV,\n");
        for (var code : rowsWithNumber) {
            text = text.replaceFirst("(" + code + ".*SNV,)\n", "$1001080012345\n");
        }
        return text;
    }

    @Test
    void shouldKeepTheFirstOfTwoRowsThatExcludeEachOther() {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        var file = withNumbers(ground.officerRows("LP", ROWS), "LP00010", "LP00050")
                .replaceAll("(LP000[27]0.*),STAFF,(.*),false,", "$1,HEAD,$2,true,");

        // When
        var imported = Files.importing(ground.editor(), "OFFICERS", "PARTIAL", file);

        // Then
        imported.hasState("PARTIAL")
                .counts(ROWS - 2, 0, 2)
                .failsOnlyAt("50 K51 officer.number-exists", "70 F71 assignment.head-exists");
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(ROWS - 2));
    }

    @Test
    void shouldRepeatTheLaterChunkAloneIfItsConnectionDies() throws SQLException {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();
        Response accepted;
        try (var barrier = Barrier.at("LQ00050", ground)) {
            accepted = Files.upload(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("LQ", ROWS));
            barrier.met();

            // When
            Barrier.killWaiting();
            barrier.met();
        }

        // Then
        Files.following(ground.editor(), accepted).hasState("SUCCEEDED").counts(ROWS, 0, 0);
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusOfficers(ROWS));
    }

    @Test
    void shouldRecordChunksOfAStepAtOneMoment() {
        // Given
        var ground = Ground.department();

        // When
        Files.importing(ground.editor(), "OFFICERS", "PARTIAL", ground.officerRows("LR", STEP + 40))
                .hasState("SUCCEEDED");

        // Then
        var moments = Database.query("""
                select count(*) as people, max(officer_code) as last from officers where officer_code like 'LR%'
                group by changed_at order by changed_at""");
        assertThat(moments)
                .extracting(row -> row.get("people") + " " + row.get("last"))
                .containsExactly("240 LR00240", "40 LR00280");
    }
}
