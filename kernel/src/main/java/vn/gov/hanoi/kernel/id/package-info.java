/**
 * Identifiers made by the owner of a record: time-ordered UUIDs (version 7).
 * They are the only keys in paths. Blind rounds use random UUIDs instead, because these show the time of creation.
 */
@NullMarked
package vn.gov.hanoi.kernel.id;

import org.jspecify.annotations.NullMarked;
