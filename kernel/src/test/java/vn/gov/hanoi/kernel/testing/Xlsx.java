package vn.gov.hanoi.kernel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, good ones and others. */
public final class Xlsx {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public static final String SHEET = "xl/worksheets/sheet1.xml";
    public static final String TEXTS = "xl/sharedStrings.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Xlsx() {}

    /** A workbook whose first sheet has these rows, given as XML. */
    public static Xlsx of(String rows) {
        var workbook = new Xlsx();
        workbook.part(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(MAIN, LINKS));
        workbook.part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="%1$s/styles" Target="styles.xml"/>\
                <Relationship Id="rId3" Type="%1$s/sharedStrings" Target="/xl/sharedStrings.xml"/>\
                <Relationship Id="rId4" Type="%1$s/externalLink" Target="http://127.0.0.1:9/a" TargetMode="External"/>\
                </Relationships>""".formatted(LINKS));
        workbook.part("xl/styles.xml", """
                <styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-42A]dd\\/mm\\/yyyy;@"/></numFmts>\
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
                <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>""".formatted(MAIN));
        workbook.texts();
        return workbook.part(SHEET, sheet(rows));
    }

    public static String sheet(String rows) {
        return "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
    }

    /** A row of texts that stand in their cells; null is no cell. */
    public static String row(int number, String... cells) {
        var row = new StringBuilder("<row r=\"%d\">".formatted(number));
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.append(
                        cells[i].startsWith("<")
                                ? cells[i].replace("@", "" + (char) ('A' + i) + number)
                                : text(i, number, cells[i]));
            }
        }
        return row.append("</row>").toString();
    }

    private static String text(int column, int number, String text) {
        return "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                .formatted(
                        (char) ('A' + column),
                        number,
                        text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** Rows as a CSV file without quotes has them. */
    public static Xlsx ofCsv(String csv) {
        var rows = new StringBuilder();
        int number = 0;
        for (var line : csv.strip().split("\n")) {
            rows.append(row(++number, line.split(",", -1)));
        }
        return of(rows.toString());
    }

    public Xlsx texts(String... texts) {
        var content = new StringBuilder("<sst xmlns=\"%s\">".formatted(MAIN));
        for (var text : texts) {
            content.append(text.startsWith("<") ? "<si>" + text + "</si>" : "<si><t>" + text + "</t></si>");
        }
        return part(TEXTS, content.append("</sst>").toString());
    }

    public Xlsx part(String name, String content) {
        return part(name, (DECLARATION + content).getBytes(UTF_8));
    }

    public Xlsx part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public Xlsx without(String name) {
        parts.remove(name);
        return this;
    }

    public Map<String, byte[]> parts() {
        return parts;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
