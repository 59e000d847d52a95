/**
 * Who is head of what, who stands above whom, and who may act for which unit on a day and why. Authority follows the post: it is
 * computed from the tree, the posts of heads and the delegations of the day, as recorded at a moment, and never stored. A delegation
 * gives a part of what its giver holds as long as the giver remains head; nobody ever acts on the own case. Rule: authority is resolved
 * on the day of the decision.
 */
@NullMarked
package vn.gov.hanoi.evaluation.authority;

import org.jspecify.annotations.NullMarked;
