package vn.gov.hanoi.selection.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.support.Scans;

class ScriptPagesTest {
    @Test
    void shouldKeepNothingButThePictureOfThePages() throws IOException {
        // Given: everything that a file can tell
        var scan = Scans.telling("Nguyen Thi Mau", 2);
        assertThat(new String(scan, StandardCharsets.ISO_8859_1)).contains("Nguyen Thi Mau");

        // When
        var plain = ScriptPages.plain(scan);

        // Then
        var text = new String(plain, StandardCharsets.ISO_8859_1);
        for (var trace : List.of(
                "Nguyen",
                "Mau",
                "/Info",
                "/Metadata",
                "/Annots",
                "/Names",
                "/Outlines",
                "D:20",
                "XMP",
                "xpacket",
                "Exif")) {
            assertThat(text).as(trace).doesNotContain(trace);
        }
        try (var document = Loader.loadPDF(plain)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document)).isBlank();
            var page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(new Color(page.getRGB(150, page.getHeight() - 150)).getRed())
                    .isLessThan(60);
            assertThat(new Color(page.getRGB(400, 100)).getRed()).isGreaterThan(200);
        }
        assertThat(ScriptPages.plain(scan)).isEqualTo(plain);
    }

    @Test
    void shouldGiveTheSameBytesForTheSamePagesOfTwoPersons() {
        assertThat(ScriptPages.plain(Scans.telling("Nguyen Thi Mau", 1)))
                .isEqualTo(ScriptPages.plain(Scans.telling("Tran Van Khac", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no PDF", "%PDF-1.7\n%%EOF", "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj"})
    void shouldRefuseWhatIsNoDocument(String content) {
        assertThatThrownBy(() -> ScriptPages.plain(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessage("selection.script-unreadable");
    }

    @Test
    void shouldRefuseWhatIsTooLargeBeforeItIsUnpacked() {
        for (var scan : List.of(
                new byte[ScriptPages.MOST_BYTES + 1],
                Scans.pages(ScriptPages.MOST_PAGES + 1),
                Scans.bomb(),
                Scans.wide())) {
            assertThatThrownBy(() -> ScriptPages.plain(scan))
                    .isInstanceOf(Refused.class)
                    .hasMessage("selection.script-too-large");
        }
    }

    @Test
    void shouldRefuseALockedDocument() {
        assertThatThrownBy(() -> ScriptPages.plain(Scans.locked()))
                .isInstanceOf(Refused.class)
                .hasMessage("selection.script-unreadable");
    }
}
