package vn.gov.hanoi.evaluation.fairness;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gov.hanoi.evaluation.fairness.FairnessApi.FairnessText;

/** Flags in words: fairness_vi.properties and fairness_en.properties, a text for each kind and what holds for all of them. */
final class FairnessTexts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Properties vietnamese = read("vi");
    private final Properties english = read("en");

    /** @param numbers by the names of the places */
    FairnessText tell(FlagKind kind, Map<String, BigDecimal> numbers) {
        return new FairnessText(tell(vietnamese, kind, numbers, ','), tell(english, kind, numbers, '.'));
    }

    private static String tell(Properties texts, FlagKind kind, Map<String, BigDecimal> numbers, char point) {
        var text = texts.getProperty(kind.name()) + " " + texts.getProperty("reason-to-look");
        return PLACE.matcher(text).replaceAll(found -> {
            var number = Objects.requireNonNull(numbers.get(found.group(1)), found.group());
            var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            return Matcher.quoteReplacement(plain.replace('.', point));
        });
    }

    private static Properties read(String language) {
        var path = "/fairness_" + language + ".properties";
        var texts = new Properties();
        try (var file = Objects.requireNonNull(FairnessTexts.class.getResourceAsStream(path), path);
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
