package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.ClassRef;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.EnrolmentView;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.OfficerRef;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.OutcomeView;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;

/** Reads enrolments; of classes that the caller's units hold, and of learners of the caller's units. */
@ApplicationScoped
class EnrolmentQueries {
    private static final String COLUMNS = """
            e.id, e.version, e.class_id, c.title, c.starts_on, c.ends_on, e.officer_id, e.officer_code, e.officer_name, e.category,
            e.unit_id, e.unit_code, e.unit_name, e.state, e.arrival, e.reason_code, e.reason_text, e.outcome, e.score, e.score_maximum,
            e.nominated_at, e.decided_at""";
    private static final String FROM = "enrolments e join classes c on c.id = e.class_id";
    private static final String WITHIN = """
            (e.unit_id in (select id from units_kept(:scope)) or c.unit_id in (select id from units_kept(:scope)))""";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    EnrolmentQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable UUID classId,
            @Nullable UUID officerId,
            @Nullable UUID unitId,
            @Nullable EnrolmentState state) {}

    /** By class, then in the order of arrival. */
    @Transactional
    Page<EnrolmentView> page(Filter filter, Caller caller, PageRequest request) {
        var state = filter.state();
        var query = new ListQuery(COLUMNS, FROM)
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("e.class_id = :class", "class", filter.classId())
                .filter("e.officer_id = :officer", "officer", filter.officerId())
                .filter("e.unit_id = :unit", "unit", filter.unitId())
                .filter("e.state = :state", "state", state == null ? null : state.name())
                .order(
                        "e.class_id, e.arrival, e.id",
                        "(e.class_id, e.arrival, e.id) > (cast(:after0 as uuid), cast(:after1 as bigint), cast(:after2 as uuid))");
        return pages.page(
                query,
                "listEnrolments|" + filter,
                request,
                new Shape<>(
                        EnrolmentQueries::view,
                        item -> List.of(
                                item.trainingClass().id().toString(),
                                String.valueOf(item.arrival()),
                                item.id().toString())));
    }

    /** Refusal: resource.not-found, also outside the scope. */
    @Transactional
    EnrolmentView one(UUID id, Caller caller) {
        var row = (Tuple) entities.createNativeQuery(
                        "select " + COLUMNS + " from " + FROM + " where e.id = :id and " + WITHIN, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        if (row == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return view(row);
    }

    private static EnrolmentView view(Tuple row) {
        @Nullable String reason = row.get("reason_code", String.class);
        @Nullable String outcome = row.get("outcome", String.class);
        return new EnrolmentView(
                row.get("id", UUID.class),
                new ClassRef(
                        row.get("class_id", UUID.class),
                        row.get("title", String.class),
                        row.get("starts_on", LocalDate.class),
                        row.get("ends_on", LocalDate.class)),
                new OfficerRef(
                        row.get("officer_id", UUID.class),
                        row.get("officer_code", String.class),
                        row.get("officer_name", String.class),
                        row.get("category", String.class)),
                new UnitRef(
                        row.get("unit_id", UUID.class),
                        row.get("unit_code", String.class),
                        row.get("unit_name", String.class)),
                row.get("state", String.class),
                row.get("arrival", Long.class),
                reason == null ? null : new ActReason(reason, row.get("reason_text", String.class)),
                outcome == null
                        ? null
                        : OutcomeView.of(new Outcome(
                                Outcome.Result.valueOf(outcome),
                                row.get("score", BigDecimal.class),
                                row.get("score_maximum", BigDecimal.class))),
                row.get("nominated_at", Instant.class),
                row.get("decided_at", Instant.class),
                null,
                null,
                row.get("version", Long.class));
    }
}
