package vn.gov.hanoi.training.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The certificate as PDF. */
class CertificatePaperTest {
    private static final String SIGNED = Sample.signed(Sample.OLD);
    private static byte[] paper = new byte[0];

    private final OfflineVerifier verifier = new OfflineVerifier(
            Sample.keys(),
            Sample.lists(Instant.parse("2026-06-02T00:00:00Z"), true, null, null),
            Sample.on("2026-07-01"));

    @BeforeAll
    static void render() {
        paper = CertificatePaper.render(Sample.content(null), SIGNED, Sample.ADDRESSES);
    }

    @Test
    void shouldSayEverythingInVietnameseOnOneSheet() throws IOException {
        try (var document = Loader.loadPDF(paper)) {
            // When
            var text = new PDFTextStripper().getText(document);

            // Then
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text)
                    .contains(
                            "Nguyễn Thị Mẫu Ưỡng",
                            "CB000123",
                            "Bồi dưỡng kỹ năng lãnh đạo, quản lý cấp phòng",
                            "Kỹ năng quản lý nhà nước; Lãnh đạo, quản lý; Quản lý nhà nước",
                            "37,5 giờ, từ ngày 11/05/2026 đến ngày 15/05/2026",
                            "Trường Đào tạo cán bộ Lê Hồng Phong",
                            "Sở Nội vụ",
                            "Kết quả: Đạt",
                            "112/QĐ-MẪU ngày 19/05/2026",
                            "HN26-7KQ4-M2XD-9RTC",
                            "Hà Nội, ngày 20 tháng 05 năm 2026",
                            "Không thời hạn",
                            "https://congvu.example/training/v1/public/certificates/HN26-7KQ4-M2XD-9RTC");
        }
    }

    @Test
    void shouldBeTheSameBytesForTheSameCertificate() {
        assertThat(CertificatePaper.render(Sample.content(null), SIGNED, Sample.ADDRESSES))
                .isEqualTo(paper);
    }

    @Test
    void shouldCarryItsSignedText() {
        assertThat(CertificatePaper.signedText(paper)).contains(SIGNED);
        assertThat(verifier.verifyPaper(paper).verdict()).isEqualTo(Verdict.VALID_OLD_KEY);
    }

    @Test
    void shouldFindAnEditedPaper() throws IOException {
        // Given
        byte[] edited;
        try (var document = Loader.loadPDF(paper)) {
            try (var out = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
                out.addRect(100, 300, 300, 30);
                out.fill();
            }
            var saved = new ByteArrayOutputStream();
            document.save(saved);
            edited = saved.toByteArray();
        }
        var otherText = CertificatePaper.render(Sample.content(null), Sample.signed(Sample.NEW), Sample.ADDRESSES);
        byte[] longer = java.util.Arrays.copyOf(paper, paper.length + 1);

        // Then
        assertThat(CertificatePaper.signedText(edited)).contains(SIGNED);
        assertThat(verifier.verifyPaper(edited).verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(verifier.verifyPaper(longer).verdict()).isEqualTo(Verdict.ALTERED);
        assertThat(verifier.verifyPaper(otherText).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void shouldNotReadWhatIsNoCertificate() {
        for (byte[] other :
                List.of(new byte[0], "%PDF-1.7 nothing".getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            assertThat(verifier.verifyPaper(other).verdict()).isEqualTo(Verdict.UNKNOWN);
        }
    }
}
