package vn.gov.hanoi.training.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.report.PlanReport.Assigned;
import vn.gov.hanoi.training.report.PlanReport.Block;
import vn.gov.hanoi.training.report.PlanReport.Line;
import vn.gov.hanoi.training.report.PlanReport.Opened;

/** Reads the report in one statement. */
@ApplicationScoped
class PlanReportQueries {
    private static final String REPORT = """
            select p.year, p.unit_id, p.unit_code, p.unit_name,
                b.id as block_id, b.code as block_code, b.name as block_name, b.funding_source, b.status as block_status,
                b.budget_vnd, a.allocated_vnd, a.committed_vnd, a.available_vnd,
                cast(sum(l.classes) over block as bigint) as block_classes,
                cast(sum(l.places) over block as bigint) as block_places,
                cast(sum(l.opened_classes) over block as bigint) as block_opened_classes,
                cast(sum(l.opened_places) over block as bigint) as block_opened_places,
                l.id, l.code, l.name, l.status, l.classes, l.places, l.opened_classes, l.opened_places
            from plans p
                join plan_blocks b on b.plan_id = p.id
                cross join lateral (
                    select cast(sum(allocated_vnd) as bigint) as allocated_vnd, cast(sum(committed_vnd) as bigint) as committed_vnd,
                        cast(sum(allocated_vnd - committed_vnd - spent_vnd - returned_vnd) as bigint) as available_vnd
                    from accounts where block_id = b.id) a
                join plan_lines l on l.block_id = b.id
            where p.id = :plan
                and p.unit_id in (select id from units_within(:scope) union select id from units_above(:scope))
            window block as (partition by b.id)
            order by b.position, l.position""";

    private final EntityManager entities;
    private final Scopes scopes;
    private final Clock clock;

    PlanReportQueries(EntityManager entities, Scopes scopes, Clock clock) {
        this.entities = entities;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * The report. A caller reads it if the plan's unit is inside their scope or they are inside the plan's unit: the City's
     * plan is public inside the administration, so a district officer reads it too. Refusal: resource.not-found.
     */
    @Transactional
    @SuppressWarnings("unchecked")
    PlanReport read(UUID planId, Caller caller) {
        var rows = (List<Tuple>) entities.createNativeQuery(REPORT, Tuple.class)
                .setParameter("plan", planId)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getResultList();
        if (rows.isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var blocks = new LinkedHashMap<UUID, Block>();
        for (var row : rows) {
            blocks.computeIfAbsent(row.get("block_id", UUID.class), _ -> block(row))
                    .lines()
                    .add(line(row));
        }
        var time = new Page.Time(LocalDate.now(clock), clock.instant());
        return PlanReport.of(heading(planId, rows.getFirst()), List.copyOf(blocks.values()), time);
    }

    private static PlanReport.Heading heading(UUID planId, Tuple row) {
        var unit = new UnitRef(
                row.get("unit_id", UUID.class), row.get("unit_code", String.class), row.get("unit_name", String.class));
        return new PlanReport.Heading(planId, row.get("year", Integer.class), unit);
    }

    private static Block block(Tuple row) {
        return new Block(
                row.get("block_code", String.class),
                row.get("block_name", String.class),
                row.get("funding_source", String.class),
                row.get("block_status", String.class),
                new Assigned(
                        row.get("block_classes", Long.class),
                        row.get("block_places", Long.class),
                        row.get("budget_vnd", Long.class)),
                new Opened(row.get("block_opened_classes", Long.class), row.get("block_opened_places", Long.class)),
                row.get("allocated_vnd", Long.class),
                row.get("committed_vnd", Long.class),
                row.get("available_vnd", Long.class),
                new ArrayList<>());
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("status", String.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                new Opened(row.get("opened_classes", Integer.class), row.get("opened_places", Integer.class)));
    }
}
