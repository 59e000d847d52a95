/**
 * Who was there on each class day, and the end of a class: one act closes it, after which every learner has an outcome.
 * A day has one sheet with one mark for each learner; who attended less than the class demands does not pass; absent is a state, not a
 * score of zero; nobody marks or judges themselves.
 * Law: Decree 101/2017/NĐ-CP on training; which marks count as attended is City practice and stands in the list of rules.
 */
@NullMarked
package vn.gov.hanoi.training.attendance;

import org.jspecify.annotations.NullMarked;
