/**
 * Proves that tests of attacks can fail: takes one defence out of a copy of the sources, runs the test named beside it, and wants it red.
 * The sources themselves are never touched, and each proof takes out one place only. RFC 9700 and the attacks of {@code docs/security} are what is defended.
 */
@NullMarked
package vn.gov.hanoi.localstack.defence;

import org.jspecify.annotations.NullMarked;
