/**
 * Test support of the services: a real PostgreSQL and a real Kafka per build, tokens signed by an issuer of the test,
 * HTTP calls whose answers are checked against the contract, and the architecture rules that every service keeps.
 */
@NullMarked
package vn.gov.hanoi.kernel.testing;

import org.jspecify.annotations.NullMarked;
