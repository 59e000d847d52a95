package vn.gov.hanoi.selection.eligibility;

import java.time.Instant;
import java.util.UUID;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;

/** A reasoned decision of a person in the place of a finding. It holds as long as newer checks find the same. */
record Waiver(
        UUID id,
        UUID applicationId,
        UUID checkId,
        String condition,
        ReasonPart reason,
        DecisionPart decision,
        Instant madeAt,
        String madeBy) {}
