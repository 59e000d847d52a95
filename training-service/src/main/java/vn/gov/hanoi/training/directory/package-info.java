/**
 * What this service knows of the City's units: a read copy fed by the topics {@code directory.unit} and
 * {@code directory.officer}; evaluation-service owns the facts.
 * Rules ask here whether a unit is known, in force on a day, and inside a district.
 * The copy may lag by moments, so an unknown unit is a refusal that disappears when its event arrives.
 */
@NullMarked
package vn.gov.hanoi.training.directory;

import org.jspecify.annotations.NullMarked;
