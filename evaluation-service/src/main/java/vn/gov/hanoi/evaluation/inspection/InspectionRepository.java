package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Inspection.Conclusion;
import vn.gov.hanoi.evaluation.inspection.Inspection.Ended;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.Inspection.Member;
import vn.gov.hanoi.evaluation.inspection.Inspection.Role;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.inspection.Inspection.Window;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Loads and changes inspections with their teams. */
@ApplicationScoped
class InspectionRepository {
    private static final String SELECT = """
            select i.id, i.plan_line_id, i.finding_id, i.kind, i.unit_id, i.state, i.window_from, i.window_to, i.mandate_number,
                i.mandate_signed_on, i.mandate_issuer, i.checklist_id, i.started_at, i.ended_at, i.reason_code, i.reason_text, i.minutes,
                i.conclusion, i.recommendations, i.row_version
            from inspections i where\s""";
    private static final String TEAM = """
            select m.inspection_id, m.officer_id, m.role, m.recused_because from inspection_members m where m.inspection_id = any (?)
            order by m.seat, m.officer_id""";
    private static final String INSERT = """
            insert into inspections (id, plan_line_id, finding_id, kind, unit_id, state, window_from, window_to, mandate_number,
                mandate_signed_on, mandate_issuer, checklist_id, created_by, created_at)
            values (?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SAVE = """
            update inspections set state = ?, started_at = ?::timestamptz, started_by = case when ?::timestamptz is null then null
                    else coalesce(started_by, ?) end,
                ended_at = ?::timestamptz, ended_by = case when ?::timestamptz is null then null else ? end, reason_code = ?, reason_text = ?,
                minutes = ?, conclusion = ?, recommendations = ?::text[], row_version = row_version + 1
            where id = ? and row_version = ?""";
    /** Who declared a conflict stays. */
    private static final String CLEAR = "delete from inspection_members where inspection_id = ? and recused_at is null";

    private static final String SEAT = """
            insert into inspection_members (inspection_id, officer_id, role, seat, recused_at, recused_because)
            values (?, ?, ?, ?, ?::timestamptz, ?) on conflict (inspection_id, officer_id) do nothing""";
    private static final String ANSWER =
            "insert into checklist_answers (inspection_id, item, area, answer, note) values (?, ?, ?, ?, ?)";

    private final DataSource database;

    InspectionRepository(DataSource database) {
        this.database = database;
    }

    /** @param area of the item, for reports */
    record Answered(
            String item,
            String area,
            String answer,
            @Nullable String note) {}

    /** The inspection, if it is there for the viewer. */
    Optional<Inspection> find(UUID id, Viewer viewer) {
        var conditions = viewer.inspections().add("i.id = ?", id);
        return rows(conditions.sql(), conditions.values()).stream().findFirst();
    }

    /** Held until the end of the transaction. */
    Optional<Inspection> hold(UUID id) {
        return rows("i.id = ? for update", List.of(id)).stream().findFirst();
    }

    Optional<Inspection> find(UUID id) {
        return rows("i.id = ?", List.of(id)).stream().findFirst();
    }

    List<Inspection> rows(String condition, List<?> values) {
        return rows(condition, values, null);
    }

    /** @param moment for conditions on the tree; null if there are none */
    List<Inspection> rows(String condition, List<?> values, @Nullable Moment moment) {
        var rows = new LinkedHashMap<UUID, Inspection>();
        var team = new HashMap<UUID, List<Member>>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(SELECT + condition, values, moment),
                    row -> rows.put(row.getObject("id", UUID.class), inspection(row)));
            List<Object> ids = List.of((Object) rows.keySet().toArray(UUID[]::new));
            RowRepository.read(connection, new Query(TEAM, ids, null), row -> team.computeIfAbsent(
                            row.getObject(1, UUID.class), _ -> new ArrayList<>())
                    .add(new Member(row.getObject(2, UUID.class), Role.valueOf(row.getString(3)), row.getString(4))));
        } catch (SQLException e) {
            throw failed(e);
        }
        return rows.values().stream()
                .map(each -> each.with(team.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /** Races for a plan line or a finding are decided by ux_inspections_plan_line_id and ux_inspections_finding_id. */
    void insert(Inspection draft, String by, Instant at) {
        var mandate = draft.mandate();
        change(
                INSERT,
                Arrays.asList(
                        draft.id(),
                        draft.planLineId(),
                        draft.findingId(),
                        draft.kind().name(),
                        draft.unitId(),
                        draft.state().name(),
                        draft.window().from(),
                        draft.window().to(),
                        mandate.number(),
                        mandate.signedOn(),
                        mandate.issuer(),
                        draft.checklistId(),
                        by,
                        moment(at)));
        seat(draft, at);
    }

    /** Keeps what an act left on a held inspection, and its team. */
    void save(Inspection inspection, String by, Instant at) {
        var started = inspection.startedAt() == null ? null : moment(inspection.startedAt());
        var ended = inspection.ended();
        var endedAt = ended == null ? null : moment(ended.at());
        var reason = ended == null ? null : ended.reason();
        var conclusion = ended == null ? null : ended.conclusion();
        int changed = change(
                SAVE,
                Arrays.asList(
                        inspection.state().name(),
                        started,
                        started,
                        by,
                        endedAt,
                        endedAt,
                        by,
                        reason == null ? null : reason.code(),
                        reason == null ? null : reason.text(),
                        conclusion == null ? null : conclusion.minutes(),
                        conclusion == null ? null : conclusion.conclusion(),
                        conclusion == null ? null : conclusion.recommendations().toArray(String[]::new),
                        inspection.id(),
                        inspection.rowVersion()));
        if (changed != 1) {
            throw new IllegalStateException("the inspection was not held: " + inspection.id());
        }
        change(CLEAR, List.of(inspection.id()));
        seat(inspection, at);
    }

    void answer(UUID id, List<Answered> answers) {
        answers.forEach(
                each -> change(ANSWER, Arrays.asList(id, each.item(), each.area(), each.answer(), each.note())));
    }

    private void seat(Inspection inspection, Instant at) {
        var team = inspection.team();
        for (int i = 0; i < team.size(); i++) {
            var member = team.get(i);
            change(
                    SEAT,
                    Arrays.asList(
                            inspection.id(),
                            member.officerId(),
                            member.role().name(),
                            i,
                            member.sits() ? null : moment(at),
                            member.recusedBecause()));
        }
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        var started = row.getObject("started_at", OffsetDateTime.class);
        return new Inspection(
                row.getObject("id", UUID.class),
                row.getObject("plan_line_id", UUID.class),
                row.getObject("finding_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("unit_id", UUID.class),
                State.valueOf(row.getString("state")),
                new Window(row.getObject("window_from", LocalDate.class), row.getObject("window_to", LocalDate.class)),
                new Decision(
                        row.getString("mandate_number"),
                        row.getObject("mandate_signed_on", LocalDate.class),
                        row.getString("mandate_issuer")),
                row.getObject("checklist_id", UUID.class),
                List.of(),
                started == null ? null : started.toInstant(),
                ended(row),
                row.getLong("row_version"));
    }

    private static @Nullable Ended ended(ResultSet row) throws SQLException {
        var at = row.getObject("ended_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        var code = row.getString("reason_code");
        var minutes = row.getString("minutes");
        return new Ended(
                at.toInstant(),
                code == null ? null : new Reason(code, row.getString("reason_text")),
                minutes == null
                        ? null
                        : new Conclusion(minutes, row.getString("conclusion"), List.of((String[])
                                row.getArray("recommendations").getArray())));
    }

    static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("inspections cannot be read or written", cause);
    }
}
