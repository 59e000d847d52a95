package vn.gov.hanoi.training.credential;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks certificates with the published keys and, if there are some, status lists. It asks nobody. */
public final class OfflineVerifier {
    private final KeySet keys;
    private final List<StatusList> lists;
    private final Clock clock;

    /**
     * Makes a verifier.
     *
     * @param signedLists status lists as published
     * @param clock in the zone of Hanoi
     * @throws IllegalArgumentException if a list is not one that the keys signed
     */
    public OfflineVerifier(KeySet keys, List<String> signedLists, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.lists = signedLists.stream().map(this::list).toList();
    }

    private StatusList list(String text) {
        if (Jws.read(text, keys) instanceof Jws.Signed signed) {
            return StatusList.read(signed.payload(), Addresses.ofIssuer(keys.issuer()))
                    .orElseThrow(() -> new IllegalArgumentException("not a status list"));
        }
        throw new IllegalArgumentException("the status list was altered, or somebody else signed it");
    }

    /** @param compact the signed certificate */
    public Verification verify(String compact) {
        return switch (CheckedText.of(compact, keys)) {
            case CheckedText.Unsound(var verdict) -> Verification.refused(verdict);
            case CheckedText.Sound(var credential, var key) -> status(credential, key);
        };
    }

    /** A paper counts if it carries a signed certificate and is, byte for byte, what this certificate looks like. */
    public Verification verifyPaper(byte[] pdf) {
        var compact = CertificatePaper.signedText(pdf);
        if (compact.isEmpty()) {
            return Verification.refused(Verdict.UNKNOWN);
        }
        var said = verify(compact.get());
        if (said.content() == null) {
            return said;
        }
        var paper = CertificatePaper.render(said.content(), compact.get(), Addresses.ofIssuer(keys.issuer()));
        return Arrays.equals(paper, pdf) ? said : Verification.refused(Verdict.ALTERED);
    }

    private Verification status(Credential credential, PublishedKey key) {
        var revoked = newest(StatusPurpose.REVOCATION, credential);
        var suspended = newest(StatusPurpose.SUSPENSION, credential);
        if (revoked.isEmpty() || suspended.isEmpty()) {
            return said(Verdict.STATUS_NOT_CHECKED, null, credential, key, null);
        }
        int place = credential.place().index();
        var asOf = revoked.get().asOf();
        var why = revoked.get().reason(place);
        if (why != null) {
            return said(Verdict.REVOKED, why, credential, key, asOf);
        }
        why = suspended.get().reason(place);
        if (why != null) {
            return said(Verdict.SUSPENDED, why, credential, key, asOf);
        }
        if (!revoked.get().isIssued(place)) {
            // A list from before the issue knows nothing of it; a later one knows that it was never issued.
            return credential.issuedAt().isAfter(asOf)
                    ? said(Verdict.STATUS_NOT_CHECKED, null, credential, key, asOf)
                    : Verification.refused(Verdict.UNKNOWN);
        }
        return said(inForce(credential.content(), key, LocalDate.now(clock)), null, credential, key, asOf);
    }

    /** What is said of a certificate that is neither revoked nor suspended. */
    public static Verdict inForce(CertificateContent content, PublishedKey key, LocalDate today) {
        if (content.isExpired(today)) {
            return Verdict.EXPIRED;
        }
        return key.isRetired() ? Verdict.VALID_OLD_KEY : Verdict.VALID;
    }

    private static Verification said(
            Verdict verdict, @Nullable String reason, Credential credential, PublishedKey key, @Nullable Instant asOf) {
        return new Verification(verdict, reason, credential.content(), key.kid(), asOf);
    }

    private Optional<StatusList> newest(StatusPurpose purpose, Credential credential) {
        return lists.stream()
                .filter(list -> list.purpose() == purpose
                        && list.list() == credential.place().list())
                .max((one, other) -> one.asOf().compareTo(other.asOf()));
    }
}
