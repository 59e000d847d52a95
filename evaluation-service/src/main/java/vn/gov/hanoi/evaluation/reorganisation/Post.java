package vn.gov.hanoi.evaluation.reorganisation;

import java.util.UUID;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rank;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** A recorded post, as far as a plan is concerned. */
record Post(
        UUID id,
        UUID officerId,
        UUID unitId,
        Rank position,
        String title,
        boolean leader,
        boolean main,
        Validity validity) {}
