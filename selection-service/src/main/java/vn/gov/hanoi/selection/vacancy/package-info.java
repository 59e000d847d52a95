/**
 * Vacancies: posts at division level, and heads of affiliated units, that are filled by competitive selection, and their announcement.
 * A vacancy belongs to one unit, copied as it was at creation; only its round ends what was announced or announces it again; the public sees
 * no drafts, and what it was told stays readable.
 * Law: 2424/BNV-CCVC of 09/05/2017 and the Hanoi programme of 2020; its numbers come from the room ruleset.
 */
@NullMarked
package vn.gov.hanoi.selection.vacancy;

import org.jspecify.annotations.NullMarked;
