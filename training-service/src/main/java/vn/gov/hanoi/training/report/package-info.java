/**
 * Plan against actual (thực hiện so với kế hoạch): what a year's decisions assigned, what classes took, what money is left.
 * One statement reads all of it, so the figures of one answer belong to one moment; sums are exact, in đồng and places.
 * Readable by everyone inside the administration that the plan is for, as the plan itself.
 */
@NullMarked
package vn.gov.hanoi.training.report;

import org.jspecify.annotations.NullMarked;
