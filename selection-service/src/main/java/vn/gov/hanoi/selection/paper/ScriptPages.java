package vn.gov.hanoi.selection.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.SelectionProblem;

/**
 * Makes of a scan what a marker may see: the pages as grey pictures in a new document. Nothing else comes over: no information, no XMP, names, dates, ids, layers,
 * notes, attachments, text behind the picture, and no data of the camera inside a picture.
 */
final class ScriptPages {
    static final int MOST_BYTES = 8 << 20;
    static final int MOST_PAGES = 40;

    /** Points; A3 and a margin for crooked scans. */
    private static final int LONGEST_SIDE = 1300;

    /** A picture that is larger when unpacked is no scan of a page. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final int DOTS_PER_INCH = 150;
    private static final int POINTS_PER_INCH = 72;
    private static final int DEEPEST = 5;

    private ScriptPages() {}

    /** Refusals: selection.script-too-large, selection.script-unreadable. */
    static byte[] plain(byte[] scan) {
        if (scan.length > MOST_BYTES) {
            throw tooLarge();
        }
        try (var source = Loader.loadPDF(scan)) {
            require(source);
            return rewritten(source);
        } catch (IOException | IllegalArgumentException | IllegalStateException _) {
            throw new Refused(SelectionProblem.SCRIPT_UNREADABLE);
        }
    }

    static Refused tooLarge() {
        return new Refused(Refusal.of(SelectionProblem.SCRIPT_TOO_LARGE, "bytes", MOST_BYTES, "pages", MOST_PAGES));
    }

    /** Before anything is unpacked. */
    private static void require(PDDocument source) throws IOException {
        if (source.getNumberOfPages() == 0) {
            throw new IOException("no pages");
        }
        if (source.getNumberOfPages() > MOST_PAGES) {
            throw tooLarge();
        }
        for (var page : source.getPages()) {
            var box = page.getCropBox();
            if (Math.max(box.getWidth(), box.getHeight()) > LONGEST_SIDE
                    || Math.min(box.getWidth(), box.getHeight()) < 1) {
                throw tooLarge();
            }
            require(page.getResources(), DEEPEST);
        }
    }

    private static void require(@Nullable PDResources resources, int depth) throws IOException {
        if (resources == null) {
            return;
        }
        if (depth == 0) {
            throw tooLarge();
        }
        for (COSName name : resources.getXObjectNames()) {
            var object = resources.getXObject(name);
            if (object instanceof PDImageXObject image && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                throw tooLarge();
            }
            if (object instanceof PDFormXObject form) {
                require(form.getResources(), depth - 1);
            }
        }
    }

    private static byte[] rewritten(PDDocument source) throws IOException {
        var renderer = new PDFRenderer(source);
        try (var target = new PDDocument()) {
            for (int i = 0; i < source.getNumberOfPages(); i++) {
                add(target, renderer.renderImageWithDPI(i, DOTS_PER_INCH, ImageType.GRAY));
            }
            // Else it would be made of the time.
            target.setDocumentId(0L);
            var bytes = new ByteArrayOutputStream();
            target.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void add(PDDocument target, BufferedImage picture) throws IOException {
        var size = new PDRectangle(points(picture.getWidth()), points(picture.getHeight()));
        var page = new PDPage(size);
        target.addPage(page);
        try (var content = new PDPageContentStream(target, page)) {
            content.drawImage(JPEGFactory.createFromImage(target, picture), 0, 0, size.getWidth(), size.getHeight());
        }
    }

    private static int points(int pixels) {
        return Math.max(1, pixels * POINTS_PER_INCH / DOTS_PER_INCH);
    }
}
