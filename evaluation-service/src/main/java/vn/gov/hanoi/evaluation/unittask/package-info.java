/**
 * Tasks that the City, or another unit above, assigns to units, and the results of units that follow from them. A task is on time or late by
 * its dates alone, and every extension, report, outcome and correction of it is kept. A result counts the tasks that are due or finished in a
 * period; the system suggests a level by dated rules, and an authority above the unit decides it. Nobody confirms or decides for the own unit.
 * Law: 3814-QĐ/TU ties the head to the results that the City assigned to the unit; the levels follow Decree 90/2020/NĐ-CP (legal_check).
 */
@NullMarked
package vn.gov.hanoi.evaluation.unittask;

import org.jspecify.annotations.NullMarked;
