package vn.gov.hanoi.training.reorganisation;

import java.util.UUID;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.MoveSummary;

/**
 * A draft with all that belongs to it.
 *
 * @param planUnitId unit that decides the plan
 * @param decides whether that unit is within the caller's scope
 * @param heirs who takes over from whom; for a draft that returns, of the reorganisation that was taken back
 * @param standing what givers and takers hold now
 * @param content what moves now, or what was moved
 * @param tag number of the entity tag
 */
record MoveCase(
        MoveDraft draft,
        MoveSummary summary,
        UUID planUnitId,
        boolean decides,
        Heirs heirs,
        Standing standing,
        MoveContent content,
        long tag) {}
