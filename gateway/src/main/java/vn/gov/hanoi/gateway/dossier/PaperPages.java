package vn.gov.hanoi.gateway.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Pages that are written from top to bottom: lines, and tables whose head stands on each page. Nothing is cut off: what is long is wrapped. */
final class PaperPages implements AutoCloseable {
    /** Liberation Sans, SIL Open Font License 1.1: has every Vietnamese letter. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final int MARGIN = 45;
    /** Below it stands the foot. */
    private static final int BOTTOM = 90;

    private static final int PER_MILLE = 1000;
    /** Share of the letter's size from line to line, in hundredths. */
    private static final int LEADING = 135;

    private static final int CELL = 9;
    private static final int PADDING = 5;
    private static final int NARROWEST = 40;
    private static final int FOOT = 7;

    private final PDDocument document;
    private final PDType0Font font;
    private final int width;
    private PDPageContentStream out;
    private int y;

    PaperPages(PDDocument document) throws IOException {
        this.document = document;
        try (var letters = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            this.font = PDType0Font.load(document, letters, true);
        }
        this.width = (int) PDRectangle.A4.getWidth() - 2 * MARGIN;
        this.out = page();
    }

    private PDPageContentStream page() throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        y = (int) PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void turn() throws IOException {
        out.close();
        out = page();
    }

    void gap(int points) {
        y -= points;
    }

    /** A heading does not stand alone at the end of a page. */
    void keepTogether(int points) throws IOException {
        if (y - points < BOTTOM) {
            turn();
        }
    }

    void centred(String text, int size) throws IOException {
        for (var line : wrapped(text, size, width)) {
            down(size);
            show(line, size, MARGIN + (width - length(line, size)) / 2, y);
        }
    }

    void line(String text, int size) throws IOException {
        for (var line : wrapped(text, size, width)) {
            down(size);
            show(line, size, MARGIN, y);
        }
    }

    private void down(int size) throws IOException {
        if (y - lead(size) < BOTTOM) {
            turn();
        }
        y -= lead(size);
    }

    void table(List<String> head, List<List<String>> rows) throws IOException {
        var widths = widths(head, rows);
        keepTogether(4 * lead(CELL));
        row(head, widths, null);
        for (var row : rows) {
            row(row, widths, head);
        }
        gap(PADDING);
    }

    /** @param head stands again on the next page; null for the head itself */
    private void row(List<String> cells, int[] widths, @Nullable List<String> head) throws IOException {
        var lines = new ArrayList<List<String>>();
        int most = 0;
        for (int i = 0; i < widths.length; i++) {
            lines.add(wrapped(cells.get(i), CELL, widths[i] - PADDING));
            most = Math.max(most, lines.getLast().size());
        }
        int done = 0;
        while (done < most) {
            int room = (y - BOTTOM - PADDING) / lead(CELL);
            if (room < Math.min(most - done, 3)) {
                turn();
                if (head != null) {
                    row(head, widths, null);
                }
                continue;
            }
            int part = Math.min(room, most - done);
            draw(lines, widths, done, part);
            done += part;
        }
    }

    private void draw(List<List<String>> lines, int[] widths, int from, int count) throws IOException {
        int x = MARGIN;
        for (int i = 0; i < widths.length; i++) {
            for (int k = from; k < Math.min(from + count, lines.get(i).size()); k++) {
                show(lines.get(i).get(k), CELL, x, y - (k - from + 1) * lead(CELL));
            }
            x += widths[i];
        }
        y -= count * lead(CELL) + PADDING;
        out.setLineWidth(0.4f);
        out.moveTo(MARGIN, y);
        out.lineTo(MARGIN + width, y);
        out.stroke();
    }

    /** The whole width, divided as the texts need it. */
    private int[] widths(List<String> head, List<List<String>> rows) throws IOException {
        var widths = new int[head.size()];
        int sum = 0;
        for (int i = 0; i < widths.length; i++) {
            int need = length(head.get(i), CELL);
            for (var row : rows) {
                need = Math.max(need, length(row.get(i), CELL));
            }
            widths[i] = Math.clamp(need + 2 * PADDING, NARROWEST, width / 2);
            sum += widths[i];
        }
        int used = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i == widths.length - 1 ? width - used : widths[i] * width / sum;
            used += widths[i];
        }
        return widths;
    }

    /** Writes the foot of every page, with its number; the last thing to be written. */
    void feet(List<String> texts) throws IOException {
        out.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            out = new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true);
            int line = BOTTOM - 2 * lead(FOOT);
            for (var text : texts) {
                for (var part : wrapped(text, FOOT, width)) {
                    show(part, FOOT, MARGIN, line);
                    line -= lead(FOOT);
                }
            }
            var number = "Trang %d/%d".formatted(i + 1, pages);
            show(number, FOOT, MARGIN + width - length(number, FOOT), line);
            out.close();
        }
    }

    private List<String> wrapped(String text, int size, int most) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : known(text).split(" ", -1)) {
            if (!line.isEmpty() && length(line + " " + word, size) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.isEmpty()) {
                int from = 0;
                for (int fits = fitting(word, 0, size, most);
                        from + fits < word.length();
                        fits = fitting(word, from, size, most)) {
                    lines.add(word.substring(from, from + fits));
                    from += fits;
                }
                line.append(word, from, word.length());
            } else {
                line.append(' ').append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Letters from there on that fit into the width; at least one, unless none is left. */
    private int fitting(String word, int from, int size, int most) throws IOException {
        int fits = Math.min(1, word.length() - from);
        while (from + fits < word.length() && length(word.substring(from, from + fits + 1), size) <= most) {
            fits++;
        }
        return fits;
    }

    private void show(String text, int size, int x, int line) throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, line);
        out.showText(text);
        out.endText();
    }

    private static int lead(int size) {
        return size * LEADING / 100;
    }

    private int length(String text, int size) throws IOException {
        return (int) (font.getStringWidth(known(text)) * size / PER_MILLE);
    }

    /** Letters that the font does not have are shown as a box; the attached file has them. */
    private String known(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            var one = Character.toString(letter);
            shown.append(Character.isWhitespace(letter) ? " " : has(one) ? one : "\u25a1");
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
