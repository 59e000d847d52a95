package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.course.ClassApi.CancellationView;
import vn.gov.hanoi.training.course.ClassApi.ClassView;
import vn.gov.hanoi.training.course.ClassApi.PlanLineRef;
import vn.gov.hanoi.training.course.ClassApi.SeatsView;
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
            c.commitment_entry_id, c.state, c.created_at, s.taken,
            (select min(day) from class_sessions d where d.class_id = c.id) as first_day,
            c.state = 'DELIVERED' and (
                select count(*) > 0 and bool_and(exists (
                    select 1 from certificates t where t.enrolment_id = e.id and t.state in ('ISSUED', 'SUSPENDED')))
                from enrolments e where e.class_id = c.id and e.outcome = 'PASSED') as certified,
            (select count(*) from enrolments e where e.class_id = c.id and e.state = 'WAITING') as waiting,
            (select count(*) from enrolments e where e.class_id = c.id and e.state = 'NOMINATED') as nominated,
            x.reason_code, x.reason_text, x.decision_number, x.decision_signed_on, x.decision_issuer, x.released_vnd, x.cancelled_at""";
    private static final String FROM = """
            classes c join plan_lines l on l.id = c.plan_line_id join plan_blocks b on b.id = l.block_id
            join class_seats s on s.class_id = c.id left join class_cancellations x on x.class_id = c.id""";
    private static final String WITHIN = ClassFactsQueries.VISIBLE;

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;
    private final Clock clock;

    ClassQueries(EntityManager entities, KeysetQueries pages, Scopes scopes, Clock clock) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
        this.clock = clock;
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
                        this::view,
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
        return Optional.ofNullable(row).map(this::view).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private ClassView view(Tuple row) {
        @Nullable LocalDate first = row.get("first_day", LocalDate.class);
        var stored = ClassState.valueOf(row.get("state", String.class));
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
                (row.get("certified", Boolean.class)
                                ? ClassState.CERTIFIED
                                : ClassState.on(stored, first, LocalDate.now(clock)))
                        .name(),
                new SeatsView(
                        row.get("taken", Integer.class),
                        row.get("waiting", Number.class).intValue(),
                        row.get("nominated", Number.class).intValue()),
                null,
                null,
                cancellation(row),
                null,
                row.get("created_at", Instant.class),
                row.get("version", Long.class));
    }

    private static @Nullable CancellationView cancellation(Tuple row) {
        @Nullable String code = row.get("reason_code", String.class);
        return code == null
                ? null
                : new CancellationView(
                        new ActReason(code, row.get("reason_text", String.class)),
                        new ActDecision(
                                row.get("decision_number", String.class),
                                row.get("decision_signed_on", LocalDate.class),
                                row.get("decision_issuer", String.class)),
                        row.get("released_vnd", Long.class),
                        row.get("cancelled_at", Instant.class));
    }
}
