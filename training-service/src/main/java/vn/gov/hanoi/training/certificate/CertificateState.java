package vn.gov.hanoi.training.certificate;

/** Where a certificate stands; that its last day has passed is no state. */
enum CertificateState {
    ISSUED,
    SUSPENDED,
    REVOKED,
    /** Recorded from paper, not signed. */
    LEGACY
}
