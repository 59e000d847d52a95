package vn.gov.hanoi.training.need;

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
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.need.NeedApi.ClassificationRef;
import vn.gov.hanoi.training.need.NeedApi.NeedCount;
import vn.gov.hanoi.training.need.NeedApi.NeedCounts;
import vn.gov.hanoi.training.need.NeedApi.NeedView;

/** Reads training needs; only of officers whose main post of today is within the caller's scope. */
@ApplicationScoped
class NeedQueries {
    private static final String COLUMNS = """
            n.id, n.version, n.officer_id, o.officer_code, o.full_name, n.unit_id, n.year, n.state,
            array_to_string(n.reasons, ',') as reasons, n.classification_id, n.revision, n.rule_set_code, n.rule_set_version,
            n.opened_at, n.told_at, n.withdrawn_by, n.withdrawn_revision, n.withdrawn_at, n.origin, n.content, n.due_on, n.decided_at,
            n.refusal_reason, (select x.line_id from plan_proposal_needs x where x.need_id = n.id) as proposal_line_id""";
    private static final String COUNTS = """
            select n.content, n.origin, count(*) as needs from training_needs n
            where n.state = 'OPEN' and (n.origin = 'CLASSIFICATION' or n.year = :year)
                and not exists (select 1 from plan_proposal_needs x where x.need_id = n.id) and %s
            group by n.content, n.origin order by n.content nulls last, n.origin""";
    private static final String FROM = "training_needs n join officers o on o.id = n.officer_id";
    private static final String AT_POSTS =
            "n.officer_id in (select p.officer_id from main_posts_today() p where p.unit_id in (%s))";
    private static final String WITHIN = AT_POSTS.formatted("select id from units_within(:scope)");

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    NeedQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Open needs of the year and of classifications that are in no proposal yet, of officers within the caller's scope. */
    @Transactional
    @SuppressWarnings("unchecked")
    NeedCounts counts(int year, Caller caller) {
        var rows = (List<Tuple>) entities.createNativeQuery(COUNTS.formatted(WITHIN), Tuple.class)
                .setParameter("year", year)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getResultList();
        return new NeedCounts(rows.stream()
                .map(row -> new NeedCount(
                        row.get("content", String.class),
                        NeedOrigin.valueOf(row.get("origin", String.class)),
                        row.get("needs", Long.class)))
                .toList());
    }

    /** Which units around the filtered one count. */
    enum UnitReach {
        SELF(":unit"),
        CHILDREN("select id from units_directly_within(:unit)"),
        SUBTREE("select id from units_within(:unit)");

        private final String condition;

        UnitReach(String units) {
            this.condition = AT_POSTS.formatted(units);
        }
    }

    /** Filters; null means any. The unit is that of the main post of today. */
    record Filter(
            @Nullable NeedState state,
            @Nullable NeedOrigin origin,
            @Nullable Integer year,
            @Nullable UUID officerId,
            @Nullable UUID unitId,
            UnitReach unitScope) {}

    /** The latest year first. */
    @Transactional
    Page<NeedView> page(Filter filter, Caller caller, PageRequest request) {
        var query = new ListQuery(COLUMNS, FROM)
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter(
                        "n.state = :state",
                        "state",
                        filter.state() == null ? null : filter.state().name())
                .filter(
                        "n.origin = :origin",
                        "origin",
                        filter.origin() == null ? null : filter.origin().name())
                .filter("n.year = :year", "year", filter.year())
                .filter("n.officer_id = :officer", "officer", filter.officerId())
                .filter(filter.unitScope().condition, "unit", filter.unitId())
                .order("n.year desc, n.id desc", "(n.year, n.id) < (cast(:after0 as int), cast(:after1 as uuid))");
        return pages.page(
                query,
                "listTrainingNeeds|" + filter,
                request,
                new Shape<>(
                        NeedQueries::view,
                        item -> List.of(String.valueOf(item.year()), item.id().toString())));
    }

    /** Refusal: resource.not-found, also outside the scope. */
    @Transactional
    NeedView one(UUID id, Caller caller) {
        var sql = "select " + COLUMNS + " from " + FROM + " where n.id = :id and " + WITHIN;
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(NeedQueries::view).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private static NeedView view(Tuple row) {
        return new NeedView(
                row.get("id", UUID.class),
                new NeedApi.OfficerRef(
                        row.get("officer_id", UUID.class),
                        row.get("officer_code", String.class),
                        row.get("full_name", String.class)),
                row.get("unit_id", UUID.class),
                NeedOrigin.valueOf(row.get("origin", String.class)),
                row.get("year", Integer.class),
                NeedState.valueOf(row.get("state", String.class)),
                List.of(row.get("reasons", String.class).split(",")),
                row.get("content", String.class),
                row.get("due_on", LocalDate.class),
                source(row),
                rules(row),
                row.get("opened_at", Instant.class),
                row.get("decided_at", Instant.class),
                row.get("refusal_reason", String.class),
                row.get("proposal_line_id", UUID.class),
                withdrawal(row),
                row.get("version", Long.class));
    }

    private static @Nullable ClassificationRef source(Tuple row) {
        @Nullable UUID id = row.get("classification_id", UUID.class);
        return id == null
                ? null
                : classification(id, row.get("revision", Integer.class), row.get("told_at", Instant.class));
    }

    private static NeedApi.@Nullable RuleSetRef rules(Tuple row) {
        @Nullable String code = row.get("rule_set_code", String.class);
        return code == null ? null : new NeedApi.RuleSetRef(code, row.get("rule_set_version", Integer.class));
    }

    private static @Nullable ClassificationRef withdrawal(Tuple row) {
        @Nullable UUID by = row.get("withdrawn_by", UUID.class);
        return by == null
                ? null
                : classification(
                        by, row.get("withdrawn_revision", Integer.class), row.get("withdrawn_at", Instant.class));
    }

    private static ClassificationRef classification(UUID id, int revision, Instant toldAt) {
        return new ClassificationRef(id, revision, "/evaluation/v1/annual-classifications/" + id, toldAt);
    }
}
