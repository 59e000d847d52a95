package vn.gov.hanoi.evaluation.annual;

import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** Service in a unit. */
public record Stay(UUID unitId, Validity validity) {}
