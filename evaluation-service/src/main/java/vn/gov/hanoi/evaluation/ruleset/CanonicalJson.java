package vn.gov.hanoi.evaluation.ruleset;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 canonical JSON of records, maps, lists and plain values, and its SHA-256. Decimals are strings at full scale: four places, more
 * only if the value has more. A set is sorted. A member without a value is left out, so that a member added later leaves old digests as they were.
 */
public final class CanonicalJson extends Utf8Text {
    private static final int SCALE = 4;
    /** So many digits with four places are a long. */
    private static final int SHORT_DIGITS = 12;

    private static final int SHORT = 4096;
    private static final int LONGEST_KEPT = 1 << 16;
    /** Of digests: one text after another is written into it, and none is kept. */
    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[SHORT]);

    private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

    /** The text that was written last by {@link #repeated}, and where it stands. */
    private @Nullable String before;

    private int beforeBegin;
    private int beforeEnd;

    /** A value that writes its own members, for values that are hashed very often. */
    public interface Canonical {
        /** Writes all members, by name. */
        void members(CanonicalJson out);
    }

    private CanonicalJson(byte[] text) {
        super(text);
    }

    public static String of(Object value) {
        var writer = written(value);
        return new String(writer.text, 0, writer.length, StandardCharsets.UTF_8);
    }

    private static CanonicalJson written(Object value) {
        var writer = new CanonicalJson(new byte[SHORT]);
        writer.write(value);
        return writer;
    }

    /** SHA-256 of the canonical text, hexadecimal. */
    public static String digest(Object value) {
        var writer = new CanonicalJson(BUFFER.get());
        writer.write(value);
        if (writer.text.length <= LONGEST_KEPT) {
            BUFFER.set(writer.text);
        }
        return sha256(writer.text, writer.length);
    }

    /** SHA-256 of a text in UTF-8, hexadecimal. */
    public static String sha256(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return sha256(bytes, bytes.length);
    }

    private static String sha256(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A decimal at full scale: 90.0000, 89.99996. */
    public static String decimal(BigDecimal value) {
        if (value.scale() >= 0 && value.scale() <= SCALE && value.precision() <= SHORT_DIGITS) {
            return small(value.setScale(SCALE).unscaledValue().longValue());
        }
        if (value.scale() <= SCALE) {
            return value.setScale(SCALE).toPlainString();
        }
        var shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return shortest.setScale(Math.max(SCALE, shortest.scale())).toPlainString();
    }

    /** Points have few digits, and there are many of them. */
    private static String small(long tenThousandths) {
        long rest = Math.abs(tenThousandths);
        var digits = new byte[SHORT_DIGITS + SCALE + 2];
        int at = digits.length;
        for (int i = 0; i <= SCALE || rest > 0; i++) {
            if (i == SCALE) {
                digits[--at] = '.';
            }
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (tenThousandths < 0) {
            digits[--at] = '-';
        }
        return new String(digits, at, digits.length - at, StandardCharsets.ISO_8859_1);
    }

    private void write(Object value) {
        switch (value) {
            // The commonest come first.
            case String each -> string(each);
            case Canonical canonical -> {
                add('{');
                canonical.members(this);
                add('}');
            }
            case BigDecimal number -> string(decimal(number));
            case Enum<?> constant -> string(constant.name());
            case Integer number -> ascii(number.toString());
            case Boolean truth -> ascii(truth.toString());
            case Map<?, ?> map -> object(map);
            case Set<?> set -> raw(set.stream().map(CanonicalJson::of).sorted().toList());
            case Collection<?> list -> array(list);
            case Record members -> members(members);
            default -> string(value.toString());
        }
    }

    /** @param name needs no escapes */
    public CanonicalJson member(String name, String value) {
        begin(name);
        string(value);
        return this;
    }

    /** @param name needs no escapes */
    public CanonicalJson member(String name, Object value) {
        begin(name);
        write(value);
        return this;
    }

    /** As {@link #member(String, String)}, for a value that often is the very object of the last time: what stands there already is copied. */
    public CanonicalJson repeated(String name, String value) {
        begin(name);
        if (isSame(value)) {
            int size = beforeEnd - beforeBegin;
            room(size);
            System.arraycopy(text, beforeBegin, text, length, size);
            length += size;
        } else {
            beforeBegin = length;
            string(value);
            beforeEnd = length;
            before = value;
        }
        return this;
    }

    @SuppressWarnings(
            "ReferenceEquality") // cheaper than to write an equal text once more is only to know that it is the same
    private boolean isSame(String value) {
        return value == before;
    }

    private void begin(String name) {
        if (text[length - 1] != '{') {
            add(',');
        }
        room(name.length() + 3);
        text[length++] = '"';
        latin(name);
        text[length++] = '"';
        text[length++] = ':';
    }

    private void object(Map<?, ?> map) {
        if (map instanceof SortedMap<?, ?> given && given.comparator() == null && isOfTexts(given)) {
            sorted(given);
            return;
        }
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                sorted.put(key instanceof Enum<?> constant ? constant.name() : key.toString(), value);
            }
        });
        sorted(sorted);
    }

    private static boolean isOfTexts(SortedMap<?, ?> map) {
        return map.isEmpty() || map.firstKey() instanceof String && !map.containsValue(null);
    }

    private void sorted(SortedMap<?, ?> map) {
        add('{');
        map.forEach((name, value) -> {
            if (text[length - 1] != '{') {
                add(',');
            }
            string(name.toString());
            add(':');
            write(value);
        });
        add('}');
    }

    private void array(Collection<?> list) {
        add('[');
        var separator = "";
        for (var item : list) {
            ascii(separator);
            write(item);
            separator = ",";
        }
        add(']');
    }

    private void raw(List<String> items) {
        add('[');
        bytes(String.join(",", items));
        add(']');
    }

    private void members(Record value) {
        add('{');
        var separator = "";
        for (var accessor : ACCESSORS.computeIfAbsent(value.getClass(), CanonicalJson::accessors)) {
            var member = read(accessor, value);
            if (member != null) {
                ascii(separator);
                string(accessor.getName());
                add(':');
                write(member);
                separator = ",";
            }
        }
        add('}');
    }

    private static @Nullable Object read(Method accessor, Record value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass().getName(), e);
        }
    }

    private static List<Method> accessors(Class<?> type) {
        var accessors = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        accessors.forEach(accessor -> accessor.setAccessible(true));
        return accessors;
    }
}
