package vn.gov.hanoi.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.dossier.DossierPart.Catalogue;

/** The dossier on paper. */
class DossierPaperTest {
    private static final String DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final int MONTHS = 120;
    private static byte[] paper = new byte[0];
    private static ObjectNode dossier = PartReader.JSON.createObjectNode();

    @BeforeAll
    static void render() throws IOException {
        dossier = dossier();
        paper = new DossierPaper(Catalogue.load())
                .render(dossier, "Xét thi đua, khen thưởng", "https://congvu.example/platform/v1/portal");
        Files.write(Path.of("target/dossier.pdf"), paper);
    }

    @Test
    void shouldSayEverythingInVietnamese() throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            assertThat(text(document))
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Họ và tên: Nguyễn Thị Mẫu Ưỡng",
                            "Ngày sinh: 17/04/1985",
                            "Giới tính: Nữ",
                            "Đối tượng: Công chức",
                            "Phòng Tổ chức - Biên chế và Tổ chức phi chính phủ",
                            "Người xem: Đỗ Hương Giang",
                            "Căn cứ: 12/QD-UBND",
                            "Lập lúc: 10:20 05/08/2026",
                            "1.340.663.000 đồng",
                            "97,5000",
                            "Được che theo quyền của người xem: /birthPlace");
        }
    }

    @Test
    void shouldNameWhatIsMissingAndWhatIsEmpty() throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            var text = text(document);
            assertThat(text)
                    .contains(
                            "Bản này KHÔNG đầy đủ",
                            "KHÔNG CÓ TRONG BẢN NÀY: người xem không có quyền xem phần này (auth.role-missing)",
                            "KHÔNG CÓ TRONG BẢN NÀY: dịch vụ không trả lời khi lập hồ sơ (gateway.upstream-too-slow)",
                            "Không có dữ liệu.",
                            "CHƯA ĐẦY ĐỦ: dịch vụ còn nhiều dòng hơn",
                            "Theo hiện trạng khi lập");
            Catalogue.load().parts().forEach(part -> assertThat(text).contains(part.title()));
        }
    }

    @Test
    void shouldPutViewerPurposeTimeDigestAndNumberOnEachPage() throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            for (int i = 1; i <= pages; i++) {
                var page = new PDFTextStripper();
                page.setStartPage(i);
                page.setEndPage(i);
                assertThat(page.getText(document))
                        .contains(
                                "Người xem: Đỗ Hương Giang. Mục đích: Xét thi đua, khen thưởng. Lập lúc: 10:20 05/08/2026.",
                                "SHA-256: " + DIGEST,
                                "https://congvu.example/platform/v1/portal",
                                "Trang %d/%d".formatted(i, pages));
            }
        }
    }

    @Test
    void shouldLoseNothingOfLongTablesAndTexts() throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            var text = text(document);
            for (int i = 0; i < MONTHS; i++) {
                assertThat(text).contains("%d-%02d".formatted(2016 + i / 12, i % 12 + 1));
            }
            assertThat(Pattern.compile("Nội-dung-rất-dài").matcher(text).results())
                    .hasSize(400);
            assertThat(text.replaceAll("\\s", "")).contains("x".repeat(300));
        }
    }

    @Test
    void shouldEmbedItsFontAndCarryTheDossier() throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            var fonts = document.getPage(0).getResources();
            for (var name : fonts.getFontNames()) {
                assertThat(fonts.getFont(name).isEmbedded()).isTrue();
            }
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            var attached = files.get(DossierPaper.ATTACHED).getEmbeddedFile().toByteArray();
            assertThat(PartReader.JSON.readTree(attached)).isEqualTo(PartReader.JSON.readTree(dossier.toString()));
        }
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static ObjectNode dossier() throws IOException {
        var root = (ObjectNode) PartReader.JSON.readTree("""
                {"officerId":"0197c363-ff40-7c33-b1e0-90d2c4f1aa02","asOf":"2026-07-31","madeAt":"2026-08-05T03:20:11.482Z",
                 "madeFor":"Đỗ Hương Giang","organisation":"H26.23","purpose":"REWARD_REVIEW","case":"12/QD-UBND","complete":false,
                 "digest":{"algorithm":"SHA-256","value":"%s"},"signature":{"state":"INCOMPLETE"}}""".formatted(DIGEST));
        var parts = root.putObject("parts");
        for (var part : Catalogue.load().parts()) {
            parts.set(part.name(), PartReader.JSON.readTree("""
                    {"state":"DATA","asOfApplied":%s,"cut":false,"data":{"items":[]}}""".formatted(part.dated())));
        }
        parts.set("officer", PartReader.JSON.readTree("""
                {"state":"DATA","asOfApplied":true,"cut":false,"data":{"fullName":"Nguyễn Thị Mẫu Ưỡng","officerCode":"CB000123",
                 "birthDate":"1985-04-17","sex":"FEMALE","category":"CIVIL_SERVANT","status":"IN_SERVICE","personalNumberMasked":"0010******34",
                 "hiddenFields":[{"pointer":"/birthPlace","code":"policy"}],
                 "assignments":[{"unit":{"name":"Phòng Tổ chức - Biên chế và Tổ chức phi chính phủ"},"title":"Phó Trưởng phòng","kind":"REGULAR",
                  "validFrom":"2019-09-01","validTo":null,"decisionNumber":"112/QĐ-SNV"}]}}"""));
        var months = ((ObjectNode) parts.at("/evaluations/data")).putArray("items");
        for (int i = 0; i < MONTHS; i++) {
            months.addObject()
                    .put("period", "%d-%02d".formatted(2016 + i / 12, i % 12 + 1))
                    .put("state", "PUBLISHED")
                    .put("grade", "B")
                    .put("publishedAt", "2026-08-05T03:20:11.482Z")
                    .putObject("unit")
                    .put("name", "Phòng Tổ chức - Biên chế và Tổ chức phi chính phủ");
        }
        ((ObjectNode) parts.path("evaluations")).put("cut", true);
        ((ObjectNode) parts.at("/trainingNeeds/data"))
                .putArray("items")
                .addObject()
                .put("year", 2026)
                .put("content", "Nội-dung-rất-dài ".repeat(400) + "x".repeat(300) + " 漢");
        ((ObjectNode) parts.at("/serviceCommitments/data"))
                .putArray("items")
                .addObject()
                .put("costVnd", 1_340_663_000L)
                .put("state", "RUNNING");
        ((ObjectNode) parts.at("/accountabilityEntries/data"))
                .putArray("items")
                .add(PartReader.JSON.readTree("{\"points\":97.5000,\"type\":\"ONE_STOP_ABSENT\",\"role\":\"HEAD\"}"));
        parts.set(
                "compensations", PartReader.JSON.readTree("{\"state\":\"FORBIDDEN\",\"code\":\"auth.role-missing\"}"));
        parts.set(
                "appointments",
                PartReader.JSON.readTree("{\"state\":\"UNAVAILABLE\",\"code\":\"gateway.upstream-too-slow\"}"));
        return root;
    }
}
