package vn.gov.hanoi.evaluation.authority;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.evaluation.authority.ExplainApi.Kind;
import vn.gov.hanoi.evaluation.authority.ExplainApi.ReasonView;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/**
 * Shows chains of reasons. A chain names everybody in it, also outside the caller's scope: who acts for whom by which order is what
 * a deputy's act itself shows ("A for B").
 */
record ReasonViews(Map<UUID, OfficerReference> officers, Map<UUID, UnitReference> units) {
    ReasonView view(Ground ground) {
        return switch (ground) {
            case Ground.HeadOf(var headship) ->
                new ReasonView(
                        Kind.HEAD_OF,
                        officer(headship.officerId()),
                        unit(headship.unitId()),
                        headship.assignmentId(),
                        headship.acting(),
                        null,
                        null,
                        null,
                        null);
            case Ground.Delegated delegated ->
                new ReasonView(
                        Kind.DELEGATED,
                        officer(delegated.officerId()),
                        unit(delegated.unitId()),
                        null,
                        null,
                        officer(delegated.forOfficerId()),
                        delegated.delegationId(),
                        delegated.decisionNumber(),
                        view(delegated.because()));
        };
    }

    private OfficerReference officer(UUID id) {
        return Objects.requireNonNull(officers.get(id));
    }

    private UnitReference unit(UUID id) {
        return Objects.requireNonNull(units.get(id));
    }
}
