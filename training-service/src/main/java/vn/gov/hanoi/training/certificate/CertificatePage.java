package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.training.certificate.PublicApi.LegacyContent;
import vn.gov.hanoi.training.certificate.PublicApi.PublicCertificate;
import vn.gov.hanoi.training.credential.CertificateContent;

/** The page behind the code on the paper. It runs no script and loads nothing; every text of others is escaped. */
@ApplicationScoped
class CertificatePage {
    private static final String STYLE = """
            body{font:1rem/1.5 sans-serif;margin:0 auto;max-width:46rem;padding:1rem;color:#111;background:#fff}
            h1{font-size:1.4rem}.state{border:.2rem solid;padding:.6rem 1rem;font-size:1.2rem;font-weight:700}
            .VALID{color:#0a5c2b}.EXPIRED,.SUSPENDED,.LEGACY{color:#7a4100}.REVOKED,.ALTERED,.ABSENT{color:#a40e26}
            dt{font-weight:700;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere}a{color:#0b4f9e}""";

    /** The gateway lets exactly this policy pass. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final PageTexts vietnamese = PageTexts.read("vi");
    private final PageTexts english = PageTexts.read("en");

    /** @param language vi or en */
    String of(PublicCertificate shown, String language) {
        var texts = texts(language);
        var page = new StringBuilder();
        page.append("<p class=\"state ").append(shown.state()).append("\" role=\"status\">");
        page.append(texts.of("state." + shown.state())).append("</p><p>");
        page.append(texts.of("state." + shown.state() + ".meaning")).append("</p><dl>");
        fact(page, texts, "number", shown.number());
        if (shown.reason() != null) {
            var names = shown.reason().names();
            fact(page, texts, "reason", texts.isEnglish() ? names.en() : names.vi());
            fact(page, texts, "since", day(LocalDate.ofInstant(shown.since(), HanoiClock.ZONE)));
        }
        if (shown.replacedBy() != null) {
            var number = escape(shown.replacedBy());
            term(page, texts, "replacedBy")
                    .append("<dd><a href=\"")
                    .append(number)
                    .append("\">")
                    .append(number)
                    .append("</a></dd>");
        }
        Optional.ofNullable(shown.content()).ifPresent(content -> write(page, texts, content));
        Optional.ofNullable(shown.legacy()).ifPresent(legacy -> write(page, texts, legacy));
        if (shown.key() != null) {
            fact(
                    page,
                    texts,
                    shown.key().replaced() ? "oldKey" : "key",
                    shown.key().kid());
        }
        return document(texts, page.append("</dl>").toString());
    }

    /** The page of a number that no certificate has. */
    String absent(String language) {
        var texts = texts(language);
        return document(
                texts,
                "<p class=\"state ABSENT\" role=\"status\">" + texts.of("absent") + "</p><p>"
                        + texts.of("absent.meaning") + "</p>");
    }

    private static void write(StringBuilder page, PageTexts texts, CertificateContent content) {
        var course = content.course();
        fact(page, texts, "holder", content.holder().name());
        fact(page, texts, "officerCode", content.holder().officerCode());
        fact(page, texts, "course", course.title());
        fact(
                page,
                texts,
                "contents",
                course.contents().stream().map(CertificateContent.Coded::name).collect(Collectors.joining("; ")));
        var kind = course.kind();
        if (kind != null) {
            coded(page, texts, "type", kind.type());
            coded(page, texts, "form", kind.form());
            coded(page, texts, "content", kind.content());
        }
        if (course.hours() != null) {
            fact(page, texts, "hours", course.hours().stripTrailingZeros().toPlainString());
        }
        fact(page, texts, "days", day(course.firstDay()) + " - " + day(course.lastDay()));
        if (course.place() != null) {
            fact(page, texts, "place", course.place());
        }
        fact(page, texts, "outcome", content.outcome());
        fact(page, texts, "heldBy", content.heldBy().name());
        fact(page, texts, "issuer", content.issuer().name());
        var decision = content.decision();
        fact(page, texts, "decision", decision.number() + ", " + day(decision.signedOn()));
        fact(page, texts, "issuedOn", day(content.issuedOn()));
        fact(page, texts, "expiresOn", expiry(texts, content.expiresOn()));
        if (content.replaces() != null) {
            fact(page, texts, "replaces", content.replaces());
        }
    }

    private static void coded(StringBuilder page, PageTexts texts, String name, CertificateContent.@Nullable Coded of) {
        if (of != null) {
            fact(page, texts, name, of.name());
        }
    }

    private static void write(StringBuilder page, PageTexts texts, LegacyContent paper) {
        fact(page, texts, "legacyNumber", paper.number());
        fact(page, texts, "issuer", paper.issuer());
        fact(page, texts, "holder", paper.holderName());
        fact(page, texts, "course", paper.courseTitle());
        fact(page, texts, "issuedOn", day(paper.issuedOn()));
        fact(page, texts, "expiresOn", expiry(texts, paper.expiresOn()));
        fact(page, texts, "recordedBy", paper.recordedBy());
    }

    private static String expiry(PageTexts texts, @Nullable LocalDate last) {
        return last == null ? texts.of("noEnd") : day(last);
    }

    private static void fact(StringBuilder page, PageTexts texts, String name, String value) {
        term(page, texts, name).append("<dd>").append(escape(value)).append("</dd>");
    }

    private static StringBuilder term(StringBuilder page, PageTexts texts, String name) {
        return page.append("<dt>").append(texts.of(name)).append("</dt>");
    }

    private static String document(PageTexts texts, String body) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head>
                <body><nav><a href="?lang=%s" lang="%s">%s</a></nav><main><h1>%s</h1>%s</main></body></html>
                """.formatted(
                        texts.language(),
                        texts.of("title"),
                        STYLE,
                        texts.of("other.language"),
                        texts.of("other.language"),
                        texts.of("other.name"),
                        texts.of("title"),
                        body);
    }

    private PageTexts texts(String language) {
        return language.equals("en") ? english : vietnamese;
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
