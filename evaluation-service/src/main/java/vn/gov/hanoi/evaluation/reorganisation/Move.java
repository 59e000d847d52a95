package vn.gov.hanoi.evaluation.reorganisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rank;

/**
 * Where a post goes on the day of a plan.
 *
 * @param to unit; null if the post ends
 */
record Move(Post post, @Nullable UUID to, Rank position, String title, boolean leader) {}
