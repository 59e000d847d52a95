/**
 * The written papers of a round: registration numbers, attendance, scripts under codes, two independent markings, a third one if they lie too far
 * apart, the opening of the codes by two persons, and the marks. Who is behind a code stands nowhere unsealed; a sealed sheet never changes; nobody
 * sees another marker's points; one person alone opens nothing. Law: 2424/BNV-CCVC of 09/05/2017; Circular 06/2020/TT-BNV by analogy.
 */
@NullMarked
package vn.gov.hanoi.selection.paper;

import org.jspecify.annotations.NullMarked;
