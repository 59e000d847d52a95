package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.LineState;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.plan.PlanApi.LineVersionView;
import vn.gov.hanoi.training.plan.PlanApi.LineVersionsView;
import vn.gov.hanoi.training.plan.PlanApi.PlanLineView;

/** Reads plan lines; readable as the plan is. */
@ApplicationScoped
class PlanLineQueries {
    private static final String COLUMNS = """
            l.id, l.version, l.plan_id, p.year, b.code as block, b.funding_source, l.code, l.name, v.status, v.classes, v.places,
            v.number, v.decision_id, l.unit_id, l.unit_code, l.unit_name, l.training_type, l.training_form, l.training_content,
            l.moved_from_id, l.opened_classes, l.opened_places, l.position, p.closed_by, l.status as newest_status,
            (select max(number) from plan_line_versions n where n.line_id = l.id) as newest_number,
            (select count(*) from classes c where c.plan_line_id = l.id and c.state = 'DELIVERED') as delivered_classes,
            (select a.state = 'CLOSED' from plan_budgets g join accounts a on a.id = g.account_id
                where g.block_id = b.id and g.unit_id in (l.unit_id, p.unit_id) order by g.unit_id = l.unit_id desc nulls last limit 1) as settled""";
    private static final String FROM =
            "plan_lines_at(:day, :known) v join plan_lines l on l.id = v.line_id join plan_blocks b on b.id = l.block_id join plans p on p.id = l.plan_id";
    private static final String VERSIONS = """
            select v.number, v.decision_id, d.number as decision_number, d.kind, v.status, v.classes, v.places, v.valid_from, v.recorded_at
            from plan_line_versions v join plan_decisions d on d.id = v.decision_id where v.line_id = :line order by v.number""";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    PlanLineQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable UUID planId,
            @Nullable Integer year,
            @Nullable String block,
            @Nullable AssignmentStatus status,
            @Nullable UUID unitId,
            PlanTime time) {}

    /** Lines by year, in the order of the decision. */
    @Transactional
    Page<PlanLineView> page(Filter filter, Caller caller, PageRequest request) {
        var status = filter.status();
        var query = new ListQuery(COLUMNS, FROM)
                .filter(PlanQueries.READABLE, "scope", scopes.of(caller).rootUnitId())
                .filter("l.plan_id = :plan", "plan", filter.planId())
                .filter("p.year = :year", "year", filter.year())
                .filter("b.code = :block", "block", filter.block())
                .filter("v.status = :status", "status", status == null ? null : status.name())
                .filter("l.unit_id = :unit", "unit", filter.unitId())
                .value("day", filter.time().day())
                .value("known", filter.time().known())
                .order(
                        "p.year, l.position, l.id",
                        "(p.year, l.position, l.id) > (cast(:after0 as int), cast(:after1 as int), cast(:after2 as uuid))");
        return pages.page(
                query,
                "listPlanLines|" + filter,
                request,
                new Shape<>(
                        PlanLineQueries::line,
                        item -> List.of(
                                String.valueOf(item.year()),
                                String.valueOf(item.position()),
                                item.id().toString())));
    }

    /** Refusal: resource.not-found. */
    @Transactional
    PlanLineView one(UUID id, Caller caller) {
        var sql = "select " + COLUMNS + " from " + FROM + " where l.id = :id and " + PlanQueries.READABLE;
        var row = (Tuple) PlanTime.NEWEST
                .bind(entities.createNativeQuery(sql, Tuple.class)
                        .setParameter("id", id)
                        .setParameter("scope", scopes.of(caller).rootUnitId()))
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(PlanLineQueries::line)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** All versions of the line, the first one first. Refusal: resource.not-found. */
    @Transactional
    @SuppressWarnings("unchecked")
    LineVersionsView versions(UUID id, Caller caller) {
        one(id, caller);
        var rows = (List<Tuple>) entities.createNativeQuery(VERSIONS, Tuple.class)
                .setParameter("line", id)
                .getResultList();
        return new LineVersionsView(rows.stream().map(PlanLineQueries::version).toList());
    }

    private static LineVersionView version(Tuple row) {
        return new LineVersionView(
                row.get("number", Integer.class),
                row.get("decision_id", UUID.class),
                row.get("decision_number", String.class),
                row.get("kind", String.class),
                row.get("status", String.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                row.get("valid_from", LocalDate.class),
                row.get("recorded_at", Instant.class));
    }

    private static @Nullable UnitRef unit(Tuple row) {
        @Nullable UUID id = row.get("unit_id", UUID.class);
        return id == null
                ? null
                : new UnitRef(id, row.get("unit_code", String.class), row.get("unit_name", String.class));
    }

    private static LineState state(Tuple row) {
        return LineState.of(new LineState.Facts(
                row.get("newest_status", String.class).equals(AssignmentStatus.PENDING_APPROVAL.name()),
                row.get("newest_number", Integer.class),
                row.get("opened_classes", Integer.class),
                row.get("delivered_classes", Long.class),
                row.get("settled", Boolean.class),
                row.get("closed_by") != null));
    }

    private static PlanLineView line(Tuple row) {
        return new PlanLineView(
                row.get("id", UUID.class),
                Etags.of(row.get("version", Long.class)),
                row.get("plan_id", UUID.class),
                row.get("year", Integer.class),
                row.get("block", String.class),
                row.get("funding_source", String.class),
                row.get("code", String.class),
                row.get("name", String.class),
                unit(row),
                row.get("training_type", String.class),
                row.get("training_form", String.class),
                row.get("training_content", String.class),
                row.get("number", Integer.class),
                row.get("decision_id", UUID.class),
                state(row),
                row.get("status", String.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                row.get("moved_from_id", UUID.class),
                row.get("opened_classes", Integer.class),
                row.get("opened_places", Integer.class),
                row.get("position", Integer.class));
    }
}
