package vn.gov.hanoi.evaluation.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A file that is wrong as a whole is refused before anything of it is kept, in both languages. */
@QuarkusTest
@WithStack
class DirtyFileTest {
    private static final String ROW = "H26.X1,Phòng Tổ chức,DIVISION,H26,2019-01-01,\n";
    private static final int MIB = 1 << 20;
    private static final int MOST_ROWS = 60_000;

    static Stream<Arguments> filesThatAreWrongAsAWhole() throws IOException {
        return Stream.of(
                dirt("no header", ROW, 422, "import.column-unknown"),
                dirt("header of officers", Ground.OFFICERS + ROW, 422, "import.column-unknown"),
                dirt("column missing", "code,name,type,parentCode,validFrom\n" + ROW, 422, "import.column-missing"),
                dirt("column unknown", "note," + Ground.UNITS + ROW, 422, "import.column-unknown"),
                dirt("column twice", "code," + Ground.UNITS + ROW, 422, "import.column-twice"),
                dirt("column in capitals", Ground.UNITS.replace("name", "NAME") + ROW, 422, "import.column-unknown"),
                dirt("tabs", (Ground.UNITS + ROW).replace(',', '\t'), 422, "import.column-unknown"),
                dirt("open quote in header", "\"" + Ground.UNITS + ROW, 422, "import.column-unknown"),
                dirt("nothing", "", 422, "import.file-empty"),
                dirt("byte order mark only", "\uFEFF", 422, "import.file-empty"),
                dirt("header only", Ground.UNITS, 422, "import.file-empty"),
                dirt("blank lines only", Ground.UNITS + "\n,,,,,\n \n", 422, "import.file-empty"),
                dirt("zeroes", "\0".repeat(1_000), 422, "import.column-unknown"),
                dirt("endless header", ",".repeat(MIB), 422, "import.line-too-long"),
                dirt("endless line", Ground.UNITS + "a".repeat(MIB), 422, "import.line-too-long"),
                dirt("too many rows", Ground.UNITS + "H26.X1\n".repeat(MOST_ROWS + 1), 422, "import.too-many-rows"),
                dirt(
                        "too many blank rows",
                        Ground.UNITS + "\n".repeat(MOST_ROWS + 1) + ROW,
                        422,
                        "import.too-many-rows"),
                dirt("Windows-1258", windows1258()),
                dirt("UTF-16", (Ground.UNITS + ROW).getBytes(UTF_16)),
                dirt("cut character", Arrays.copyOf("ế".getBytes(UTF_8), 2)),
                dirt("longer form of a slash", new byte[] {(byte) 0xC0, (byte) 0xAF}),
                dirt("half of a pair", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                dirt("wrong character behind 200 kB", late()),
                arguments("zip", zip(), 400, "import.workbook-broken"));
    }

    private static Arguments dirt(String name, String file, int status, String code) {
        return arguments(name, file.getBytes(UTF_8), status, code);
    }

    private static Arguments dirt(String name, byte[] notUtf8) {
        return arguments(name, notUtf8, 400, "import.not-utf8");
    }

    /** This code page writes a letter and then its tone. */
    private static byte[] windows1258() {
        var decomposed = Normalizer.normalize(ROW.replace("Tổ chức", "Hành chính"), Normalizer.Form.NFD);
        return (Ground.UNITS + decomposed).getBytes(Charset.forName("windows-1258"));
    }

    private static byte[] late() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write((Ground.UNITS + ROW.repeat(4_000)).getBytes(UTF_8));
        bytes.write(0xFF);
        return bytes.toByteArray();
    }

    private static byte[] zip() throws IOException {
        var content = new byte[10_000];
        new Random(1).nextBytes(content);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatAreWrongAsAWhole")
    void shouldRefuseAWrongFileAndKeepNothing(String name, byte[] file, int status, String code) {
        // Given
        var editor = Ground.department().editor();
        var before = Footprint.now();

        // When
        var vietnamese = upload(editor, file, "vi");
        var english = upload(editor, file, "en");

        // Then
        for (var refused : new Response[] {vietnamese, english}) {
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
            assertThat(refused.as(Json.class).getString("code")).isEqualTo(code);
            assertThat(refused.as(Json.class).getString("detail"))
                    .doesNotContain(code)
                    .doesNotContain("{");
        }
        assertThat(vietnamese.as(Json.class).getString("detail"))
                .isNotEqualTo(english.as(Json.class).getString("detail"));
        assertThat(Footprint.now()).isEqualTo(before);
    }

    @Test
    void shouldNeverRepeatWhatStandsInAnUnknownHeader() {
        // Given
        var editor = Ground.department().editor();

        // When
        var refused = upload(editor, "001080012345,Nguyễn Văn An\n".getBytes(UTF_8), "vi");

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).doesNotContain("001080012345").doesNotContain("Nguyễn");
        assertThat(refused.as(Json.class).getList("errors.code"))
                .startsWith("import.column-unknown", "import.column-unknown", "import.column-missing")
                .hasSize(8);
    }

