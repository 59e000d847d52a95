/**
 * The selection service: competitive choice of division-level leaders and heads of affiliated units (2424/BNV-CCVC of 09/05/2017).
 * This package holds only what all rooms share: the catalogue of problems and what the database's constraints mean.
 * Units and officers belong to the evaluation service; they are known here by its events.
 */
@NullMarked
package vn.gov.hanoi.selection;

import org.jspecify.annotations.NullMarked;
