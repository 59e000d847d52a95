package vn.gov.hanoi.evaluation.score;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of an explanation in words: score_vi.properties and score_en.properties, one text for each code. {@code {name}} stands for the
 * input of that name, {@code {result}} for the result. Vietnamese numbers have a decimal comma.
 */
public final class ScoreTexts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern FRACTION = Pattern.compile("(-?\\d+)/(\\d+)");
    private static final int PLACES = 4;

    private final Properties vietnamese = read("vi");
    private final Properties english = read("en");

    /** All steps, in order. */
    public List<String> tell(Explanation explanation, Locale locale) {
        return explanation.steps().stream().map(step -> tell(step, locale)).toList();
    }

    public String tell(Step step, Locale locale) {
        boolean isEnglish = locale.getLanguage().equals("en");
        var texts = isEnglish ? english : vietnamese;
        var text = Objects.requireNonNull(
                texts.getProperty(step.code().name()), step.code().name());
        return PLACE.matcher(text).replaceAll(found -> {
            var name = found.group(1);
            var value = name.equals("result") ? step.result() : step.inputs().getOrDefault(name, found.group());
            return Matcher.quoteReplacement(shown(texts, value, isEnglish));
        });
    }

    private static String shown(Properties texts, String value, boolean isEnglish) {
        var word = texts.getProperty("value." + value);
        if (word != null) {
            return word;
        }
        var fraction = FRACTION.matcher(value);
        if (fraction.matches()) {
            var rounded = new BigDecimal(new BigInteger(fraction.group(1)))
                    .divide(new BigDecimal(new BigInteger(fraction.group(2))), PLACES, RoundingMode.HALF_UP);
            return value + " (≈ " + local(rounded.toPlainString(), isEnglish) + ")";
        }
        return DECIMAL.matcher(value).matches() ? local(shortened(value), isEnglish) : value;
    }

    /** Places that are written only because a digest needs them. */
    private static String shortened(String value) {
        var number = new BigDecimal(value);
        if (number.signum() == 0) {
            return "0";
        }
        return number.scale() < PLACES
                ? value
                : number.setScale(Math.max(0, number.stripTrailingZeros().scale()))
                        .toPlainString();
    }

    private static String local(String number, boolean isEnglish) {
        return isEnglish ? number : number.replace('.', ',');
    }

    private static Properties read(String language) {
        var path = "/score_" + language + ".properties";
        var texts = new Properties();
        try (var file = Objects.requireNonNull(ScoreTexts.class.getResourceAsStream(path), path);
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
