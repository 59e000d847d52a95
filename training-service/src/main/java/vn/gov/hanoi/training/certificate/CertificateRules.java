package vn.gov.hanoi.training.certificate;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long certificates are valid and why they are taken back, as it is written down.
 *
 * @param mark LAW, SECONDARY or ASSUMED
 * @param legalCheck true until a lawyer has confirmed it
 */
record CertificateRules(
        String id,
        int version,
        String legalBasis,
        String mark,
        boolean legalCheck,
        List<Term> terms,
        List<Reason> reasons) {
    /** What is in force. */
    static final CertificateRules SHIPPED = read("/certificates/CERTIFICATE-RULES.yaml");

    /**
     * Validity of a content.
     *
     * @param months after the day of issue
     * @param from first day of issue for which it holds
     * @param to first day for which it no longer does; null if open
     */
    record Term(
            String content,
            int months,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean holds(LocalDate issuedOn) {
            return !issuedOn.isBefore(from) && (to == null || issuedOn.isBefore(to));
        }
    }

    /** Why an act is done, in both languages. */
    record Reason(String code, CertificateAct act, String vi, String en) {}

    /** Last valid day of a certificate issued then; empty if it has no end. */
    Optional<LocalDate> lastDay(Collection<String> contents, LocalDate issuedOn) {
        return terms.stream()
                .filter(term -> contents.contains(term.content()) && term.holds(issuedOn))
                .map(term -> issuedOn.plusMonths(term.months()))
                .min(LocalDate::compareTo);
    }

    Optional<Reason> reason(String code) {
        return reasons.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }

    static CertificateRules read(String file) {
        var yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(new JavaTimeModule())
                .build();
        try (var text = Objects.requireNonNull(CertificateRules.class.getResourceAsStream(file), file)) {
            return yaml.readValue(text, CertificateRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
