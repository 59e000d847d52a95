/**
 * The read copy of the directory for services that do not own it: units through time, their lineage and the officers, as
 * events told them. The newest sequence of each record wins; a null record erases. Days pass without events: the SQL functions
 * of the copy look at the dated states. Switched on by congvu.directory-copy.enabled; the digest alone serves the owner too.
 */
@NullMarked
package vn.gov.hanoi.kernel.directorycopy;

import org.jspecify.annotations.NullMarked;
