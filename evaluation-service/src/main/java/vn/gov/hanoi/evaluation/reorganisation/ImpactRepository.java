package vn.gov.hanoi.evaluation.reorganisation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.Answered;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ImpactCount;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ServiceImpact;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** What the other services have counted for a plan. */
@ApplicationScoped
class ImpactRepository {
    private static final List<String> SERVICES = List.of("training", "selection");
    private static final String KEEP = """
            insert into reorganisation_impacts as i (plan_id, service, plan_version, counts, received_at) values (?, ?, ?, ?::jsonb, ?)
            on conflict (plan_id, service) do update set plan_version = excluded.plan_version, counts = excluded.counts,
                received_at = excluded.received_at
            where i.plan_version <= excluded.plan_version""";

    private final DataSource database;
    private final Clock clock;

    ImpactRepository(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts of one service for a version of a plan. */
    record Impact(UUID planId, String service, long planVersion, List<ImpactCount> counts) {}

    /** Keeps what a service counted; an answer about an older version changes nothing. */
    void keep(List<Impact> impacts) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (var connection = database.getConnection()) {
            for (var impact : impacts) {
                var values = List.of(
                        impact.planId(),
                        impact.service(),
                        impact.planVersion(),
                        PlanRepository.json(impact.counts()),
                        (Object) now);
                try (var upsert = new Query(KEEP, values, null).prepare(connection)) {
                    upsert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("impact cannot be written", e);
        }
    }

    /** One entry for each other service; one that has not answered for this version of the plan is awaited, never empty. */
    List<ServiceImpact> of(UUID planId, long draftVersion) {
        var found = new HashMap<String, ServiceImpact>();
        var sql =
                "select service, counts, received_at from reorganisation_impacts where plan_id = ? and plan_version = ?";
        try (var connection = database.getConnection();
                var statement = new Query(sql, List.of(planId, draftVersion), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                List<ImpactCount> counts = PlanRepository.parse(rows.getString(2), new TypeReference<>() {});
                found.put(
                        rows.getString(1),
                        new ServiceImpact(
                                rows.getString(1),
                                Answered.RECEIVED,
                                rows.getObject(3, OffsetDateTime.class).toInstant(),
                                counts));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("impact cannot be read", e);
        }
        return complete(found);
    }

    private static List<ServiceImpact> complete(Map<String, ServiceImpact> found) {
        var all = new ArrayList<ServiceImpact>();
        SERVICES.forEach(service ->
                all.add(found.getOrDefault(service, new ServiceImpact(service, Answered.AWAITED, null, List.of()))));
        return all;
    }
}
