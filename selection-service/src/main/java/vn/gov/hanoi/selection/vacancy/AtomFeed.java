package vn.gov.hanoi.selection.vacancy;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.gov.hanoi.selection.vacancy.AnnouncementApi.PublicAnnouncement;

/** Announcements as an Atom feed (RFC 4287). */
final class AtomFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private AtomFeed() {}

    /**
     * @param base public base address, without a slash at the end
     * @param otherwise moment of the feed if nothing was announced
     */
    static String of(List<PublicAnnouncement> items, String base, Instant otherwise) {
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "title", "Thông báo thi tuyển chức danh lãnh đạo, quản lý");
            element(xml, "id", base + "/selection/v1/public/announcements");
            link(xml, "self", base + "/selection/v1/public/announcements/feed");
            element(
                    xml,
                    "updated",
                    (items.isEmpty() ? otherwise : items.getFirst().madeAt()).toString());
            xml.writeStartElement("author");
            element(xml, "name", "Thành phố Hà Nội");
            xml.writeEndElement();
            for (var item : items) {
                entry(xml, item, base);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("feed cannot be written", e);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, PublicAnnouncement item, String base) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + item.id());
        element(xml, "title", title(item));
        element(xml, "updated", item.madeAt().toString());
        link(xml, "alternate", base + "/selection/v1/public/vacancies/" + item.vacancyId());
        element(xml, "summary", "Nhận hồ sơ từ " + item.dossiersFrom() + " đến " + item.dossiersTo());
        xml.writeEndElement();
    }

    private static String title(PublicAnnouncement item) {
        var post = item.postTitle() + ", " + item.unitName();
        return switch (item.kind()) {
            case "SUSPENDED" -> "Tạm dừng thi tuyển: " + post;
            case "CANCELLED" -> "Hủy thi tuyển: " + post;
            default -> "Thi tuyển: " + post;
        };
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
