package vn.gov.hanoi.training.proposal;

import java.util.EnumSet;
import java.util.Set;

/** Where a proposal is on its way. */
enum ProposalState {
    DRAFT,
    SUBMITTED,
    /** Sent back with a reason; the unit may change and submit it again. */
    RETURNED,
    /** Taken back by the unit; another one may be drafted. */
    WITHDRAWN;

    private Set<ProposalState> next() {
        return switch (this) {
            case DRAFT, RETURNED -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> EnumSet.of(RETURNED, WITHDRAWN);
            case WITHDRAWN -> EnumSet.noneOf(ProposalState.class);
        };
    }

    boolean canBecome(ProposalState other) {
        return next().contains(other);
    }

    boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }
}
