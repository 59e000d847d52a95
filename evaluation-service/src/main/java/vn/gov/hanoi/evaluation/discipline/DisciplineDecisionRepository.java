package vn.gov.hanoi.evaluation.discipline;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineDecision.Person;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Keeps decisions in their revisions. The case is held before one is written. */
@ApplicationScoped
class DisciplineDecisionRepository {
    private static final String SELECT = "select d.* from discipline_decisions d where ";

    private static final String SUPERSEDE =
            "update discipline_decisions set superseded_at = ? where id = ? and superseded_at is null";

    private static final String INSERT = """
            insert into discipline_decisions (id, case_id, officer_id, revision, unit_id, category, leader, regime, form, effective_on,
                effect_months, ends_on, bans, lifted_on, in_duty, number, signed_on, issuer, ground_number, ground_signed_on,
                ground_issuer, reason_code, reason_text, recorded_by, recorded_officer_id, recorded_at, supersedes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::date, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?::uuid)""";

    private final DataSource database;

    DisciplineDecisionRepository(DataSource database) {
        this.database = database;
    }

    /** The revisions of the decision on a case, the first one first; the last one stands. */
    List<DisciplineDecision> of(UUID caseId) {
        return decisions(SELECT + "d.case_id = ? order by d.revision", caseId);
    }

    /** The decisions on somebody that stand, the latest sanction first. */
    List<DisciplineDecision> ofOfficer(UUID officerId) {
        return decisions(
                SELECT + "d.officer_id = ? and d.superseded_at is null order by d.effective_on desc, d.id", officerId);
    }

    /** Puts a revision in the place of the one before, if there is one. */
    void keep(DisciplineDecision revision) {
        if (revision.supersedes() != null) {
            change(
                    SUPERSEDE,
                    List.of(DisciplineRepository.moment(revision.mark().at()), revision.supersedes()));
        }
        var sanction = revision.sanction();
        var reason = revision.reason();
        change(
                INSERT,
                Arrays.asList(
                        revision.id(),
                        revision.caseId(),
                        revision.officerId(),
                        revision.number(),
                        revision.person().unitId(),
                        revision.person().category().name(),
                        revision.person().leader(),
                        revision.regime(),
                        sanction.form(),
                        sanction.effectiveOn(),
                        sanction.effectMonths(),
                        sanction.endsOn(),
                        DisciplineJson.write(sanction.bans()),
                        sanction.liftedOn(),
                        revision.inDuty(),
                        revision.document().number(),
                        revision.document().signedOn(),
                        revision.document().issuer(),
                        revision.ground().number(),
                        revision.ground().signedOn(),
                        revision.ground().issuer(),
                        reason == null ? null : reason.code(),
                        reason == null ? null : reason.text(),
                        revision.mark().by(),
                        revision.mark().officerId(),
                        DisciplineRepository.moment(revision.mark().at()),
                        revision.supersedes()));
    }

    private List<DisciplineDecision> decisions(String sql, UUID id) {
        var found = new ArrayList<DisciplineDecision>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, List.of(id), null), row -> found.add(decision(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("decisions on discipline cannot be read", e);
        }
        return found;
    }

    private void change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the revision before does not stand");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("decisions on discipline cannot be written", e);
        }
    }

    private static DisciplineDecision decision(ResultSet row) throws SQLException {
        var reason = row.getString("reason_code");
        return new DisciplineDecision(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("officer_id", UUID.class),
                row.getInt("revision"),
                new Person(
                        row.getObject("unit_id", UUID.class),
                        Category.valueOf(row.getString("category")),
                        row.getBoolean("leader")),
                row.getString("regime"),
                new Sanction(
                        row.getString("form"),
                        row.getObject("effective_on", LocalDate.class),
                        row.getInt("effect_months"),
                        row.getObject("ends_on", LocalDate.class),
                        DisciplineJson.read(row.getString("bans"), new TypeReference<>() {}),
                        row.getObject("lifted_on", LocalDate.class)),
                row.getBoolean("in_duty"),
                document(row, ""),
                document(row, "ground_"),
                reason == null ? null : new Reason(reason, row.getString("reason_text")),
                DisciplineRepository.mark(row, "recorded"),
                row.getObject("supersedes", UUID.class),
                instant(row, "superseded_at"));
    }

    private static Decision document(ResultSet row, String prefix) throws SQLException {
        return new Decision(
                row.getString(prefix + "number"),
                row.getObject(prefix + "signed_on", LocalDate.class),
                row.getString(prefix + "issuer"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
