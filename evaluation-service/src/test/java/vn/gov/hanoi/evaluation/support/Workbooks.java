package vn.gov.hanoi.evaluation.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;

/** Workbooks as they were written. */
public final class Workbooks {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String SHEET = "xl/worksheets/sheet1.xml";
    public static final String STYLES = "xl/styles.xml";

    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-f]+);");

    private Workbooks() {}

    /** The text of a part, with letters for their numbers; fails unless it is well-formed, since a spreadsheet opens nothing else. */
    public static String part(byte[] workbook, String name) throws Exception {
        var file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var parts = new ZipFile(file.toFile());
                    var part = parts.getInputStream(parts.getEntry(name))) {
                var xml = part.readAllBytes();
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
                return REFERENCE
                        .matcher(new String(xml, StandardCharsets.UTF_8))
                        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The workbook as somebody leaves it who has typed numbers and texts into empty cells. */
    public static byte[] filled(byte[] workbook, Map<String, Object> cells) throws IOException {
        var out = new ByteArrayOutputStream();
        var file = Files.createTempFile("workbook", ".xlsx");
        try (var copy = new ZipOutputStream(out)) {
            Files.write(file, workbook);
            try (var parts = new ZipFile(file.toFile())) {
                for (var part : Collections.list(parts.entries())) {
                    var content = parts.getInputStream(part).readAllBytes();
                    copy.putNextEntry(new ZipEntry(part.getName()));
                    copy.write(
                            part.getName().equals(SHEET)
                                    ? typed(new String(content, StandardCharsets.UTF_8), cells)
                                            .getBytes(StandardCharsets.UTF_8)
                                    : content);
                }
            }
        } finally {
            Files.delete(file);
        }
        return out.toByteArray();
    }

    private static String typed(String sheet, Map<String, Object> cells) {
        var typed = sheet;
        for (var cell : cells.entrySet()) {
            var value =
                    cell.getValue() instanceof Number ? "><v>%s</v></c>" : " t=\"inlineStr\"><is><t>%s</t></is></c>";
            var before = typed;
            typed = typed.replaceFirst(
                    "(<c r=\"%s\"[^>]*)></c>".formatted(cell.getKey()), "$1" + value.formatted(cell.getValue()));
            if (typed.equals(before)) {
                throw new AssertionError("no empty cell " + cell.getKey());
            }
        }
        return typed;
    }
}
