/**
 * What the three services know of one officer, put together for one reader: each part is asked with the reader's own
 * token, so nobody sees more here than there. A part that cannot be had is marked, never left out.
 */
@NullMarked
package vn.gov.hanoi.gateway.dossier;

import org.jspecify.annotations.NullMarked;
