/**
 * Results of rounds (kết quả thi tuyển): ranks for each post with what explains them, minutes of the council, recognition by the authority, publication.
 *
 * <p>Nobody without both rounds passed has a rank, and absent is not zero. What the council submitted is what is approved and published: a commitment
 * holds it together. Nobody who marked approves, and before publication nobody sees numbers of a candidate about whom he or she may not judge.
 *
 * <p>2424/BNV-CCVC of 09/05/2017; the rule of ranking and the order of ties are data (legal_check).
 */
@NullMarked
package vn.gov.hanoi.selection.result;

import org.jspecify.annotations.NullMarked;
