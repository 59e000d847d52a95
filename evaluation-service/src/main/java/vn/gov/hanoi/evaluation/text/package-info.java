/**
 * Vietnamese text: normal form, search without accents, alphabetical order, and what may stand in a name. The same rules hold
 * for a single request and for an imported file. Nothing here knows a framework.
 */
@NullMarked
package vn.gov.hanoi.evaluation.text;

import org.jspecify.annotations.NullMarked;
