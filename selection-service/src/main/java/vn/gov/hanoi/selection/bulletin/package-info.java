/**
 * Bulletins (thông báo kết quả): what everybody may know of a contest after its result is published, with what proves it.
 *
 * <p>A bulletin is written once, in the transaction that publishes the result, and never changed; it names candidates by codes, members not at all,
 * and besides only whom the authority has appointed. Whoever has it computes commitments, marks, the lot and the ranks again without this service.
 *
 * <p>What a bulletin says once also follows from the tables for as long as nobody alters them: who inspects lets it be made anew and compared.
 *
 * <p>2424/BNV-CCVC of 09/05/2017: public, transparent, fair. Names of those who were not chosen are personal data (Law 91/2025/QH15).
 */
@NullMarked
package vn.gov.hanoi.selection.bulletin;

import org.jspecify.annotations.NullMarked;
