/**
 * The read copy of the directory for services that do not own it: units and officers as events told them.
 * The newest sequence of each record wins; a null record erases. Switched on by congvu.directory-copy.enabled.
 */
@NullMarked
package vn.gov.hanoi.kernel.directorycopy;

import org.jspecify.annotations.NullMarked;
