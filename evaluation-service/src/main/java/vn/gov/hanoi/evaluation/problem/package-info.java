/**
 * The catalogue of what this service refuses. Each code is stable, has a status and texts in Vietnamese and English. What a
 * violated database constraint means is said here too.
 */
@NullMarked
package vn.gov.hanoi.evaluation.problem;

import org.jspecify.annotations.NullMarked;
