/**
 * Certificates as credentials that anybody can check without this service: content, signature, status list, paper.
 * The signed text is the only truth: page and paper are made from it, and one altered character fails. A key signs with one algorithm,
 * and what was signed while it was in use stays valid after it has been replaced. Plain Java without framework.
 * W3C Verifiable Credentials 2.0 secured as JWS (RFC 7515, Ed25519 of RFC 8037), Open Badges 3.0, Bitstring Status List 1.0.
 */
@NullMarked
package vn.gov.hanoi.training.credential;

import org.jspecify.annotations.NullMarked;
