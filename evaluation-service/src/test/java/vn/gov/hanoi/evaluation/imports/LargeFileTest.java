package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.kernel.table.XlsxReader;
import vn.gov.hanoi.kernel.testing.Xlsx;

/**
 * A file of 40,000 people is written and read without being held; only the codes that must not come twice are. Comes before the service
 * is in the heap, which is collected again and again here.
 */
@Order(0)
@Tag("late")
class LargeFileTest {
    private static final int ROWS = 40_000;
    private static final List<String> COLUMNS = List.of(Ground.OFFICERS.strip().split(","));
    private static final long MIB = 1L << 20;
    /** The codes of the rows with their numbers: some 110 bytes each. */
    private static final long CODES = 8 * MIB;

    private static final long REST = 6 * MIB;

    @TempDir
    Path folder;

    private long before;
    private long most;

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void look(int row) {
        if (row % 20_000 == 0) {
            most = Math.max(most, used() - before);
        }
    }

    private static List<String> person(int number) {
        var code = "KP%06d".formatted(number);
        return List.of(
                code,
                "Nguyễn Văn An",
                "CIVIL_SERVANT",
                "1980-02-29",
                "H26.1",
                "STAFF",
                "Chuyên viên",
                "false",
                "2019-06-01",
                "12/QĐ-SNV");
    }

    private Path write(TableFormat format) throws IOException {
        var path = folder.resolve("rows");
        try (var file = new BufferedOutputStream(Files.newOutputStream(path));
                var table = format.open(file, COLUMNS)) {
            for (int i = 1; i <= ROWS; i++) {
                table.row(person(i));
                look(i);
            }
        }
        return path;
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void shouldStayOutOfTheMemory(TableFormat format) throws IOException {
        // Given
        before = used();
        var file = write(format);
        var whileWriting = most;
        most = 0;
        before = used();
        var target = new Counting();

        // When
        int rows = new ImportFile(COLUMNS, List.of(), new Limits()).read(file, target);

        // Then
        assertThat(rows).isEqualTo(ROWS).isEqualTo(target.rows);
        assertThat(target.last).isEqualTo(person(ROWS));
        assertThat(whileWriting).as("bytes while writing").isLessThan(REST);
        assertThat(most).as("bytes while reading").isLessThan(CODES + REST);
    }

    @Test
    void shouldKeepTextsThatCellsShareOutOfTheMemoryToo() throws IOException {
        // Given
        var texts = new String[ROWS];
        var rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            texts[i] = "Phòng số %d, một tên đơn vị dài mà chỉ một dòng dùng đến".formatted(i);
            rows.append("<row><c t=\"s\"><v>").append(i).append("</v></c></row>");
        }
        var path = folder.resolve("shared.xlsx");
        Files.write(path, Xlsx.of(rows.toString()).texts(texts).bytes());
        var last = texts[ROWS - 1];
        texts = new String[0];
        rows = new StringBuilder();
        before = used();
        int number = 0;
        var cell = "";

        // When
        try (var reader = XlsxReader.open(path, 64 * MIB)) {
            for (var row = reader.next(); row != null; row = reader.next()) {
                cell = row.cells().getFirst();
                look(++number);
            }
        }

        // Then
        assertThat(texts.length + rows.length()).isZero();
        assertThat(number).isEqualTo(ROWS);
        assertThat(cell).isEqualTo(last);
        assertThat(most).isLessThan(REST);
    }

    private final class Counting implements ImportFile.Target {
        private int rows;
        private List<String> last = List.of();

        @Override
        public void begin(Heading heading) {
            assertThat(heading.header()).isEqualTo(COLUMNS);
        }

        @Override
        public void take(List<ImportRow> chunk) {
            rows += chunk.size();
            last = chunk.getLast().cells();
            look(rows);
        }
    }

    /** The limits as they are without configuration. */
    private record Limits() implements ImportConfig {
        @Override
        public int chunkRows() {
            return 2_000;
        }

        @Override
        public int lanes() {
            return 2;
        }

        @Override
        public int chunksInLane() {
            return 2;
        }

        @Override
        public int mostRows() {
            return 500_000;
        }

        @Override
        public long mostBytes() {
            return 64 * MIB;
        }

        @Override
        public Duration longestTransaction() {
            return Duration.ofMinutes(10);
        }
    }
}
