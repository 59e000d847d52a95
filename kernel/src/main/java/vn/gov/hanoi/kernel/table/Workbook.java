package vn.gov.hanoi.kernel.table;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says about its first sheet. Macros, links to other files and all other parts are never opened.
 *
 * @param sheet name of its part
 * @param texts name of the part with shared texts; null if there is none
 * @param dates which cell styles show dates
 * @param from1904 days are counted from 1904 instead of 1900
 */
record Workbook(String sheet, @Nullable String texts, BitSet dates, boolean from1904) {
    private static final String PATH = "xl/workbook.xml";
    private static final String LINKS = "xl/_rels/workbook.xml.rels";
    private static final long MOST = 16L << 20;
    private static final int MOST_STYLES = 65_490;
    /** Formats without a text of their own that show a day. */
    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    /** What a format shows as it stands: quoted, escaped, in brackets. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*+\"|\\\\.|_.|\\*.|\\[[^]]*+]");

    private record Link(String type, String target) {}

    /** Throws {@link UnreadableTable}: WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE. */
    static Workbook read(ZipFile zip) throws IOException {
        var links = links(zip);
        String sheet = null;
        boolean from1904 = false;
        try (var part = XmlPart.open(zip, PATH, MOST)) {
            while (part.next()) {
                if (part.begins("workbookPr")) {
                    var base = part.attribute("date1904");
                    from1904 = "1".equals(base) || "true".equals(base);
                } else if (part.begins("sheet") && sheet == null) {
                    var link = links.get(String.valueOf(part.attribute("id")));
                    sheet = link == null ? null : link.target();
                }
            }
        }
        if (sheet == null) {
            throw XmlPart.broken();
        }
        var styles = target(links, "/styles");
        return new Workbook(
                sheet, target(links, "/sharedStrings"), styles == null ? new BitSet() : dates(zip, styles), from1904);
    }

    private static Map<String, Link> links(ZipFile zip) throws IOException {
        var links = new HashMap<String, Link>();
        try (var part = XmlPart.open(zip, LINKS, MOST)) {
            while (part.next()) {
                var target = part.begins("Relationship") ? part.attribute("Target") : null;
                if (target != null && !"External".equals(part.attribute("TargetMode"))) {
                    var path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    links.put(
                            String.valueOf(part.attribute("Id")),
                            new Link(String.valueOf(part.attribute("Type")), path));
                }
            }
        }
        return links;
    }

    private static @Nullable String target(Map<String, Link> links, String type) {
        return links.values().stream()
                .filter(link -> link.type().endsWith(type))
                .map(Link::target)
                .findFirst()
                .orElse(null);
    }

    private static BitSet dates(ZipFile zip, String styles) throws IOException {
        var dates = new BitSet();
        var formats = new HashSet<Integer>(DATES);
        int style = 0;
        boolean ofCells = false;
        try (var part = XmlPart.open(zip, styles, MOST)) {
            while (part.next()) {
                if (part.begins("numFmt")) {
                    if (showsDay(String.valueOf(part.attribute("formatCode")))) {
                        formats.add(part.number(part.attribute("numFmtId"), 0));
                    }
                } else if (part.begins("cellXfs") || part.ends("cellXfs")) {
                    ofCells = part.begins("cellXfs");
                } else if (ofCells && part.begins("xf")) {
                    if (style == MOST_STYLES) {
                        throw GuardedXml.tooLarge();
                    }
                    dates.set(style++, formats.contains(part.number(part.attribute("numFmtId"), 0)));
                }
            }
        }
        return dates;
    }

    private static boolean showsDay(String format) {
        var shown = LITERAL.matcher(format).replaceAll("");
        return shown.chars().anyMatch(each -> "dDyY".indexOf(each) >= 0);
    }
}
