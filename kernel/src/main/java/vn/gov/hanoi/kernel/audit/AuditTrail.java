package vn.gov.hanoi.kernel.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.scope.Caller;

/** Writes audit entries; only inside the transaction of the change they describe. The run-time role can add entries, not alter them. */
@ApplicationScoped
public class AuditTrail {
    private static final Logger LOGGER = Logger.getLogger(AuditTrail.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final String INSERT = """
            insert into audit_entries (id, at, subject, client, action, resource, resource_id, unit_id, details, trace_id, organisation,
                purpose, case_number, caller_user)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final Clock clock;

    AuditTrail(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One act.
     *
     * @param action area and verb, for example {@code unit.create}
     * @param resource collection of the record, for example {@code units}
     * @param resourceId the record
     * @param unitId unit the act concerns; null if none
     * @param details facts about the act; no personal data
     */
    public record Act(
            String action,
            String resource,
            UUID resourceId,
            @Nullable UUID unitId,
            Map<String, ?> details) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Caller caller, Act act) {
        recordAll(caller, List.of(act));
    }

    /** Acts that were one request; each has an entry of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(Caller caller, List<Act> acts) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var act : acts) {
                bind(insert, caller, act);
                insert.addBatch();
            }
            insert.executeBatch();
            log(acts);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("audit entry cannot be written", e);
        }
    }

    /**
     * A reading whose call named its purpose; in a transaction of its own, so that it stands whatever becomes of the reading.
     *
     * @param resource collection that was read, for example {@code officers}
     * @param resourceId the record; null for a list
     * @param details facts about the reading, for example whose; no personal data
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordReading(Caller caller, String resource, @Nullable UUID resourceId, Map<String, ?> details) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            bind(insert, caller, "read", resource, resourceId, null, details);
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("audit entry cannot be written", e);
        }
    }

    /** One line for each request, which the trace in the log context ties to all else of it; the record itself is not named. */
    private static void log(List<Act> acts) {
        if (!acts.isEmpty()) {
            LOGGER.infof(
                    "acts recorded action=%s resource=%s count=%d",
                    acts.getFirst().action(), acts.getFirst().resource(), acts.size());
        }
    }

    private void bind(PreparedStatement insert, Caller caller, Act act) throws SQLException, JsonProcessingException {
        bind(insert, caller, act.action(), act.resource(), act.resourceId(), act.unitId(), act.details());
    }

    private void bind(
            PreparedStatement insert,
            Caller caller,
            String action,
            String resource,
            @Nullable UUID resourceId,
            @Nullable UUID unitId,
            Map<String, ?> details)
            throws SQLException, JsonProcessingException {
        insert.setObject(1, Ids.next());
        insert.setObject(2, OffsetDateTime.now(clock));
        insert.setString(3, caller.subject());
        insert.setString(4, caller.client());
        insert.setString(5, action);
        insert.setString(6, resource);
        insert.setObject(7, resourceId);
        insert.setObject(8, unitId);
        insert.setString(9, JSON.writeValueAsString(details));
        insert.setString(10, Trace.id());
        var declared = caller.declared();
        insert.setString(11, declared.organisation());
        insert.setString(12, declared.purpose());
        insert.setString(13, declared.caseNumber());
        insert.setString(14, declared.user());
    }
}
