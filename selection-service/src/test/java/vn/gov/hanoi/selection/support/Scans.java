package vn.gov.hanoi.selection.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Scripts as files. */
public final class Scans {
    private Scans() {}

    /** What is done to a document before it is written. */
    private interface Work {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] document(Work work) {
        try (var document = new PDDocument()) {
            work.on(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page with a black square, the same for everybody. */
    private static void page(PDDocument document) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.addRect(100, 100, 100, 100);
            content.fill();
        }
    }

    public static byte[] pages(int many) {
        return document(document -> {
            for (int i = 0; i < many; i++) {
                page(document);
            }
        });
    }

    /** Pages whose file tells who wrote them, wherever a file can. */
    public static byte[] telling(String name, int many) {
        return document(document -> {
            for (int i = 0; i < many; i++) {
                page(document);
            }
            var information = document.getDocumentInformation();
            information.setAuthor(name);
            information.setTitle(name + ".pdf");
            information.setCreationDate(Calendar.getInstance());
            var xmp = ("<?xpacket begin=''?><x>" + name + "</x><?xpacket end='w'?>").getBytes(StandardCharsets.UTF_8);
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp)));
            var outline = new PDDocumentOutline();
            var item = new PDOutlineItem();
            item.setTitle(name);
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
            var note = new PDAnnotationText();
            note.setContents(name);
            note.setRectangle(new PDRectangle(-900, -900, 10, 10));
            document.getPage(0).getAnnotations().add(note);
            document.getPage(0).getCOSObject().setString(COSName.getPDFName("PieceInfo"), name);
            document.getDocument().getTrailer().setString(COSName.getPDFName("Owner"), name);
        });
    }

    /** A picture that says it is far larger than a page. */
    public static byte[] bomb() {
        return document(document -> {
            page(document);
            var picture = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(new byte[10]),
                    COSName.FLATE_DECODE,
                    100_000,
                    100_000,
                    8,
                    PDDeviceGray.INSTANCE);
            document.getPage(0).getResources().add(picture);
        });
    }

    public static byte[] wide() {
        return document(document -> document.addPage(new PDPage(new PDRectangle(20_000, 20_000))));
    }

    public static byte[] locked() {
        return document(document -> {
            page(document);
            document.protect(new StandardProtectionPolicy("owner-secret", "user-secret", new AccessPermission()));
        });
    }
}
