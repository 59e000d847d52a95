package vn.gov.hanoi.training.credential;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One page written from the top in centred lines, with a code for cameras in the lower left corner. */
final class PaperSheet implements AutoCloseable {
    /** Liberation Sans, SIL Open Font License 1.1: has every Vietnamese letter. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int MARGIN = 40;
    private static final int SMALLEST = 6;
    private static final int SQUARE = 110;
    private static final int QUIET = 4;
    private static final int PER_MILLE = 1000;
    /** Share of the letter's size from line to line, in hundredths. */
    private static final int LEADING = 140;

    private final PDPageContentStream out;
    private final PDType0Font font;
    private final int width;
    private int y;

    PaperSheet(PDDocument document, PDPage page) throws IOException {
        try (var letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            this.font = PDType0Font.load(document, letters, true);
        }
        this.out = new PDPageContentStream(document, page);
        this.width = (int) page.getMediaBox().getWidth();
        this.y = (int) page.getMediaBox().getHeight() - MARGIN;
    }

    /** Writes a centred line; a text that is too long is written smaller, so that nothing of it is lost. */
    void line(String text, int size) throws IOException {
        var shown = known(text);
        int fitting = size;
        while (fitting > SMALLEST && length(shown, fitting) > width - 2 * MARGIN) {
            fitting--;
        }
        y -= fitting * LEADING / 100;
        text(shown, fitting, (width - length(shown, fitting)) / 2, y);
    }

    void gap(int points) {
        y -= points;
    }

    /** The code that a camera reads, with the same address in letters below it. */
    void square(String address) throws IOException {
        var matrix = matrix(address);
        int module = SQUARE / (matrix.getWidth() + 2 * QUIET);
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row)) {
                    int top = MARGIN + (matrix.getHeight() + QUIET - row) * module;
                    out.addRect(MARGIN + (column + QUIET) * module, top, module, module);
                }
            }
        }
        out.fill();
        text("Quét mã hoặc mở địa chỉ này để kiểm tra chứng chỉ:", 8, MARGIN, MARGIN);
        text(known(address), 8, MARGIN, MARGIN - 12);
    }

    private static BitMatrix matrix(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalStateException("address too long for a code", e);
        }
    }

    private void text(String text, int size, int x, int line) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, line);
        out.showText(text);
        out.endText();
    }

    private int length(String text, int size) throws IOException {
        return (int) (font.getStringWidth(text) * size / PER_MILLE);
    }

    /** Letters of other scripts that the font does not have are shown as a box; page and signed text have them. */
    private String known(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            var one = Character.toString(letter);
            shown.append(has(one) ? one : "\u25a1");
        });
        return shown.toString();
    }

    private boolean has(String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
