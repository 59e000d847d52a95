package vn.gov.hanoi.training.credential;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import vn.gov.hanoi.kernel.time.HanoiClock;

/**
 * The certificate as PDF, made from the signed text alone: the same certificate has the same bytes, so that an edited paper is found.
 * The signed text is attached.
 */
public final class CertificatePaper {
    /** Rises when the same certificate would look different; papers of an earlier layout are printed anew. */
    private static final String PRODUCER = "Công Vụ certificate, layout 1";

    private static final String ATTACHED = "certificate.jwt";
    private static final int LARGEST = 5_000_000;
    private static final TimeZone HANOI = TimeZone.getTimeZone(HanoiClock.ZONE);

    private CertificatePaper() {}

    /** @param compact the signed text of the content */
    public static byte[] render(CertificateContent content, String compact, Addresses addresses) {
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
            document.addPage(page);
            describe(document, content);
            try (var sheet = new PaperSheet(document, page)) {
                write(sheet, content);
                sheet.square(addresses.certificate(content.number()));
            }
            attach(document, compact, moment(content.issuedOn()));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("paper cannot be made", e);
        }
    }

    private static void write(PaperSheet sheet, CertificateContent content) throws IOException {
        var course = content.course();
        sheet.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13);
        sheet.line("Độc lập - Tự do - Hạnh phúc", 12);
        sheet.gap(22);
        sheet.line(content.issuer().name(), 14);
        sheet.gap(18);
        sheet.line("CHỨNG CHỈ", 34);
        sheet.line("Số: " + content.number(), 11);
        sheet.gap(16);
        sheet.line("Cấp cho: " + content.holder().name(), 22);
        sheet.line("Mã cán bộ: " + content.holder().officerCode(), 11);
        sheet.gap(14);
        sheet.line("Đã hoàn thành: " + course.title(), 16);
        sheet.line(
                "Nội dung: "
                        + Stream.concat(
                                        course.contents().stream().map(CertificateContent.Coded::name),
                                        Stream.ofNullable(course.kind()).flatMap(kind -> kind.names().stream()))
                                .collect(Collectors.joining("; ")),
                11);
        var hours = course.hours();
        var place = course.place();
        sheet.line(
                (hours == null ? "Thời gian: " : "Thời lượng: " + number(hours) + " giờ, ")
                        + "từ ngày %s đến ngày %s".formatted(day(course.firstDay()), day(course.lastDay()))
                        + (place == null ? "" : ", tại " + place),
                11);
        sheet.line("Đơn vị tổ chức: " + content.heldBy().name() + ". Kết quả: " + content.outcome(), 11);
        sheet.line(
                "Theo Quyết định số %s ngày %s"
                        .formatted(
                                content.decision().number(),
                                day(content.decision().signedOn())),
                11);
        if (content.replaces() != null) {
            sheet.line("Thay cho chứng chỉ số " + content.replaces() + " đã bị thu hồi", 11);
        }
        sheet.gap(22);
        var issued = content.issuedOn();
        sheet.line(
                "Hà Nội, ngày %02d tháng %02d năm %d"
                        .formatted(issued.getDayOfMonth(), issued.getMonthValue(), issued.getYear()),
                12);
        var until = content.expiresOn();
        sheet.line(until == null ? "Không thời hạn" : "Có giá trị đến hết ngày " + day(until), 11);
    }

    /** The text that the paper carries; empty if there is none, or it is no such paper. */
    public static Optional<String> signedText(byte[] pdf) {
        if (pdf.length > LARGEST) {
            return Optional.empty();
        }
        try (var document = Loader.loadPDF(pdf)) {
            var names = document.getDocumentCatalog().getNames();
            var files = names == null || names.getEmbeddedFiles() == null
                    ? Map.<String, PDComplexFileSpecification>of()
                    : Optional.ofNullable(names.getEmbeddedFiles().getNames()).orElse(Map.of());
            var file = files.get(ATTACHED);
            if (file == null || file.getEmbeddedFile() == null) {
                return Optional.empty();
            }
            try (var text = file.getEmbeddedFile().createInputStream()) {
                return Optional.of(new String(text.readNBytes(Jws.LONGEST + 1), StandardCharsets.US_ASCII));
            }
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static void describe(PDDocument document, CertificateContent content) {
        var information = new PDDocumentInformation();
        information.setTitle("Chứng chỉ " + content.number());
        information.setProducer(PRODUCER);
        information.setCreationDate(moment(content.issuedOn()));
        information.setModificationDate(moment(content.issuedOn()));
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage("vi");
        // The library would take the time of day.
        document.setDocumentId((long) content.number().hashCode());
    }

    private static void attach(PDDocument document, String compact, Calendar issued) throws IOException {
        var file = new PDEmbeddedFile(
                document, new ByteArrayInputStream(compact.getBytes(StandardCharsets.US_ASCII)), COSName.FLATE_DECODE);
        file.setSubtype("application/" + Jws.CREDENTIAL);
        file.setSize(compact.length());
        file.setCreationDate(issued);
        file.setModDate(issued);
        var named = new PDComplexFileSpecification();
        named.setFile(ATTACHED);
        named.setFileUnicode(ATTACHED);
        named.setEmbeddedFile(file);
        named.setEmbeddedFileUnicode(file);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(ATTACHED, named));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private static Calendar moment(LocalDate day) {
        var calendar = new GregorianCalendar(HANOI);
        calendar.clear();
        calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        return calendar;
    }

    /** As in Vietnam: 40 or 37,5. */
    private static String number(BigDecimal hours) {
        return hours.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
