package vn.gov.hanoi.training.certificate;

import vn.gov.hanoi.training.credential.CertificateContent.Decision;
import vn.gov.hanoi.training.directory.KnownUnit;

/** The decision that certificates rest on, and the unit that issues by it. */
record Basis(KnownUnit issuer, Decision decision) {}
