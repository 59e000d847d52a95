/**
 * Eligibility of candidates: findings about each condition of a post, frozen at the cut-off with their evidence and a digest, compared
 * again whenever evidence arrives or a later step asks, and decided otherwise by a person where the condition allows it. A check is never
 * changed; a list counts whom the newest check and the decisions on it let through. Law: 2424/BNV-CCVC of 09/05/2017 and its conditions.
 */
@NullMarked
package vn.gov.hanoi.selection.eligibility;

import org.jspecify.annotations.NullMarked;
