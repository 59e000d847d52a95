package vn.gov.hanoi.evaluation.reorganisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.Unit;

/**
 * What is recorded about the units and posts that a plan names.
 *
 * @param units recorded units of the plan, by id
 * @param inScope those of them that are the caller's
 * @param children units below a dissolved one on or after the day, by the dissolved one
 * @param takenCodes codes of the plan that another unit has or had
 * @param posts posts on or after the day: all of the units with a rule or dissolved, and the excepted ones
 * @param heads when the target units have a head on or after the day, by unit and post
 */
record PlanFacts(
        Map<UUID, Unit> units,
        Set<UUID> inScope,
        Map<UUID, List<UUID>> children,
        Set<String> takenCodes,
        List<Post> posts,
        List<Headship> heads) {

    /** A head's post in a unit. */
    record Headship(UUID unitId, UUID postId, Validity validity) {}
}
