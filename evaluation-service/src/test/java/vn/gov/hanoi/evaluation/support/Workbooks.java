package vn.gov.hanoi.evaluation.support;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;

/** Workbooks as they were written. */
public final class Workbooks {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String SHEET = "xl/worksheets/sheet1.xml";
    public static final String STYLES = "xl/styles.xml";

    private Workbooks() {}

    /** The text of a part; fails unless it is well-formed, since a spreadsheet opens nothing else. */
    public static String part(byte[] workbook, String name) throws Exception {
        var file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var parts = new ZipFile(file.toFile());
                    var part = parts.getInputStream(parts.getEntry(name))) {
                var xml = part.readAllBytes();
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml));
                return new String(xml, StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
