/**
 * Tests of the service over HTTP, with a real PostgreSQL and a real Kafka. They create their own units below the City and
 * clean nothing.
 */
@NullMarked
package vn.gov.hanoi.evaluation;

import org.jspecify.annotations.NullMarked;
