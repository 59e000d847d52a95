package vn.gov.hanoi.evaluation.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.kernel.testing.Xlsx;

/** A workbook that is damaged or made to harm is refused; nothing of it is kept, opened elsewhere or held in memory. */
@QuarkusTest
@WithStack
class HostileWorkbookTest {
    private static final int MIB = 1 << 20;

    static Stream<Arguments> workbooks() {
        var good = Xlsx.ofCsv(Ground.UNITS + "H26.X1,Phòng,DIVISION,H26,2019-01-01,");
        var header = Xlsx.row(1, Ground.UNITS.strip().split(","));
        return Stream.of(
                broken("cut in the middle", () -> Arrays.copyOf(good.bytes(), good.bytes().length / 2)),
                broken("cut at the end", () -> Arrays.copyOf(good.bytes(), good.bytes().length - 8)),
                broken("only the first bytes", () -> new byte[] {'P', 'K', 3, 4}),
                broken("empty zip", () ->
                        new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                broken("old or locked workbook", () -> new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}),
                broken("no sheet", () -> Xlsx.of("").without(Xlsx.SHEET).bytes()),
                broken(
                        "no workbook",
                        () -> Xlsx.of("").without("xl/workbook.xml").bytes()),
                broken("no shared texts", () -> Xlsx.of("").without(Xlsx.TEXTS).bytes()),
                broken("number of no shared text", () -> Xlsx.of(Xlsx.row(1, "<c r=\"@\" t=\"s\"><v>7</v></c>"))
                        .bytes()),
                broken("half a sheet", () -> part(header.substring(0, 100))),
                broken("no number", () -> Xlsx.of("<row r=\"x\"/>").bytes()),
                broken("rows backwards", () -> Xlsx.of(header + Xlsx.row(3, "a") + Xlsx.row(2, "b"))
                        .bytes()),
                broken("row above all rows", () -> Xlsx.of(Xlsx.row(2_000_000, "a"))
                        .bytes()),
                broken("other code page", () -> Xlsx.of("")
                        .part(Xlsx.SHEET, Xlsx.sheet(header).getBytes(UTF_16LE))
                        .bytes()),
                broken("entity", () -> part("<!DOCTYPE a [<!ENTITY b \"" + "c".repeat(99) + "\">]><a>&b;</a>")),
                broken("marked section", () -> Xlsx.of(
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[a]]></t></is></c></row>")
                        .bytes()),
                broken("sheet elsewhere", () -> Xlsx.of("")
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                "<Relationships><Relationship Id=\"rId1\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>")
                        .bytes()),
                broken("sheet above", () -> Xlsx.of("")
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                "<Relationships><Relationship Id=\"rId1\" Target=\"../../../../etc/passwd\"/></Relationships>")
                        .bytes()),
                large("endless text", () -> Xlsx.of(Xlsx.row(1, "a".repeat(MIB)))
                        .bytes()),
                large("endless row", () -> Xlsx.of("<row r=\"1\">" + "<c><v>1</v></c>".repeat(2_000) + "</row>")
                        .bytes()),
                large("far column", () -> Xlsx.of("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>")
                        .bytes()),
                large("runs without end", () -> Xlsx.of("<row r=\"1\"><c t=\"inlineStr\"><is>"
                                + "<r><t>aaaaaaaa</t></r>".repeat(10_000) + "</is></c></row>")
                        .bytes()),
                large("deep", () -> Xlsx.of("<row>" + "<a>".repeat(100)).bytes()),
                large("names without end", () -> Xlsx.of(names()).bytes()),
                large("one text for all cells", () -> Xlsx.of(header + amplified())
                        .texts("a".repeat(30_000))
                        .bytes()),
                large("sheet of 160 megabytes", () -> bomb(Xlsx.SHEET)),
                large("texts of 160 megabytes", () -> bomb(Xlsx.TEXTS)),
                arguments("a million rows", 422, "import.too-many-rows", (Supplier<byte[]>)
                        () -> Xlsx.of(header + Xlsx.row(1_048_576, "a")).bytes()),
                arguments("no rows", 422, "import.file-empty", (Supplier<byte[]>)
                        () -> Xlsx.of("").bytes()),
                arguments("header only", 422, "import.file-empty", (Supplier<byte[]>)
                        () -> Xlsx.of(header).bytes()),
                arguments("formula in the header", 422, "import.column-unknown", (Supplier<byte[]>)
                        () -> Xlsx.of(Xlsx.row(1, "<c r=\"@\"><f>A2</f></c>")).bytes()));
    }

    private static Arguments broken(String name, Supplier<byte[]> file) {
        return arguments(name, 400, "import.workbook-broken", file);
    }

    private static Arguments large(String name, Supplier<byte[]> file) {
        return arguments(name, 413, "import.workbook-too-large", file);
    }

    private static byte[] part(String sheet) {
        return Xlsx.of("").part(Xlsx.SHEET, sheet).bytes();
    }

    private static String names() {
        var names = new StringBuilder("<row>");
        for (int i = 0; i < 2_000; i++) {
            names.append("<n%d/>".formatted(i));
        }
        return names.toString();
    }

    private static String amplified() {
        var rows = new StringBuilder();
        for (int i = 2; i < 6_000; i++) {
            rows.append("<row>").append("<c t=\"s\"><v>0</v></c>".repeat(6)).append("</row>");
        }
        return rows.toString();
    }

    /** A part of 160 megabytes that packs to as many kilobytes. */
    private static byte[] bomb(String name) {
        var open = name.equals(Xlsx.TEXTS) ? "<sst>" : "<worksheet><sheetData>";
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : Xlsx.of("").without(name).parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(open.getBytes(UTF_8));
            var spaces = ("<a>" + " ".repeat(65_000) + "</a>").getBytes(UTF_8);
            for (int i = 0; i < 2_500; i++) {
                zip.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void shouldRefuseIt(String name, int status, String code, Supplier<byte[]> file) {
        // Given
        var editor = Ground.department().editor();
        var before = Footprint.now();

        // When
        var refused = Files.upload(editor, "UNITS", "PARTIAL", file.get(), Api.key());

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo(code);
        assertThat(refused.asString()).doesNotContain("xml", "zip", "Exception");
        assertThat(Footprint.now()).isEqualTo(before);
    }

    /** Links, pictures and macros are parts like others, and nobody opens them. */
    @Test
    void shouldCallNobodyAndRunNothing() throws IOException {
        // Given
        var ground = Ground.department();
        try (var elsewhere = new ServerSocket(0)) {
            elsewhere.setSoTimeout(300);
            var address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
            var workbook = Xlsx.ofCsv(Ground.UNITS + ground.unitRow("1"))
                    .part("xl/vbaProject.bin", new byte[] {1, 2, 3})
                    .part("xl/externalLinks/externalLink1.xml", "<externalLink href=\"" + address + "\"/>")
                    .part("xl/drawings/drawing1.xml", "<!DOCTYPE a SYSTEM \"" + address + "\"><a/>")
                    .part("../../etc/cron.d/a", "a");

            // When
            var accepted = Files.upload(ground.editor(), "UNITS", "ATOMIC", workbook.bytes(), Api.key());

            // Then
            Files.following(ground.editor(), accepted).hasState("SUCCEEDED").counts(1, 0, 0);
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void shouldNotFollowADocumentTypeOfTheSheet() throws IOException {
        // Given
        var editor = Ground.department().editor();
        try (var elsewhere = new ServerSocket(0)) {
            elsewhere.setSoTimeout(300);
            var address = "http://127.0.0.1:" + elsewhere.getLocalPort() + "/a.dtd";
            var file = part("<!DOCTYPE worksheet SYSTEM \"" + address + "\">" + Xlsx.sheet(Xlsx.row(1, "a")));

            // When
            var refused = Files.upload(editor, "UNITS", "PARTIAL", file, Api.key());

            // Then
            assertThat(refused.as(Json.class).getString("code")).isEqualTo("import.workbook-broken");
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
