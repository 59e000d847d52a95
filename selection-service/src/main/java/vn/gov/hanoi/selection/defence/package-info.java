/**
 * The second round (bảo vệ đề án): the lot that gives the order, defences before the council, one sheet for each member who was present.
 *
 * <p>Seed and codes of the lot are committed to before anybody knows who defends. A sheet is its member's alone until all of the defence are opened
 * together; a sealed one never changes. Who may not judge a candidate has no sheet and sees neither the defence nor a number that comes from it.
 *
 * <p>2424/BNV-CCVC of 09/05/2017 and the pilots under it; minutes, pass mark, limits of the spread and criteria are data (legal_check).
 */
@NullMarked
package vn.gov.hanoi.selection.defence;

import org.jspecify.annotations.NullMarked;
