/**
 * Tells the people of this service what sanctions forbid an officer on a day; the facts are the kernel's copy of what evaluation-service told.
 */
@NullMarked
package vn.gov.hanoi.training.sanction;

import org.jspecify.annotations.NullMarked;
