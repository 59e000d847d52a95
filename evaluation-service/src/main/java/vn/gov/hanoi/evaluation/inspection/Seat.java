package vn.gov.hanoi.evaluation.inspection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do with an inspection.
 *
 * @param officerId null if no officer of the directory
 * @param leads whether he or she leads inspections of the unit, without a post in it
 * @param role in the team; null if none
 */
record Seat(@Nullable UUID officerId, boolean leads, Inspection.@Nullable Role role) {}
