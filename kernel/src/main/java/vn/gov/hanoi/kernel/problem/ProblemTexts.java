package vn.gov.hanoi.kernel.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of all problem codes: {@code code.title} and {@code code.detail} in the files problems_vi.properties and
 * problems_en.properties of the kernel and of the service. {@code {name}} in a text stands for the argument of that name.
 */
@ApplicationScoped
public class ProblemTexts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Properties vietnamese = read("vi");
    private final Properties english = read("en");

    public String title(ProblemCode code, Locale locale) {
        return text(code.code() + ".title", locale);
    }

    public String detail(ProblemCode code, Map<String, Object> args, Locale locale) {
        return PLACE.matcher(text(code.code() + ".detail", locale))
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf(args.getOrDefault(found.group(1), found.group()))));
    }

    /** English if the caller prefers it, else Vietnamese. */
    public static Locale choose(Iterable<Locale> accepted) {
        for (var locale : accepted) {
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
            if (locale.getLanguage().equals("vi")) {
                break;
            }
        }
        return Locale.of("vi");
    }

    private String text(String key, Locale locale) {
        var texts = locale.getLanguage().equals("en") ? english : vietnamese;
        return texts.getProperty(key, key);
    }

    private static Properties read(String language) {
        var merged = new Properties();
        try {
            var files =
                    Thread.currentThread().getContextClassLoader().getResources("problems_" + language + ".properties");
            while (files.hasMoreElements()) {
                try (var reader = new InputStreamReader(files.nextElement().openStream(), StandardCharsets.UTF_8)) {
                    merged.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return merged;
    }
}
