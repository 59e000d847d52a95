package vn.gov.hanoi.gateway.token;

import vn.gov.hanoi.kernel.testing.ForgedToken;

/** Tokens of the issuer of these tests. Without a change it is one that passes. */
final class Token {
    private Token() {}

    static ForgedToken usual() {
        return new ForgedToken(
                System.getProperty(Issuer.URL),
                System.getProperty(Issuer.CURRENT_KEY_ID),
                System.getProperty(Issuer.PRIVATE_KEY));
    }

    /** What everybody can read at the issuer. */
    static byte[] publicKey() {
        return usual().publicKey();
    }
}
