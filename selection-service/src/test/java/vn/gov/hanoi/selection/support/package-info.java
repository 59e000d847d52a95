/**
 * What the tests of this service share: units told by real events, and vacancies made over HTTP.
 * Each test makes its own department, so that tests do not see each other's vacancies.
 * Nothing is cleaned up.
 */
@NullMarked
package vn.gov.hanoi.selection.support;

import org.jspecify.annotations.NullMarked;
