package vn.gov.hanoi.evaluation.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A growing text in UTF-8 with strings as JSON writes them. UTF-8 from the start: texts are hashed far more often than read. */
abstract sealed class Utf8Text permits CanonicalJson {
    byte[] text;
    int length;

    Utf8Text(byte[] text) {
        this.text = text;
    }

    final void room(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
        }
    }

    final void add(char each) {
        room(1);
        text[length++] = (byte) each;
    }

    final void ascii(String value) {
        room(value.length());
        latin(value);
    }

    /** There is room already. */
    @SuppressWarnings("deprecation") // of all characters the low byte is the whole
    final void latin(String value) {
        value.getBytes(0, value.length(), text, length);
        length += value.length();
    }

    final void bytes(String value) {
        var more = value.getBytes(StandardCharsets.UTF_8);
        room(more.length);
        System.arraycopy(more, 0, text, length, more.length);
        length += more.length;
    }

    /** Almost no text has anything to escape, and hardly one has characters beyond three bytes. */
    final void string(String value) {
        int size = value.length();
        room(3 * size + 2);
        var into = text;
        int at = length;
        into[at++] = '"';
        for (int i = 0; i < size; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                if (c < ' ' || c == '"' || c == '\\') {
                    unusual(value);
                    return;
                }
                into[at++] = (byte) c;
            } else if (c < 0x800) {
                into[at++] = (byte) (0xC0 | c >> 6);
                into[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                unusual(value);
                return;
            } else {
                into[at++] = (byte) (0xE0 | c >> 12);
                into[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                into[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        into[at++] = '"';
        length = at;
    }

    private void unusual(String value) {
        add('"');
        bytes(escaped(value));
        add('"');
    }

    private static String escaped(String value) {
        var escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < ' ') {
                        escaped.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
