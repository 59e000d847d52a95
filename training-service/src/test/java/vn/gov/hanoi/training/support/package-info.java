/**
 * What the tests of this service share: callers, the units of the City told to the real broker, and plans made over HTTP.
 * Each test makes its own plan of its own year and cleans nothing.
 * Nothing here replaces a part of the service.
 */
@NullMarked
package vn.gov.hanoi.training.support;

import org.jspecify.annotations.NullMarked;
