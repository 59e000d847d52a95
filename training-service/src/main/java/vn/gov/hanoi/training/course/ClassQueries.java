package vn.gov.hanoi.training.course;

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
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.course.ClassApi.ClassView;
import vn.gov.hanoi.training.course.ClassApi.PlanLineRef;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;

/** Reads classes; only those whose unit is within the caller's scope. */
@ApplicationScoped
class ClassQueries {
    private static final String COLUMNS = """
            c.id, c.version, c.plan_id, c.year, l.id as line_id, l.code as line_code, l.name as line_name, b.code as block,
            b.funding_source, c.unit_id, c.unit_code, c.unit_name, c.title, c.places, c.starts_on, c.ends_on, c.amount_vnd,
            c.commitment_entry_id, c.state, c.created_at""";
    private static final String FROM =
            "classes c join plan_lines l on l.id = c.plan_line_id join plan_blocks b on b.id = l.block_id";
    private static final String WITHIN = "c.unit_id in (select id from units_within(:scope))";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    ClassQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Which units around the filtered one count. */
    enum UnitReach {
        SELF("c.unit_id = :unit"),
        CHILDREN("c.unit_id in (select id from units_directly_within(:unit))"),
        SUBTREE("c.unit_id in (select id from units_within(:unit))");

        private final String condition;

        UnitReach(String condition) {
            this.condition = condition;
        }
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable UUID planId,
            @Nullable UUID planLineId,
            @Nullable Integer year,
            @Nullable UUID unitId,
            UnitReach unitScope) {}

    /** Classes by first day. */
    @Transactional
    Page<ClassView> page(Filter filter, Caller caller, PageRequest request) {
        var query = new ListQuery(COLUMNS, FROM)
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("c.plan_id = :plan", "plan", filter.planId())
                .filter("c.plan_line_id = :line", "line", filter.planLineId())
                .filter("c.year = :year", "year", filter.year())
                .filter(filter.unitScope().condition, "unit", filter.unitId())
                .order("c.starts_on, c.id", "(c.starts_on, c.id) > (cast(:after0 as date), cast(:after1 as uuid))");
        return pages.page(
                query,
                "listClasses|" + filter,
                request,
                new Shape<>(
                        ClassQueries::view,
                        item -> List.of(item.startsOn().toString(), item.id().toString())));
    }

    /** Refusal: resource.not-found, also outside the scope. */
    @Transactional
    ClassView one(UUID id, Caller caller) {
        var sql = "select " + COLUMNS + " from " + FROM + " where c.id = :id and " + WITHIN;
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(ClassQueries::view).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private static ClassView view(Tuple row) {
        return new ClassView(
                row.get("id", UUID.class),
                row.get("plan_id", UUID.class),
                row.get("year", Integer.class),
                new PlanLineRef(
                        row.get("line_id", UUID.class),
                        row.get("line_code", String.class),
                        row.get("line_name", String.class)),
                row.get("block", String.class),
                row.get("funding_source", String.class),
                new UnitRef(
                        row.get("unit_id", UUID.class),
                        row.get("unit_code", String.class),
                        row.get("unit_name", String.class)),
                row.get("title", String.class),
                row.get("places", Integer.class),
                row.get("starts_on", LocalDate.class),
                row.get("ends_on", LocalDate.class),
                row.get("amount_vnd", Long.class),
                row.get("commitment_entry_id", UUID.class),
                row.get("state", String.class),
                row.get("created_at", Instant.class),
                row.get("version", Long.class));
    }
}
