package vn.gov.hanoi.evaluation.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Normal form, search form and alphabetical order of Vietnamese text. Keys are plain ASCII, so that a database sorts them by
 * bytes and no library version can change the order of stored rows.
 */
public final class VietnameseText {
    /** No letter before the first mark that is written onto a letter changes its form. */
    private static final char FIRST_MARK = '\u0300';

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private VietnameseText() {}

    /** The text with each letter and its marks as one character where Unicode has one; how all text is kept. */
    public static String nfc(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < FIRST_MARK) {
            i++;
        }
        return i == text.length() ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Lower case without marks, đ as d, single spaces: what {@code q} is matched against. */
    public static String fold(String text) {
        var letters = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('đ', 'd'), Normalizer.Form.NFD);
        var bare = new StringBuilder(letters.length());
        letters.codePoints().filter(point -> !isMark(point)).forEach(bare::appendCodePoint);
        return SPACES.matcher(bare.toString().strip()).replaceAll(" ");
    }

    /** Whether it is written onto the letter before it. */
    static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Key that puts texts in the order of the Vietnamese alphabet, word by word. */
    public static String orderKey(String text) {
        return words(text).map(VietnameseText::wordKey).collect(Collectors.joining());
    }

    /**
     * Key of a person's name: given name (the last word), then family name (the first), then the words between. This is the
     * order of Vietnamese lists of persons; the name itself is kept as it was given and never split.
     */
    public static String personKey(String fullName) {
        var words = words(fullName).toList();
        if (words.size() < 2) {
            return words.stream().map(VietnameseText::wordKey).collect(Collectors.joining());
        }
        return Stream.concat(Stream.of(words.getLast(), words.getFirst()), words.subList(1, words.size() - 1).stream())
                .map(VietnameseText::wordKey)
                .collect(Collectors.joining());
    }

    private static Stream<String> words(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
        return Arrays.stream(SPACES.split(lower)).filter(word -> !word.isEmpty());
    }

    /**
     * Letters first, then a space, which stands before all letters, then the tone: "hoa" before "hòa" before "hoan". Each
     * letter is two characters, so that ă and â stand between a and b.
     */
    private static String wordKey(String word) {
        var key = new StringBuilder(word.length() * 2 + 2);
        var tone = Tone.LEVEL;
        var decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            char each = decomposed.charAt(i);
            var found = Tone.of(each);
            if (found != null) {
                tone = found;
            } else if (each == 'đ') {
                key.append("d1");
            } else if (each >= 'a' && each <= 'z' || each >= '0' && each <= '9') {
                key.append(each).append('0');
            } else if (!key.isEmpty()) {
                shape(key, each);
            }
        }
        return key.append(' ').append(tone.ordinal()).toString();
    }

    /** Breve, circumflex and horn make other letters; further marks and signs do not count for the order. */
    private static void shape(StringBuilder key, char mark) {
        char letter = key.charAt(key.length() - 2);
        int last = key.length() - 1;
        switch (mark) {
            case '\u0306' -> key.setCharAt(last, '1');
            case '\u0302' -> key.setCharAt(last, letter == 'a' ? '2' : '1');
            case '\u031b' -> key.setCharAt(last, letter == 'o' ? '2' : '1');
            default -> {
                // No letter of the alphabet.
            }
        }
    }

    /** The six tones in their order. */
    private enum Tone {
        LEVEL('\0'),
        GRAVE('\u0300'),
        HOOK('\u0309'),
        TILDE('\u0303'),
        ACUTE('\u0301'),
        DOT('\u0323');

        private final char mark;

        Tone(char mark) {
            this.mark = mark;
        }

        static @org.jspecify.annotations.Nullable Tone of(char mark) {
            for (var tone : values()) {
                if (tone != LEVEL && tone.mark == mark) {
                    return tone;
                }
            }
            return null;
        }
    }
}
