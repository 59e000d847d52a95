/**
 * What the tests of this service share: units and officers made over HTTP. Each test makes its own department, so that
 * tests do not see each other's records. Nothing is cleaned up.
 */
@NullMarked
package vn.gov.hanoi.evaluation.support;

import org.jspecify.annotations.NullMarked;
