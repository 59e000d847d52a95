package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
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
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.plan.PlanApi.PlanLineView;

/** Reads plan lines; readable as the plan is. */
@ApplicationScoped
class PlanLineQueries {
    private static final String COLUMNS = """
            l.id, l.version, l.plan_id, p.year, b.code as block, b.funding_source, l.code, l.name, l.status,
            l.classes, l.places, l.opened_classes, l.opened_places, l.position""";
    private static final String FROM =
            "plan_lines l join plan_blocks b on b.id = l.block_id join plans p on p.id = l.plan_id";

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
            @Nullable AssignmentStatus status) {}

    /** Lines by year, in the order of the decision. */
    @Transactional
    Page<PlanLineView> page(Filter filter, Caller caller, PageRequest request) {
        var status = filter.status();
        var query = new ListQuery(COLUMNS, FROM)
                .filter(PlanQueries.READABLE, "scope", scopes.of(caller).rootUnitId())
                .filter("l.plan_id = :plan", "plan", filter.planId())
                .filter("p.year = :year", "year", filter.year())
                .filter("b.code = :block", "block", filter.block())
                .filter("l.status = :status", "status", status == null ? null : status.name())
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
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(PlanLineQueries::line)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
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
                row.get("status", String.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                row.get("opened_classes", Integer.class),
                row.get("opened_places", Integer.class),
                row.get("position", Integer.class));
    }
}
