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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8785 canonical JSON of records, maps, lists and plain values, and its SHA-256. Decimals are strings at full scale: four places, more
 * only if the value has more. A set is sorted. A member without a value is left out, so that a member added later leaves old digests as they were.
 */
public final class CanonicalJson {
    private static final int SCALE = 4;
    private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

    private final StringBuilder text = new StringBuilder(1024);

    private CanonicalJson() {}

    public static String of(Object value) {
        var writer = new CanonicalJson();
        writer.write(value);
        return writer.text.toString();
    }

    /** SHA-256 of the canonical text, hexadecimal. */
    public static String digest(Object value) {
        return sha256(of(value));
    }

    /** SHA-256 of a text in UTF-8, hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A decimal at full scale: 90.0000, 89.99996. */
    public static String decimal(BigDecimal value) {
        var shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return shortest.setScale(Math.max(SCALE, shortest.scale())).toPlainString();
    }

    private void write(Object value) {
        switch (value) {
            case Map<?, ?> map -> object(map);
            case Set<?> set -> raw(set.stream().map(CanonicalJson::of).sorted().toList());
            case Collection<?> list -> array(list);
            case Record members -> members(members);
            case BigDecimal number -> string(decimal(number));
            case Integer number -> text.append(number.intValue());
            case Boolean truth -> text.append(truth.booleanValue());
            case Enum<?> constant -> string(constant.name());
            default -> string(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                sorted.put(key instanceof Enum<?> constant ? constant.name() : key.toString(), value);
            }
        });
        text.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            text.append(separator);
            string(member.getKey());
            text.append(':');
            write(member.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void array(Collection<?> list) {
        text.append('[');
        var separator = "";
        for (var item : list) {
            text.append(separator);
            write(item);
            separator = ",";
        }
        text.append(']');
    }

    private void raw(List<String> items) {
        text.append('[').append(String.join(",", items)).append(']');
    }

    private void members(Record value) {
        text.append('{');
        var separator = "";
        for (var accessor : ACCESSORS.computeIfAbsent(value.getClass(), CanonicalJson::accessors)) {
            var member = read(accessor, value);
            if (member != null) {
                text.append(separator);
                string(accessor.getName());
                text.append(':');
                write(member);
                separator = ",";
            }
        }
        text.append('}');
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

    /** Almost no text has anything to escape, so it is taken as a whole. */
    private void string(String value) {
        text.append('"');
        int told = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                text.append(value, told, i);
                escaped(c);
                told = i + 1;
            }
        }
        text.append(told == 0 ? value : value.substring(told)).append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
        }
    }
}
