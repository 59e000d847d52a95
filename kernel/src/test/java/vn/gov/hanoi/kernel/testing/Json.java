package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeDiagnosingMatcher;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of an answer, read by paths such as {@code items[0].unit.code}. A name after a list is read of each of its elements, but of none that is null, and
 * {@code size()} counts. The paths of REST-assured are programs that are compiled at each use, which took a sixth of the tests' time.
 */
public final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern STEP = Pattern.compile("size\\(\\)|[\\w$@-]+|\\[-?\\d+]");
    private static final Pattern PATH = Pattern.compile("(?:(?:^|\\.)(?:size\\(\\)|[\\w$@-]+)|\\[-?\\d+])*");

    private final @Nullable Object root;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private Json(@Nullable Object root) {
        this.root = root;
    }

    public static Json from(String text) {
        try {
            return new Json(MAPPER.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    /** Matches a body whose value at the path matches. */
    public static Matcher<String> at(String path, Matcher<?> expected) {
        return new TypeSafeDiagnosingMatcher<>() {
            @Override
            protected boolean matchesSafely(String body, Description mismatch) {
                Object found = from(body).get(path);
                if (expected.matches(found)) {
                    return true;
                }
                expected.describeMismatch(found, mismatch.appendText(path).appendText(" "));
                mismatch.appendText(" in ").appendText(body);
                return false;
            }

            @Override
            public void describeTo(Description description) {
                description.appendText(path).appendText(" ").appendDescriptionOf(expected);
            }
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends @Nullable Object> T get(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path: " + path);
        }
        var value = root;
        for (var step : STEP.matcher(path).results().map(found -> found.group()).toList()) {
            value = step(value, step);
        }
        return (T) value;
    }

    private static @Nullable Object step(@Nullable Object value, String step) {
        if (step.equals("size()")) {
            return switch (value) {
                case List<?> list -> list.size();
                case Map<?, ?> map -> map.size();
                case null, default -> throw new IllegalArgumentException("has no size: " + value);
            };
        }
        if (value instanceof List<?> list) {
            if (!step.startsWith("[")) {
                var each = new ArrayList<@Nullable Object>();
                list.stream().filter(Objects::nonNull).forEach(element -> each.add(step(element, step)));
                return each;
            }
            int index = Integer.parseInt(step.substring(1, step.length() - 1));
            int place = index < 0 ? list.size() + index : index;
            return place >= 0 && place < list.size() ? list.get(place) : null;
        }
        return value instanceof Map<?, ?> map ? map.get(step) : null;
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T extends @Nullable Object> T get() {
        return get("");
    }

    public String getString(String path) {
        var value = get(path);
        return value == null ? null : value.toString();
    }

    public int getInt(String path) {
        return ((Number) get(path)).intValue();
    }

    public long getLong(String path) {
        return ((Number) get(path)).longValue();
    }

    public boolean getBoolean(String path) {
        return get(path);
    }

    public <T extends @Nullable Object> List<T> getList(String path) {
        return get(path);
    }

    /** Empty if there is no such list. */
    public <T> List<T> getList(String path, Class<T> type) {
        List<Object> list = get(path);
        return list == null ? List.of() : list.stream().map(type::cast).collect(Collectors.toList());
    }

    public <K, V extends @Nullable Object> Map<K, V> getMap(String path) {
        return get(path);
    }

    /** The first element of a list whose value at the path is this; nothing at all if there is none. */
    public Json find(String list, String path, Object value) {
        return this.<Object>getList(list).stream()
                .map(Json::new)
                .filter(element -> value.equals(element.get(path)))
                .findFirst()
                .orElse(new Json(null));
    }

    @Override
    public String toString() {
        return String.valueOf(root);
    }
}
