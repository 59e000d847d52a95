package vn.gov.hanoi.evaluation.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.inspection.Checklist.Item;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Keeps checklists. */
@ApplicationScoped
class ChecklistRepository {
    private static final String SELECT = """
            select c.id, c.code, c.version, c.title_vi, c.title_en, c.items::text as items, c.published_at, c.row_version
            from checklists c where\s""";
    private static final String INSERT = """
            insert into checklists (id, code, title_vi, title_en, items, drafted_by, drafted_at) values (?, ?, ?, ?, ?::jsonb, ?, ?)""";
    /** Two that publish at once are told by ux_checklists_code_version. */
    private static final String PUBLISH = """
            update checklists c set published_by = ?, published_at = ?, row_version = row_version + 1,
                version = (select coalesce(max(v.version), 0) + 1 from checklists v where v.code = c.code)
            where c.id = ? and c.published_at is null""";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final DataSource database;

    ChecklistRepository(DataSource database) {
        this.database = database;
    }

    Optional<Checklist> find(UUID id) {
        return rows(new Query(SELECT + "c.id = ?", List.of(id), null)).stream().findFirst();
    }

    Optional<Checklist> hold(UUID id) {
        return rows(new Query(SELECT + "c.id = ? for update", List.of(id), null)).stream()
                .findFirst();
    }

    List<Checklist> rows(String condition, List<?> values) {
        return rows(new Query(SELECT + condition, values, null));
    }

    /** Refusal: inspection.checklist-not-published, also for an unknown one. */
    List<Refusal> faults(UUID id) {
        return find(id).filter(Checklist::isPublished).isPresent()
                ? List.of()
                : List.of(Refusal.of(EvaluationProblem.INSPECTION_CHECKLIST).at("/checklistId"));
    }

    void insert(Checklist draft, String by, Instant at) {
        try {
            change(
                    INSERT,
                    List.of(
                            draft.id(),
                            draft.code(),
                            draft.title().vi(),
                            draft.title().en(),
                            JSON.writeValueAsString(draft.items()),
                            by,
                            InspectionRepository.moment(at)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checklist cannot be written", e);
        }
    }

    void publish(UUID id, String by, Instant at) {
        change(PUBLISH, List.of(by, InspectionRepository.moment(at), id));
    }

    private void change(String sql, List<Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a checklist cannot be written", e);
        }
    }

    private List<Checklist> rows(Query query) {
        var found = new ArrayList<Checklist>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> found.add(checklist(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("checklists cannot be read", e);
        }
        return found;
    }

    private static Checklist checklist(ResultSet row) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new Checklist(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("version", Integer.class),
                new Title(row.getString("title_vi"), row.getString("title_en")),
                items(row.getString("items")),
                published == null ? null : published.toInstant(),
                row.getLong("row_version"));
    }

    private static List<Item> items(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checklist cannot be read", e);
        }
    }
}
