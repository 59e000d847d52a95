package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.certificate.PublicApi.KeyUse;
import vn.gov.hanoi.training.certificate.PublicApi.LegacyContent;
import vn.gov.hanoi.training.certificate.PublicApi.PublicCertificate;
import vn.gov.hanoi.training.certificate.PublicApi.PublicState;
import vn.gov.hanoi.training.certificate.PublicApi.ReasonView;
import vn.gov.hanoi.training.certificate.PublicApi.VerificationView;
import vn.gov.hanoi.training.certificate.PublicQueries.Row;
import vn.gov.hanoi.training.credential.Addresses;
import vn.gov.hanoi.training.credential.CertificateContent;
import vn.gov.hanoi.training.credential.CheckedText;
import vn.gov.hanoi.training.credential.CheckedText.Sound;
import vn.gov.hanoi.training.credential.KeySet;
import vn.gov.hanoi.training.credential.OfflineVerifier;
import vn.gov.hanoi.training.credential.Verdict;

/**
 * What everybody may know of a certificate. The content is read from the signed text, whose signature is checked each time: whoever
 * changes the database changes nothing that is shown.
 */
@ApplicationScoped
class PublicCertificates {
    private final PublicQueries queries;
    private final KeyRepository keys;
    private final Addresses addresses;
    private final Clock clock;

    PublicCertificates(PublicQueries queries, KeyRepository keys, Addresses addresses, Clock clock) {
        this.queries = queries;
        this.keys = keys;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The published keys, those that were replaced too. */
    @Transactional
    KeySet keySet() {
        keys.signing();
        return new KeySet(addresses.issuer(), keys.all());
    }

    /** Empty if no certificate has this number, typed in whatever case. */
    @Transactional
    Optional<PublicCertificate> find(String number) {
        return queries.find(number.toUpperCase(Locale.ROOT))
                .map(row -> row.signed() == null ? legacy(row) : signed(row, row.signed()));
    }

    /** What can be said of a signed text, whoever shows it. */
    @Transactional
    VerificationView verify(String text) {
        return switch (CheckedText.of(text, keySet())) {
            case CheckedText.Unsound(var verdict) -> VerificationView.of(verdict);
            case Sound sound -> known(text, sound);
        };
    }

    private VerificationView known(String text, Sound sound) {
        var content = sound.credential().content();
        var row = queries.find(content.number()).orElse(null);
        if (row == null) {
            return VerificationView.of(Verdict.UNKNOWN);
        }
        if (!text.equals(row.signed())) {
            return VerificationView.of(Verdict.ALTERED);
        }
        var verdict =
                switch (row.state()) {
                    case REVOKED -> Verdict.REVOKED;
                    case SUSPENDED -> Verdict.SUSPENDED;
                    case ISSUED, LEGACY -> OfflineVerifier.inForce(content, sound.key(), today());
                };
        return new VerificationView(
                verdict, verdict.isValid(), content.number(), reason(row), KeyUse.of(sound.key()), content);
    }

    private PublicCertificate signed(Row row, String text) {
        if (CheckedText.of(text, keySet()) instanceof Sound sound
                && sound.credential().content().number().equals(row.number())) {
            var content = sound.credential().content();
            return new PublicCertificate(
                    row.number(),
                    state(row, content),
                    reason(row),
                    row.changedAt(),
                    row.replacedBy(),
                    content,
                    null,
                    KeyUse.of(sound.key()),
                    text);
        }
        return new PublicCertificate(
                row.number(), PublicState.ALTERED, null, row.changedAt(), null, null, null, null, null);
    }

    private static PublicCertificate legacy(Row row) {
        var state = row.state() == CertificateState.REVOKED ? PublicState.REVOKED : PublicState.LEGACY;
        var content = new LegacyContent(
                row.legacyNumber(),
                row.legacyIssuer(),
                row.holderName(),
                row.courseTitle(),
                row.issuedOn(),
                row.expiresOn(),
                row.unitName());
        return new PublicCertificate(
                row.number(), state, reason(row), row.changedAt(), null, null, content, null, null);
    }

    private PublicState state(Row row, CertificateContent content) {
        return switch (row.state()) {
            case REVOKED -> PublicState.REVOKED;
            case SUSPENDED -> PublicState.SUSPENDED;
            case ISSUED, LEGACY -> content.isExpired(today()) ? PublicState.EXPIRED : PublicState.VALID;
        };
    }

    private static @Nullable ReasonView reason(Row row) {
        return Optional.ofNullable(row.reasonCode())
                .flatMap(CertificateRules.SHIPPED::reason)
                .map(reason -> new ReasonView(reason.code(), new ReasonView.Names(reason.vi(), reason.en())))
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
