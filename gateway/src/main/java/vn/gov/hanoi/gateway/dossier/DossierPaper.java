package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import vn.gov.hanoi.gateway.dossier.DossierPart.Catalogue;
import vn.gov.hanoi.gateway.dossier.DossierPart.PartTable;

/** The sealed dossier as PDF, in Vietnamese; the dossier itself is attached, so that digest and signature can be checked. */
final class DossierPaper {
    static final String ATTACHED = "dossier.json";
    private static final Map<String, String> WHY_NOT = Map.of(
            "FORBIDDEN", "người xem không có quyền xem phần này",
            "NOT_FOUND", "không có hồ sơ dành cho người xem",
            "UNAVAILABLE", "dịch vụ không trả lời khi lập hồ sơ");
    private static final Map<String, String> SIGNATURE = Map.of(
            "SIGNED", "Đã ký số (PS256).",
            "NO_KEY", "Không ký số: cổng dịch vụ không có khóa.",
            "INCOMPLETE", "Không ký số: có phần chưa lấy được.");

    private final Catalogue catalogue;
    private final PaperWords words;

    DossierPaper(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.words = new PaperWords(catalogue.words());
    }

    /**
     * @param dossier with digest and signature
     * @param purpose name of the purpose in Vietnamese
     * @param verifyAt page that says how to check it
     */
    byte[] render(JsonNode dossier, String purpose, String verifyAt) {
        try (var document = new PDDocument()) {
            describe(document, dossier);
            try (var pages = new PaperPages(document)) {
                head(pages, dossier, purpose);
                int number = 1;
                for (var part : catalogue.parts()) {
                    part(pages, number, part, dossier.path("parts").path(part.name()));
                    number++;
                }
                end(pages, dossier);
                pages.feet(List.of(
                        "Người xem: %s. Mục đích: %s. Lập lúc: %s. Tính đến ngày: %s."
                                .formatted(
                                        dossier.path("madeFor").asText(),
                                        purpose,
                                        words.of(dossier.path("madeAt")),
                                        words.of(dossier.path("asOf"))),
                        "SHA-256: " + dossier.at("/digest/value").asText(),
                        "Kiểm tra: tệp %s đính kèm bản này, cách kiểm tra tại %s".formatted(ATTACHED, verifyAt)));
            }
            attach(document, dossier);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("paper cannot be made", e);
        }
    }

    private void head(PaperPages pages, JsonNode dossier, String purpose) throws IOException {
        pages.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12);
        pages.centred("Độc lập - Tự do - Hạnh phúc", 11);
        pages.gap(14);
        pages.centred("HỒ SƠ TỔNG HỢP", 18);
        pages.centred("CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", 12);
        pages.gap(4);
        pages.centred("Tính đến ngày " + words.of(dossier.path("asOf")), 11);
        pages.gap(12);
        pages.line("Người xem: " + dossier.path("madeFor").asText(), 10);
        fact(pages, "Cơ quan: ", dossier.path("organisation"));
        pages.line(
                "Mục đích: %s (%s)".formatted(purpose, dossier.path("purpose").asText()), 10);
        fact(pages, "Căn cứ: ", dossier.path("case"));
        pages.line("Lập lúc: " + words.of(dossier.path("madeAt")) + " (giờ Hà Nội)", 10);
        pages.line(
                dossier.path("complete").asBoolean()
                        ? "Bản này có đủ các phần."
                        : "Bản này KHÔNG đầy đủ; mỗi phần thiếu được ghi rõ lý do.",
                10);
    }

    private void fact(PaperPages pages, String label, JsonNode value) throws IOException {
        if (value.isTextual()) {
            pages.line(label + value.asText(), 10);
        }
    }

    private void part(PaperPages pages, int number, DossierPart part, JsonNode answer) throws IOException {
        pages.gap(12);
        pages.keepTogether(60);
        pages.line("%d. %s".formatted(number, part.title()), 12);
        pages.gap(2);
        if (!answer.path("state").asText().equals("DATA")) {
            pages.line(
                    "KHÔNG CÓ TRONG BẢN NÀY: %s (%s)."
                            .formatted(
                                    WHY_NOT.getOrDefault(answer.path("state").asText(), "không rõ lý do"),
                                    answer.path("code").asText()),
                    10);
            return;
        }
        if (!answer.path("asOfApplied").asBoolean()) {
            pages.line("Theo hiện trạng khi lập, không theo ngày ở trên.", 8);
        }
        if (answer.path("cut").asBoolean()) {
            pages.line("CHƯA ĐẦY ĐỦ: dịch vụ còn nhiều dòng hơn số dòng dưới đây.", 10);
        }
        var data = answer.path("data");
        for (var table : part.tables()) {
            table(pages, table, data);
        }
        hidden(pages, data);
    }

    private void table(PaperPages pages, PartTable table, JsonNode data) throws IOException {
        if (table.rows() == null) {
            for (var column : table.columns()) {
                var value = words.of(column, data);
                pages.line(column.label() + ": " + (value.isEmpty() ? "-" : value), 10);
            }
            pages.gap(4);
            return;
        }
        var rows = new ArrayList<List<String>>();
        data.at(table.rows())
                .forEach(row -> rows.add(table.columns().stream()
                        .map(column -> words.of(column, row))
                        .toList()));
        if (rows.isEmpty()) {
            pages.line("Không có dữ liệu.", 10);
        } else {
            pages.table(table.columns().stream().map(DossierPart.Column::label).toList(), rows);
        }
    }

    private static void hidden(PaperPages pages, JsonNode data) throws IOException {
        var names = new ArrayList<String>();
        data.path("hiddenFields")
                .forEach(field -> names.add(field.path("pointer").asText()));
        if (!names.isEmpty()) {
            pages.line("Được che theo quyền của người xem: " + String.join(", ", names), 8);
        }
    }

    private static void end(PaperPages pages, JsonNode dossier) throws IOException {
        pages.gap(16);
        pages.keepTogether(60);
        pages.line(SIGNATURE.getOrDefault(dossier.at("/signature/state").asText(), "Không rõ tình trạng chữ ký."), 10);
        pages.line(
                "Mã SHA-256 ở chân trang là của tệp %s đính kèm, theo dạng chuẩn RFC 8785, không gồm digest và signature."
                        .formatted(ATTACHED),
                8);
    }

    private void describe(PDDocument document, JsonNode dossier) {
        var made = GregorianCalendar.from(
                Instant.parse(dossier.path("madeAt").asText()).atZone(PaperWords.HANOI));
        var information = new PDDocumentInformation();
        information.setTitle("Hồ sơ tổng hợp " + dossier.path("officerId").asText());
        information.setProducer("Công Vụ dossier, layout 1");
        information.setCreationDate(made);
        information.setModificationDate(made);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage("vi");
        // The library would take the time of day.
        document.setDocumentId((long) dossier.at("/digest/value").asText().hashCode());
    }

    private static void attach(PDDocument document, JsonNode dossier) throws IOException {
        byte[] bytes = PartReader.JSON.writeValueAsBytes(dossier);
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(bytes.length);
        var named = new PDComplexFileSpecification();
        named.setFile(ATTACHED);
        named.setFileUnicode(ATTACHED);
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHED, named));
        var names = new PDDocumentNameDictionary(Objects.requireNonNull(document.getDocumentCatalog()));
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }
}
