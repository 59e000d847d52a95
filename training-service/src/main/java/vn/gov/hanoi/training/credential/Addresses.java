package vn.gov.hanoi.training.credential;

import java.net.URI;

/**
 * Public addresses that signed texts and papers name. They never change for what is issued.
 *
 * @param base public address of the suite without a path, for example https://congvu.example
 */
public record Addresses(URI base) {
    private static final String ROOT = "/training/v1/public/";
    private static final String KEYS = ROOT + "certificate-keys";

    /** @throws IllegalArgumentException if no issuer of ours has this address */
    static Addresses ofIssuer(String issuer) {
        if (!issuer.endsWith(KEYS)) {
            throw new IllegalArgumentException("not an issuer of these certificates: " + issuer);
        }
        return new Addresses(URI.create(issuer.substring(0, issuer.length() - KEYS.length())));
    }

    /** Who signs; the published keys are there. */
    public String issuer() {
        return base + KEYS;
    }

    public String certificate(String number) {
        return base + ROOT + "certificates/" + number;
    }

    public String statusList(StatusPurpose purpose, int list) {
        return base + ROOT + "certificate-status-lists/" + purpose.listId(list);
    }

    String terms() {
        return base + ROOT + "certificate-terms#";
    }
}
