package vn.gov.hanoi.kernel.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of one part of a workbook on its way to the parser, which holds a tag or the text between two tags as a whole. So both
 * have a limit, and so has the part, however small it was packed. No declaration, entity, comment or marked section comes through:
 * no spreadsheet writes them, and they are what attacks on parsers are made of.
 *
 * <p>Throws {@link UnreadableTable}: WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
 */
final class GuardedXml extends FilterReader {
    /** Most characters of a tag or between two tags; a cell of a spreadsheet has at most 32,767. */
    private static final int LONGEST = 131_072;

    private static final char BOM = '\uFEFF';

    private final long most;
    private long total;
    private int run;
    private boolean begun;
    private boolean tagBegins;

    /** @param most characters of the part */
    GuardedXml(Reader text, long most) {
        super(text);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int number = super.read(buffer, offset, length);
        if (number <= 0) {
            return number;
        }
        if (total == 0 && buffer[offset] == BOM) {
            buffer[offset] = ' ';
        }
        total += number;
        if (total > most) {
            throw tooLarge();
        }
        for (int i = offset; i < offset + number; i++) {
            check(buffer[i]);
        }
        return number;
    }

    private void check(char each) {
        if (tagBegins && (each == '!' || each == '?' && begun)) {
            throw XmlPart.broken();
        }
        begun |= tagBegins;
        tagBegins = each == '<';
        run = tagBegins ? 0 : run + 1;
        if (run > LONGEST) {
            throw tooLarge();
        }
    }

    static UnreadableTable tooLarge() {
        return new UnreadableTable(UnreadableTable.Fault.WORKBOOK_TOO_LARGE);
    }
}
