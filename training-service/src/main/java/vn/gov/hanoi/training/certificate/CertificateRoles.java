package vn.gov.hanoi.training.certificate;

/** Roles about certificates; each holds in the units of the caller. */
final class CertificateRoles {
    /** Issues, suspends, restores and revokes, and records old certificates. */
    static final String CERTIFIER = "training-certifier";
    /** Reads. */
    static final String READER = "training-reader";
    /** Replaces the signing key. */
    static final String OPERATOR = "operator";

    private CertificateRoles() {}
}
