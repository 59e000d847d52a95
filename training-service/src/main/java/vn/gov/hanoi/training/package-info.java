/**
 * Training of the City's officers: plans by year, the ledger of their money, classes within quota and budget, degrees and promised service.
 * Each room below is one subject; they know each other by id and by small public doors, and form no cycle.
 * This package holds what all rooms share: the catalogue of refusals and the form of texts.
 */
@NullMarked
package vn.gov.hanoi.training;

import org.jspecify.annotations.NullMarked;
