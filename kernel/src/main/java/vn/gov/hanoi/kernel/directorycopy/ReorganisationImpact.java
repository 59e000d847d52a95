package vn.gov.hanoi.kernel.directorycopy;

import static vn.gov.hanoi.kernel.inbox.Payload.id;
import static vn.gov.hanoi.kernel.inbox.Payload.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/**
 * Answers each drafted reorganisation with what this service has in its keeping for the units of the plan; the newest version
 * of a plan is answered once. What is applied or reverted goes on to the service's {@link ReorganisationFollower}, if it has one.
 */
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
class ReorganisationImpact implements TopicHandler {
    private static final String DRAFTED = "vn.gov.hanoi.directory.reorganisation.drafted.v1";
    private static final String APPLIED = "vn.gov.hanoi.directory.reorganisation.applied.v1";
    private static final String REVERTED = "vn.gov.hanoi.directory.reorganisation.reverted.v1";
    private static final int MOST_UNITS = 5_000;

    private final DataSource database;
    private final ImpactQueries impact;
    private final OutboxWriter outbox;
    private final Instance<ReorganisationFollower> followers;
    private final String service;

    ReorganisationImpact(
            DataSource database,
            ImpactQueries impact,
            OutboxWriter outbox,
            @Any Instance<ReorganisationFollower> followers,
            @ConfigProperty(name = "congvu.service") String service) {
        this.database = database;
        this.impact = impact;
        this.outbox = outbox;
        this.followers = followers;
        this.service = service;
    }

    @Override
    public String topic() {
        return "directory.reorganisation";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        for (var event : events) {
            var data = event.data();
            if (data != null) {
                take(event.type(), data);
            }
        }
    }

    private void take(String type, JsonNode data) {
        switch (type) {
            case DRAFTED -> answer(data);
            case APPLIED -> {
                var applied = AppliedReorganisation.of(data);
                followers.forEach(follower -> follower.applied(applied));
            }
            case REVERTED -> {
                var planId = id(data, "planId");
                long version = Long.parseLong(required(data, "version"));
                followers.forEach(follower -> follower.reverted(planId, version));
            }
            default -> {}
        }
    }

    private void answer(JsonNode data) {
        var planId = id(data, "planId");
        long version = Long.parseLong(required(data, "version"));
        var units = units(data);
        if (isNewer(planId, version)) {
            outbox.write(ImpactCounted.of(planId, version, service, impact.count(units))
                    .draft());
        }
    }

    private static Set<UUID> units(JsonNode data) {
        if (data.path("units").size() > MOST_UNITS) {
            throw new IllegalArgumentException("a plan of too many units");
        }
        var units = new LinkedHashSet<UUID>();
        data.path("units").forEach(unit -> units.add(id(unit, "unitId")));
        return units;
    }

    /** Whether no answer to this or a later version was given; from now on one is. */
    private boolean isNewer(UUID planId, long version) {
        var sql = """
                insert into reorganisation_answers as a (plan_id, version) values (?, ?)
                on conflict (plan_id) do update set version = excluded.version, answered_at = now()
                where a.version < excluded.version""";
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, planId);
            upsert.setLong(2, version);
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("answer to a plan cannot be kept", e);
        }
    }
}
