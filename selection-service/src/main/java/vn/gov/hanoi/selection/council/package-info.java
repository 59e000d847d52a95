/**
 * The council and the boards of a round: who sits in which capacity, and who may not judge whom. A council or board is formed, changed and
 * dissolved by decision; one natural person sits in no two bodies that exclude each other, no candidate sits anywhere, and whoever has a
 * declared, derived or found conflict with a candidate does not judge this candidate. Law: 2424/BNV-CCVC of 09/05/2017; the numbers and the
 * exclusions are parameters, since local rules differ.
 */
@NullMarked
package vn.gov.hanoi.selection.council;

import org.jspecify.annotations.NullMarked;
