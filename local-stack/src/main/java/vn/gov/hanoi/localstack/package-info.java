/**
 * Real PostgreSQL, Kafka and Keycloak as processes of this machine, for the launcher and for tests.
 * Every process is started with a readiness probe and ends with its owner, or survives it where that is asked for.
 * No container engine is needed; the distributions come from the build.
 */
@NullMarked
package vn.gov.hanoi.localstack;

import org.jspecify.annotations.NullMarked;
