package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import vn.gov.hanoi.evaluation.inspection.ChargeQueries;
import vn.gov.hanoi.evaluation.inspection.OfficerCharged;
import vn.gov.hanoi.evaluation.monthly.SheetFlagRepository.Resting;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Ceiling;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.unittask.UnitLevelDecided;

/**
 * When a level of a unit is decided, the results of those who lead it are flagged that rest on another level; a flag goes when the level is
 * again what the result rests on. Law: 3814-QĐ/TU ties the leader to the results of the unit led. The same for what inspections find: a
 * decided result is flagged that rests on other entries of accountability than those that stand.
 */
@ApplicationScoped
class FlagResults {
    private final SheetFlagRepository flags;
    private final ChargeQueries charges;
    private final RuleSetCatalogue catalogue;
    private final Clock clock;

    FlagResults(SheetFlagRepository flags, ChargeQueries charges, RuleSetCatalogue catalogue, Clock clock) {
        this.flags = flags;
        this.charges = charges;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** In the transaction of the decision on the level, so that no moment shows the one without the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    void compare(@Observes UnitLevelDecided told) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (var result : flags.resting(told)) {
            flags.settle(result.sheetId(), now, SheetFlag.Kind.UNIT_LEVEL);
            if (result.used() != told.level() && isBound(catalogue.version(result.ruleSetId()), result)) {
                flags.flag(result, told, now);
            }
        }
    }

    /** In the transaction that records or withdraws the finding; who decides the month waits for its end. */
    @Transactional(Transactional.TxType.MANDATORY)
    void compare(@Observes OfficerCharged told) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        flags.answering(told).ifPresent(result -> {
            flags.settle(result.sheetId(), now, SheetFlag.Kind.ACCOUNTABILITY);
            if (result.rated() && Charging.differs(charges.of(told.officerId(), told.month()), result.charges())) {
                flags.flag(result, now);
            }
        });
    }

    /** Whether the rules tie the person to the level of the unit. */
    private static boolean isBound(RuleSet ruleSet, Resting result) {
        return ruleSet.rules().ceilings().stream()
                .filter(each -> each.code() == Ceiling.Code.HEAD_NOT_ABOVE_UNIT && each.enabled())
                .anyMatch(each -> result.position() == Position.HEAD || Boolean.TRUE.equals(each.includesDeputies()));
    }
}