    @Test
    void shouldRefuseAFileAboveTheLimitWithoutReadingIt(@TempDir Path folder) throws IOException {
        // Given
        var editor = Ground.department().editor();
        var before = Footprint.now();
        var file = folder.resolve("zeroes");
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(16L * MIB + 1);
        }

        // When
        var refused = upload(editor, new MultiPartSpecBuilder(file.toFile()), "vi");

        // Then
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("request.too-large");
        assertThat(refused.as(Json.class).getInt("args.limitBytes")).isEqualTo(16 * MIB);
        assertThat(Footprint.now()).isEqualTo(before);
    }

    @Test
    void shouldRefuseARequestWithoutFile() {
        // Given
        var editor = Ground.department().editor();

        // When
        var refused = Api.as(editor)
                .contentType("multipart/form-data")
                .header("Idempotency-Key", Api.key())
                .multiPart(new MultiPartSpecBuilder("{\"kind\":\"UNITS\",\"mode\":\"PARTIAL\"}")
                        .controlName("request")
                        .mimeType("application/json")
                        .build())
                .post("/evaluation/v1/imports");

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
    }

    static Stream<Arguments> filesThatOnlyLookUnusual() {
        return Stream.of(
                arguments("byte order mark", "\uFEFF%s%s"),
                arguments("blank lines at the end", "%s%s\n\n,,,,,\n"),
                arguments("no line end at the end", "%s%s"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesThatOnlyLookUnusual")
    void shouldReadAFileThatOnlyLooksUnusual(String name, String form) {
        // Given
        var ground = Ground.department();
        var file = form.formatted(
                Ground.UNITS, ground.unitRow("1") + ground.unitRow("2").strip());

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "ATOMIC", file);

        // Then
        imported.hasState("SUCCEEDED").counts(2, 0, 0);
    }

    @Test
    void shouldReadSemicolonsCarriageReturnsAndQuotesAsSpreadsheetsWriteThem() {
        // Given
        var ground = Ground.department();
        var rows = (Ground.UNITS + ground.unitRow("1") + ground.unitRow("2"))
                .replace(',', ';')
                .replace("Phòng 2", "\"Phòng \"\"Một cửa\"\"; tiếp dân\"")
                .replace("\n", "\r\n");

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "ATOMIC", rows);

        // Then
        imported.hasState("SUCCEEDED").counts(2, 0, 0);
        assertThat(Database.query("select name from unit_states where unit_id = unit_of_code(?)", ground.unit("2")))
                .first()
                .extracting(row -> row.get("name"))
                .isEqualTo("Phòng \"Một cửa\"; tiếp dân");
    }

    @Test
    void shouldReadColumnsInAnyOrderAndDecomposedLetters() {
        // Given
        var ground = Ground.department();
        var name = Normalizer.normalize("Phòng Tổ chức", Normalizer.Form.NFD);
        var rows = "validTo,validFrom,parentCode,type,name,code\n,2019-01-01,%s,DIVISION,%s,%s\n"
                .formatted(ground.code(), name, ground.unit("1"));

        // When
        var imported = Files.importing(ground.editor(), "UNITS", "ATOMIC", rows);

        // Then
        imported.hasState("SUCCEEDED").counts(1, 0, 0);
        assertThat(Database.query("select name from unit_states where unit_id = unit_of_code(?)", ground.unit("1")))
                .first()
                .extracting(row -> row.get("name"))
                .isEqualTo("Phòng Tổ chức");
    }

    @Test
    void shouldRefuseWideCharactersWithoutMark() {
        // Given
        var editor = Ground.department().editor();

        // When
        var refused = upload(editor, Ground.UNITS.getBytes(UTF_16LE), "vi");

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("import.column-unknown");
    }

    private static Response upload(String editor, byte[] file, String language) {
        return upload(editor, new MultiPartSpecBuilder(file), language);
    }

    private static Response upload(String editor, MultiPartSpecBuilder file, String language) {
        return Api.as(editor)
                .contentType("multipart/form-data")
                .header("Idempotency-Key", Api.key())
                .header("Accept-Language", language)
                .multiPart(new MultiPartSpecBuilder("{\"kind\":\"UNITS\",\"mode\":\"PARTIAL\"}")
                        .controlName("request")
                        .mimeType("application/json")
                        .build())
                .multiPart(file.controlName("file")
                        .fileName("rows.csv")
                        .mimeType("text/csv")
                        .build())
                .post("/evaluation/v1/imports");
    }
}
