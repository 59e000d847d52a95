package vn.gov.hanoi.selection.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the verifier reads it, with the JDK alone: each value knows its place. Nothing of it is lenient; what is missing or of another kind is
 * an {@link IllegalArgumentException}.
 *
 * @param path RFC 6901 pointer
 * @param value a Map, a List, a String, a BigDecimal, a Boolean or null
 */
record BulletinJson(String path, @Nullable Object value) {
    private static final int DEEPEST = 20;

    static BulletinJson parse(String text) {
        var reader = new Reader(text);
        var value = reader.value(0);
        reader.end();
        return new BulletinJson("", value);
    }

    BulletinJson at(String name) {
        if (value instanceof Map<?, ?> map && map.containsKey(name)) {
            return new BulletinJson(path + "/" + name, map.get(name));
        }
        throw new IllegalArgumentException(path + " has no " + name);
    }

    /** The items of a list, or the values of an object. */
    List<BulletinJson> each(String name) {
        var found = at(name);
        var items = new ArrayList<BulletinJson>();
        if (found.value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                items.add(new BulletinJson(found.path + "/" + i, list.get(i)));
            }
        } else if (found.value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> items.add(new BulletinJson(found.path + "/" + key, item)));
        } else {
            throw new IllegalArgumentException(found.path + " is no list");
        }
        return items;
    }

    String text() {
        if (value instanceof String string) {
            return string;
        }
        throw new IllegalArgumentException(path + " is no text");
    }

    /** A number, or a text that is one. */
    BigDecimal number() {
        try {
            return new BigDecimal(String.valueOf(plain()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(path + " is no number", e);
        }
    }

    /** A text or a number as it is written; null for null. */
    @Nullable
    String plain() {
        return value == null ? null : value.toString();
    }

    String canonical() {
        return canonical(value);
    }

    /** RFC 8785 for texts, whole numbers, lists and objects. */
    static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case BulletinJson json -> canonical(json.value());
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, String>();
                map.forEach((key, item) -> sorted.put(String.valueOf(key), canonical(item)));
                var parts = sorted.entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ":" + entry.getValue())
                        .toList();
                yield "{" + String.join(",", parts) + "}";
            }
            case List<?> list ->
                "["
                        + String.join(
                                ",", list.stream().map(BulletinJson::canonical).toList()) + "]";
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static final class Reader {
        private final String text;
        private int place;

        Reader(String text) {
            this.text = text;
        }

        void end() {
            if (next() != 0) {
                throw wrong();
            }
        }

        @Nullable
        Object value(int depth) {
            if (depth > DEEPEST) {
                throw wrong();
            }
            return switch (next()) {
                case '{' -> object(depth);
                case '[' -> list(depth);
                case '"' -> string();
                case 't' -> word("true", Boolean.TRUE);
                case 'f' -> word("false", Boolean.FALSE);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private Map<String, @Nullable Object> object(int depth) {
            var found = new LinkedHashMap<String, @Nullable Object>();
            place++;
            while (next() != '}') {
                if (!found.isEmpty()) {
                    take(',');
                    next();
                }
                var name = string();
                take(':');
                if (found.containsKey(name)) {
                    throw wrong();
                }
                found.put(name, value(depth + 1));
            }
            place++;
            return found;
        }

        private List<@Nullable Object> list(int depth) {
            var found = new ArrayList<@Nullable Object>();
            place++;
            while (next() != ']') {
                if (!found.isEmpty()) {
                    take(',');
                }
                found.add(value(depth + 1));
            }
            place++;
            return found;
        }

        private String string() {
            take('"');
            var found = new StringBuilder();
            for (char each = character(); each != '"'; each = character()) {
                found.append(each == '\\' ? escaped() : each);
            }
            return found.toString();
        }

        private char escaped() {
            char each = character();
            return switch (each) {
                case '"', '\\', '/' -> each;
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'u' -> {
                    if (place + 4 > text.length()) {
                        throw wrong();
                    }
                    place += 4;
                    yield (char) Integer.parseInt(text.substring(place - 4, place), 16);
                }
                default -> throw wrong();
            };
        }

        private BigDecimal number() {
            int begin = place;
            while (place < text.length() && "+-.0123456789eE".indexOf(text.charAt(place)) >= 0) {
                place++;
            }
            if (begin == place) {
                throw wrong();
            }
            return new BigDecimal(text.substring(begin, place));
        }

        private @Nullable Object word(String word, @Nullable Object meaning) {
            if (!text.startsWith(word, place)) {
                throw wrong();
            }
            place += word.length();
            return meaning;
        }

        private char character() {
            if (place >= text.length()) {
                throw wrong();
            }
            return text.charAt(place++);
        }

        /** The next character that is no space; 0 at the end. */
        private char next() {
            while (place < text.length() && " \t\r\n".indexOf(text.charAt(place)) >= 0) {
                place++;
            }
            return place < text.length() ? text.charAt(place) : 0;
        }

        private void take(char wanted) {
            if (next() != wanted) {
                throw wrong();
            }
            place++;
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException("not JSON at character " + place);
        }
    }
}
