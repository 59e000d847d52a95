package vn.gov.hanoi.kernel.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One XML part of a workbook, read element by element. Nothing outside the zip is ever opened. Throws what {@link GuardedXml} throws. */
final class XmlPart implements Closeable {
    private static final int DEEPEST = 60;
    /** A parser keeps every name that it has met; a sheet has some dozens. */
    private static final int MOST_NAMES = 1_000;

    private static final XMLInputFactory FACTORY = factory();

    private final GuardedXml text;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    private XmlPart(GuardedXml text) throws XMLStreamException {
        this.text = text;
        this.xml = FACTORY.createXMLStreamReader(text);
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Opens a part. Throws {@link UnreadableTable} (WORKBOOK_BROKEN) if it is not there or does not begin. */
    static XmlPart open(ZipFile zip, String name, long most) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw broken();
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return new XmlPart(new GuardedXml(new InputStreamReader(zip.getInputStream(entry), decoder), most));
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    static UnreadableTable broken() {
        return new UnreadableTable(UnreadableTable.Fault.WORKBOOK_BROKEN);
    }

    /** Goes to the next begin or end of an element. @return false at the end of the part */
    boolean next() {
        for (int event = event(); event != XMLStreamConstants.END_DOCUMENT; event = event()) {
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private int event() {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                guard();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        } catch (XMLStreamException _) {
            throw broken();
        }
    }

    private void guard() {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        if (++depth > DEEPEST || names.size() > MOST_NAMES) {
            throw GuardedXml.tooLarge();
        }
    }

    boolean begins(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** An attribute of the element that begins; null if it has none of this name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The whole number of an attribute. Throws {@link UnreadableTable} (WORKBOOK_BROKEN) if it is none. */
    int number(@Nullable String value, int fallback) {
        try {
            return value == null ? fallback : Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw broken();
        }
    }

    /** Adds the text up to the end of the element that has begun; elements inside it are passed over. */
    void text(StringBuilder target, int most) {
        for (int inside = 1; inside > 0; ) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw broken();
            } else if (inside == 1 && xml.hasText()) {
                target.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (target.length() > most) {
                    throw GuardedXml.tooLarge();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
