package vn.gov.hanoi.evaluation.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Mark;
import vn.gov.hanoi.evaluation.ruleset.RuleSetReader;
import vn.gov.hanoi.evaluation.ruleset.ShippedRuleSets;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Puts the documents that come with the product into the register when a process starts. Several may start at once: the register takes
 * each version once, and whoever comes second finds it there.
 */
@ApplicationScoped
class ShipRuleSets {
    private static final Logger LOGGER = Logger.getLogger(ShipRuleSets.class);
    private static final Caller PRODUCT = Caller.system("evaluation-service");

    private final RuleSetRepository ruleSets;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    ShipRuleSets(RuleSetRepository ruleSets, AuditTrail audit, OutboxWriter outbox, Clock clock) {
        this.ruleSets = ruleSets;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        ship(ShippedRuleSets.texts());
    }

    /** @throws IllegalStateException if the register has other content under the code and version of a document */
    void ship(List<String> documents) {
        QuarkusTransaction.requiringNew().run(() -> {
            var known = ruleSets.shippedDocuments();
            var reader = new RuleSetReader();
            for (var document : documents) {
                if (!known.contains(document)) {
                    ship(reader, document);
                }
            }
        });
    }

    private void ship(RuleSetReader reader, String document) {
        var ruleSet = reader.read(document);
        var id = Ids.next();
        if (ruleSets.ship(id, ruleSet, document, new Mark(PRODUCT.subject(), clock.instant()))) {
            var head = ruleSets.find(id).orElseThrow().head();
            outbox.write(RuleSetEvent.published(id, head).draft());
            audit.record(
                    PRODUCT,
                    new AuditTrail.Act(
                            "rule-set.ship",
                            "rule-sets",
                            id,
                            null,
                            Map.of("code", head.code(), "version", head.version(), "digest", head.digest())));
            LOGGER.infof("rule set registered: code=%s version=%d", head.code(), head.version());
            return;
        }
        var there = ruleSets.find(ruleSet.id(), ruleSet.version()).orElseThrow().head();
        if (!there.digest().equals(ruleSet.digest())) {
            var fault =
                    "rule set %s version %d ships with digest %s, but the register has %s: an altered rule set needs a new version"
                            .formatted(there.code(), there.version(), ruleSet.digest(), there.digest());
            LOGGER.error(fault);
            throw new IllegalStateException(fault);
        }
    }
}
