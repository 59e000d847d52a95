package vn.gov.hanoi.evaluation.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Check;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Head;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Mark;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Keeps the versions of rule sets; the database refuses every change of a published one. */
@ApplicationScoped
class RuleSetRepository {
    static final String COLUMNS = """
            id, code, version, kind, title_vi, title_en, effective_from, effective_to, periods, digest, status, shipped,
            author, created_at, changed_by, changed_at, approver, published_at,
            checked_by, check_number, check_signed_on, check_issuer, official_by, official_at, row_version""";
    private static final String SELECT = "select " + COLUMNS + " from rule_sets where ";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final DataSource database;

    RuleSetRepository(DataSource database) {
        this.database = database;
    }

    /** Keeps a first draft. Refusal: rule-set.exists. */
    void insert(UUID id, RuleSet ruleSet, String document, Mark author) {
        change("""
                insert into rule_sets (code, version, kind, title_vi, title_en, effective_from, effective_to, periods, applies_to,
                    document, digest, id, status, shipped, author, created_at, changed_by, changed_at, row_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'DRAFT', false, ?, ?, ?, ?, 1)""", values(ruleSet, document, id, author.by(), moment(author.at()), author.by(), moment(author.at())));
    }

    /** Keeps a document that came with the product as published on trial; false if that version is there already. */
    boolean ship(UUID id, RuleSet ruleSet, String document, Mark by) {
        var at = moment(by.at());
        return change("""
                insert into rule_sets (code, version, kind, title_vi, title_en, effective_from, effective_to, periods, applies_to,
                    document, digest, id, status, shipped, author, created_at, changed_by, changed_at, approver, published_at, row_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'PILOT', true, ?, ?, ?, ?, ?, ?, 1)
                on conflict (code, version) do nothing""", values(ruleSet, document, id, by.by(), at, by.by(), at, by.by(), at)) == 1;
    }

    void replace(UUID id, RuleSet ruleSet, String document, Mark by) {
        change("""
                update rule_sets set code = ?, version = ?, kind = ?, title_vi = ?, title_en = ?, effective_from = ?, effective_to = ?,
                    periods = ?, applies_to = ?::jsonb, document = ?, digest = ?, changed_by = ?, changed_at = ?,
                    row_version = row_version + 1
                where id = ?""", values(ruleSet, document, by.by(), moment(by.at()), id));
    }

    void publish(UUID id, Mark by) {
        change("""
                update rule_sets set status = 'PILOT', approver = ?, published_at = ?, row_version = row_version + 1
                where id = ?""", Arrays.asList(by.by(), moment(by.at()), id));
    }

    void makeOfficial(UUID id, Check check) {
        change(
                """
                update rule_sets set status = 'OFFICIAL', checked_by = ?, check_number = ?, check_signed_on = ?, check_issuer = ?,
                    official_by = ?, official_at = ?, row_version = row_version + 1
                where id = ?""",
                Arrays.asList(
                        check.by(),
                        check.document().number(),
                        check.document().signedOn(),
                        check.document().issuer(),
                        check.recorded().by(),
                        moment(check.recorded().at()),
                        id));
    }

    void delete(UUID id) {
        change("delete from rule_sets where id = ?", List.of(id));
    }

    Optional<RuleSetRecord> find(UUID id) {
        return records(SELECT + "id = ?", id).stream().findFirst();
    }

    Optional<RuleSetRecord> find(String code, int version) {
        return records(SELECT + "code = ? and version = ?", code, version).stream()
                .findFirst();
    }

    /** The version, held until the end of the transaction. */
    Optional<RuleSetRecord> hold(UUID id) {
        return records(SELECT + "id = ? for update", id).stream().findFirst();
    }

    /** All versions that can be chosen for a period. */
    List<RuleSetRecord> published() {
        return records(SELECT + "status <> 'DRAFT' order by code, version");
    }

    /** The text of a version as it was given. */
    String document(UUID id) {
        return texts("select document from rule_sets where id = ?", id).getFirst();
    }

    /** The texts that came with the product, this or an earlier release of it. */
    Set<String> shippedDocuments() {
        return Set.copyOf(texts("select document from rule_sets where shipped"));
    }

    /** Whether the unit is the City itself. */
    boolean isCity(UUID unitId) {
        return !texts("select 'root' from units where root and id = ?", unitId).isEmpty();
    }

    private static List<@Nullable Object> values(RuleSet ruleSet, String document, Object... others) {
        var header = ruleSet.header();
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                header.id(),
                header.version(),
                header.kind().name(),
                header.title().vi(),
                header.title().en(),
                header.effectiveFrom(),
                header.effectiveTo(),
                header.periods().stream().sorted().map(PeriodType::name).toArray(String[]::new),
                json(header.appliesTo()),
                document,
                ruleSet.digest()));
        values.addAll(Arrays.asList(others));
        return values;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("applications cannot be written", e);
        }
    }

    static RuleSetRecord read(ResultSet row) throws SQLException {
        var periods = EnumSet.noneOf(PeriodType.class);
        for (var name : (String[]) row.getArray("periods").getArray()) {
            periods.add(PeriodType.valueOf(name));
        }
        return new RuleSetRecord(
                row.getObject("id", UUID.class),
                new Head(
                        row.getString("code"),
                        row.getInt("version"),
                        RuleSetKind.valueOf(row.getString("kind")),
                        new Title(row.getString("title_vi"), row.getString("title_en")),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class),
                        periods,
                        row.getString("digest")),
                RuleSetStatus.valueOf(row.getString("status")),
                row.getBoolean("shipped"),
                mark(row, "author", "created_at"),
                mark(row, "changed_by", "changed_at"),
                row.getString("approver") == null ? null : mark(row, "approver", "published_at"),
                row.getString("official_by") == null ? null : check(row),
                row.getLong("row_version"));
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getString("checked_by"),
                new Decision(
                        row.getString("check_number"),
                        row.getObject("check_signed_on", LocalDate.class),
                        row.getString("check_issuer")),
                mark(row, "official_by", "official_at"));
    }

    private static Mark mark(ResultSet row, String by, String at) throws SQLException {
        return new Mark(
                row.getString(by), row.getObject(at, OffsetDateTime.class).toInstant());
    }

    private List<RuleSetRecord> records(String sql, Object... values) {
        var found = new ArrayList<RuleSetRecord>();
        try (var connection = database.getConnection();
                var statement = new Query(sql, Arrays.asList(values), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private List<String> texts(String sql, Object... values) {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = new Query(sql, Arrays.asList(values), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("rule sets cannot be read or written", cause);
    }
}
