/**
 * The legal rules of evaluation as data. A rule set is a document with dates, legal sources and parameters; it is checked against one
 * JSON Schema and against itself, and chosen by category of personnel, type of unit and the last day of the period. A published
 * version never changes; its digest says what it was. Code holds formulas and policies by name, no number of the law.
 * Nothing here knows a framework, the clock or the database.
 */
@NullMarked
package vn.gov.hanoi.evaluation.ruleset;

import org.jspecify.annotations.NullMarked;
