package vn.gov.hanoi.evaluation.unittemplate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.DeductionRule;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplate.Content;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplate.Criterion;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplate.Mark;

/** Keeps the templates of units. */
@ApplicationScoped
class UnitTemplateRepository {
    /** The columns that {@link #read} reads. */
    static final String COLUMNS = """
            t.id, t.unit_id, t.rule_set_id, t.sheet_kind, t.version, t.criteria, t.deductions, t.digest, t.decision_number,
                t.decision_signed_on, t.decision_issuer, t.drafted_by, t.drafted_at, t.published_by, t.published_at, t.row_version""";

    private static final String INSERT = """
            insert into sheet_templates (id, unit_id, rule_set_id, sheet_kind, state, criteria, deductions, digest, decision_number,
                decision_signed_on, decision_issuer, drafted_by, drafted_at, row_version)
            values (?, ?, ?, ?, 'DRAFT', ?::jsonb, ?::jsonb, decode(?, 'hex'), ?, ?, ?, ?, ?, 1)""";
    /** Versions of a unit are counted one after the other. */
    private static final String HOLD_UNIT = "select id from units where id = ? for no key update";

    private static final String PUBLISH = """
            update sheet_templates t set state = 'PUBLISHED', published_by = ?, published_at = ?, row_version = row_version + 1,
                version = (select coalesce(max(v.version), 0) + 1 from sheet_templates v
                    where v.unit_id = t.unit_id and v.rule_set_id = t.rule_set_id and v.sheet_kind = t.sheet_kind)
            where t.id = ? and t.state = 'DRAFT'""";
    private static final String CODES = """
            select distinct c.value ->> 'code' from sheet_templates t, jsonb_array_elements(t.criteria) c
            where t.state = 'PUBLISHED' order by 1""";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final DataSource database;

    UnitTemplateRepository(DataSource database) {
        this.database = database;
    }

    Optional<UnitTemplate> find(UUID id) {
        return rows(new Query("select " + COLUMNS + " from sheet_templates t where t.id = ?", List.of(id), null))
                .stream()
                .findFirst();
    }

    Optional<UnitTemplate> hold(UUID id) {
        return rows(new Query(
                        "select " + COLUMNS + " from sheet_templates t where t.id = ? for update", List.of(id), null))
                .stream()
                .findFirst();
    }

    void insert(UnitTemplate draft) {
        var content = draft.content();
        change(
                INSERT,
                List.of(
                        draft.id(),
                        draft.unitId(),
                        draft.ruleSetId(),
                        draft.kind().name(),
                        write(content.criteria()),
                        write(content.deductions()),
                        content.digest(),
                        draft.decision().number(),
                        draft.decision().signedOn(),
                        draft.decision().issuer(),
                        draft.drafted().by(),
                        moment(draft.drafted().at())));
    }

    /** Publishes a draft as the next version of its unit. */
    void publish(UnitTemplate draft, Mark mark) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(HOLD_UNIT, List.of(draft.unitId()), null), _ -> {});
        } catch (SQLException e) {
            throw failed(e);
        }
        if (change(PUBLISH, List.of(mark.by(), moment(mark.at()), draft.id())) != 1) {
            throw new IllegalStateException("the draft was not held: " + draft.id());
        }
    }

    /** Codes of the criteria that units have of their own, in order. */
    List<String> codes() {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(CODES, List.of(), null), row -> found.add(row.getString(1)));
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    List<UnitTemplate> rows(Query query) {
        var found = new ArrayList<UnitTemplate>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> found.add(read(row)));
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private int change(String sql, List<?> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static UnitTemplate read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var content = new Content(
                List.of(parse(row.getString("criteria"), Criterion[].class)),
                List.of(parse(row.getString("deductions"), DeductionRule[].class)));
        if (!content.digest().equals(HexFormat.of().formatHex(row.getBytes("digest")))) {
            throw new IllegalStateException("template " + id + " is not what was kept");
        }
        int version = row.getInt("version");
        return new UnitTemplate(
                id,
                row.getObject("unit_id", UUID.class),
                row.getObject("rule_set_id", UUID.class),
                SheetKind.valueOf(row.getString("sheet_kind")),
                version == 0 ? null : version,
                content,
                new Decision(
                        row.getString("decision_number"),
                        row.getObject("decision_signed_on", LocalDate.class),
                        row.getString("decision_issuer")),
                new Mark(row.getString("drafted_by"), instant(row, "drafted_at")),
                published(row),
                row.getLong("row_version"));
    }

    private static @Nullable Mark published(ResultSet row) throws SQLException {
        var by = row.getString("published_by");
        return by == null ? null : new Mark(by, instant(row, "published_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("criteria cannot be written", e);
        }
    }

    private static <T> T parse(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("criteria cannot be read", e);
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("templates of units cannot be read or written", cause);
    }
}
