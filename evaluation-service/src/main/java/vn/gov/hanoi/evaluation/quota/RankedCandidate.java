package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;

/**
 * A place in the list of candidates.
 *
 * @param rank 1 for the highest; equal scores share a rank and the next rank is skipped
 * @param tied whether somebody else has the same score; the order among them means nothing
 */
public record RankedCandidate(int rank, String memberId, BigDecimal score, boolean tied) {}
