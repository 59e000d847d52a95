package vn.gov.hanoi.selection.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.round.RoundAdvanced;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Writes the bulletin of a round in the transaction that publishes its result. */
@ApplicationScoped
class Bulletins {
    private final WriteContest contests;
    private final BulletinRepository bulletins;
    private final AuditTrail audit;
    private final Clock clock;

    Bulletins(WriteContest contests, BulletinRepository bulletins, AuditTrail audit, Clock clock) {
        this.contests = contests;
        this.bulletins = bulletins;
        this.audit = audit;
        this.clock = clock;
    }

    void issue(@Observes RoundAdvanced advanced) {
        if (advanced.state() == RoundState.RESULT_PUBLISHED) {
            issue(advanced.roundId());
        }
    }

    private void issue(UUID roundId) {
        var round = bulletins.round(roundId);
        contests.of(roundId, round.title()).ifPresent(contest -> {
            var text = CanonicalJson.write(contest);
            var digest = CanonicalJson.digest(contest);
            bulletins.add(contest, text, digest, new Stamp(clock.instant(), "bulletin"));
            audit.record(
                    Caller.system("bulletin"),
                    new AuditTrail.Act(
                            "bulletin.issue", "rounds", contest.roundId(), round.unitId(), Map.of("digest", digest)));
        });
    }
}
