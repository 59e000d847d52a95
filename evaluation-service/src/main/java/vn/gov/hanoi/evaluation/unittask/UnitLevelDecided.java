package vn.gov.hanoi.evaluation.unittask;

import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;

/**
 * Told in the transaction that decides the level of a unit, the first time or again, so that rooms which use levels keep what follows in
 * the same transaction. Until its end nobody else reads the level to decide by it.
 *
 * @param resultId the revision that stands now
 */
public record UnitLevelDecided(UUID resultId, UUID unitId, Period period, Grade level) {}
