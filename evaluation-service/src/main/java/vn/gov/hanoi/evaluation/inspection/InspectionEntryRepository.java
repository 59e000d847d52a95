package vn.gov.hanoi.evaluation.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Keeps what was done about an unannounced inspection before it began. */
@ApplicationScoped
class InspectionEntryRepository {
    private static final String APPEND = """
            insert into inspection_entries (inspection_id, seq, action, subject, client, at, details)
            values (?, (select count(*) + 1 from inspection_entries e where e.inspection_id = ?), ?, ?, ?, ?, ?::jsonb)""";
    private static final String OF = """
            select action, subject, client, at, details::text from inspection_entries where inspection_id = ? order by seq""";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final DataSource database;

    InspectionEntryRepository(DataSource database) {
        this.database = database;
    }

    record Entry(String action, String subject, String client, Instant at, Map<String, Object> details) {}

    /** The inspection is held, so that entries are counted one after the other. */
    void append(UUID inspectionId, Entry entry) {
        var values = List.of(
                inspectionId,
                inspectionId,
                entry.action(),
                entry.subject(),
                entry.client(),
                InspectionRepository.moment(entry.at()),
                write(entry.details()));
        try (var connection = database.getConnection();
                var statement = new Query(APPEND, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an entry cannot be written", e);
        }
    }

    List<Entry> of(UUID inspectionId) {
        var found = new ArrayList<Entry>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(OF, List.of(inspectionId), null),
                    row -> found.add(new Entry(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            read(row.getString(5)))));
        } catch (SQLException e) {
            throw new IllegalStateException("entries cannot be read", e);
        }
        return found;
    }

    private static String write(Map<String, Object> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be written", e);
        }
    }

    private static Map<String, Object> read(String details) {
        try {
            return JSON.readValue(details, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry cannot be read", e);
        }
    }
}
