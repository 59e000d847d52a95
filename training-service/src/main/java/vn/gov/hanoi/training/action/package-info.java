/**
 * What can be done with a record, as every answer shows it under {@code _actions}, and what an act says besides its subject.
 * The guards that execute an act are asked, so that what is shown and what is refused cannot differ.
 * Reopening, cancelling and every exception name a reason, and where the law asks for it a decision.
 */
@NullMarked
package vn.gov.hanoi.training.action;

import org.jspecify.annotations.NullMarked;
