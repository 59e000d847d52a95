package vn.gov.hanoi.training.certificate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Texts of the public page in one language; they hold no mark-up. */
record PageTexts(String language, Properties texts) {
    static PageTexts read(String language) {
        var texts = new Properties();
        var file = "/certificates/page_" + language + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(PageTexts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return new PageTexts(language, texts);
    }

    boolean isEnglish() {
        return language.equals("en");
    }

    String of(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
