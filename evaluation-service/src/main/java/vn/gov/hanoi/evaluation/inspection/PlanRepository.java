package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.InspectionPlan.Line;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Keeps plans and their lines. */
@ApplicationScoped
class PlanRepository {
    private static final String PLANS = """
            select p.id, p.unit_id, p.year, p.state, p.decision_number, p.decision_signed_on, p.decision_issuer, p.drafted_by, p.row_version
            from inspection_plans p where\s""";
    /** In an order that says nothing of lines that are not there. */
    private static final String LINES = """
            select l.id, l.plan_id, l.kind, l.unit_id, l.window_from, l.window_to, l.subject from inspection_plan_lines l
            where %s order by l.window_from, l.unit_id, l.id""";

    private static final String INSERT = """
            insert into inspection_plans (id, unit_id, year, state, decision_number, decision_signed_on, decision_issuer, drafted_by, drafted_at)
            values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?)""";
    private static final String LINE = """
            insert into inspection_plan_lines (id, plan_id, kind, unit_id, window_from, window_to, subject) values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String APPROVE = """
            update inspection_plans set state = 'APPROVED', approved_by = ?, approved_at = ?, row_version = row_version + 1
            where id = ? and state = 'DRAFT'""";

    private final DataSource database;

    PlanRepository(DataSource database) {
        this.database = database;
    }

    List<InspectionPlan> plans(String condition, List<?> values, @Nullable Moment moment) {
        var found = new ArrayList<InspectionPlan>();
        read(
                new Query(PLANS + condition, values, moment),
                row -> found.add(new InspectionPlan(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getInt("year"),
                        row.getString("state").equals("APPROVED"),
                        new Decision(
                                row.getString("decision_number"),
                                row.getObject("decision_signed_on", LocalDate.class),
                                row.getString("decision_issuer")),
                        row.getString("drafted_by"),
                        row.getLong("row_version"))));
        return found;
    }

    Optional<InspectionPlan> hold(UUID id) {
        return plans("p.id = ? for update", List.of(id), null).stream().findFirst();
    }

    /** The lines of plans that there are for the viewer. */
    List<Line> lines(List<UUID> planIds, Viewer viewer) {
        return lines(viewer.lines().add("l.plan_id = any (?)", (Object) planIds.toArray(UUID[]::new)));
    }

    /** A line of an approved plan that there is for the viewer. */
    Optional<Line> line(UUID id, Viewer viewer) {
        return lines(viewer.lines()
                        .add("l.id = ?", id)
                        .add("exists (select from inspection_plans p where p.id = l.plan_id and p.state = 'APPROVED')"))
                .stream()
                .findFirst();
    }

    void insert(InspectionPlan plan, List<Line> lines, Instant at) {
        var decision = plan.decision();
        change(
                INSERT,
                List.of(
                        plan.id(),
                        plan.unitId(),
                        plan.year(),
                        decision.number(),
                        decision.signedOn(),
                        decision.issuer(),
                        plan.draftedBy(),
                        InspectionRepository.moment(at)));
        lines.forEach(line -> change(
                LINE,
                List.of(line.id(), plan.id(), line.kind(), line.unitId(), line.from(), line.to(), line.subject())));
    }

    void approve(UUID id, String by, Instant at) {
        change(APPROVE, List.of(by, InspectionRepository.moment(at), id));
    }

    private List<Line> lines(Conditions conditions) {
        var found = new ArrayList<Line>();
        read(
                new Query(LINES.formatted(conditions.sql()), conditions.values(), null),
                row -> found.add(new Line(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getString(7))));
        return found;
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("plans cannot be read", e);
        }
    }

    private void change(String sql, List<Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("plans cannot be written", e);
        }
    }
}
