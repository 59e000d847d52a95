package vn.gov.hanoi.gateway.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The texts of the gateway's problems in Vietnamese ({@code vi}) and English ({@code en}), with places such as {@code {reason}}. */
public final class ProblemTexts {
    private static final Properties VIETNAMESE = read("vi");
    private static final Properties ENGLISH = read("en");

    private ProblemTexts() {}

    public static String title(GatewayProblem problem, String language) {
        return text(problem.code() + ".title", language);
    }

    public static String detail(GatewayProblem problem, String language) {
        return text(problem.code() + ".detail", language);
    }

    private static String text(String key, String language) {
        return Objects.requireNonNull((language.equals("en") ? ENGLISH : VIETNAMESE).getProperty(key), key);
    }

    private static Properties read(String language) {
        var texts = new Properties();
        var name = "/problems_" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(ProblemTexts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
