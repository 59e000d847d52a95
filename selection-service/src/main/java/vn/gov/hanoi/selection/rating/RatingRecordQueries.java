package vn.gov.hanoi.selection.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.rating.RatingRecordApi.RatingRecord;

/** Reads rating records; only those of officers whose main post of today is within the caller's scope. */
@ApplicationScoped
class RatingRecordQueries {
    private static final String SELECT = """
            select r.id, r.officer_id, o.officer_code, o.full_name, r.unit_id, r.rating_unit_id, r.period_type, r.period, r.outcome,
                r.grade, array_to_string(r.consequences, ',') as consequences, r.rule_set_code, r.rule_set_version, r.revision,
                r.supersedes, r.told_at, r.living, (select n.id from rating_records n
                    where n.officer_id = r.officer_id and n.period = r.period and n.living) as living_id
            from rating_records r join officers o on o.id = r.officer_id where\s""";

    private final EntityManager entities;
    private final Cursors cursors;
    private final Scopes scopes;
    private final Clock clock;

    RatingRecordQueries(EntityManager entities, Cursors cursors, Scopes scopes, Clock clock) {
        this.entities = entities;
        this.cursors = cursors;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** Conditions with the values that they name. */
    private record Terms(List<String> conditions, Map<String, Object> values) {
        Terms() {
            this(new ArrayList<>(), new LinkedHashMap<>());
        }

        Terms add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.put(name, value);
            }
            return this;
        }

        String where() {
            return String.join(" and ", conditions);
        }

        Query bind(Query query) {
            values.forEach(query::setParameter);
            return query;
        }
    }

    /** Refusals: scope.unit-unknown; resource.not-found outside the scope as for none. */
    @Transactional
    RatingRecord one(UUID id, Caller caller) {
        var terms = visible(caller).add("r.id = :id", "id", id);
        return rows(terms, 1).stream().findFirst().orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The latest period first. Refusals: scope.unit-unknown, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<RatingRecord> page(RatingRecordFilter filter, PageRequest request, Caller caller) {
        var terms = terms(filter, caller);
        var question = String.join(
                "|",
                "rating-records",
                filter.toString(),
                caller.client(),
                caller.subject(),
                String.valueOf(terms.values().get("scope")));
        var position = request.cursor() == null ? null : cursors.open(request.cursor(), question);
        var time = position == null
                ? new Page.Time(LocalDate.now(clock), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                : new Page.Time(position.asOf(), position.knownAt());
        Long count = request.count() ? Long.valueOf(count(terms)) : null;
        if (position != null) {
            terms.add(
                    "(r.period, r.id) < (:afterPeriod, cast(:afterId as uuid))",
                    "afterPeriod",
                    position.keys().getFirst());
            terms.values().put("afterId", position.keys().getLast());
        }
        var page = cursors.page(
                rows(terms, request.limit() + 1),
                request,
                time,
                question,
                item -> List.of(item.period(), item.id().toString()));
        return count == null ? page : counted(page, count);
    }

    private static Page<RatingRecord> counted(Page<RatingRecord> page, long count) {
        var info = new Page.Info(
                page.page().limit(),
                page.page().next(),
                Math.min(count, PageRequest.COUNTED),
                count <= PageRequest.COUNTED ? null : Boolean.TRUE);
        return new Page<>(page.items(), info, page.time());
    }

    private Terms terms(RatingRecordFilter filter, Caller caller) {
        var terms = visible(caller)
                .add("r.officer_id = :officer", "officer", filter.officerId())
                .add(atPosts(filter.reach().units()), "unit", filter.unitId())
                .add(
                        "r.period_type = :type",
                        "type",
                        filter.periodType() == null ? null : filter.periodType().name())
                .add("r.period = :period", "period", filter.period())
                .add("r.period >= :from", "from", filter.periodFrom())
                .add("r.period <= :to", "to", filter.periodTo());
        if (!filter.superseded()) {
            terms.conditions().add("r.living");
        }
        return terms;
    }

    /** Rights are those of today, also while older pages are walked. */
    private Terms visible(Caller caller) {
        return new Terms()
                .add(
                        atPosts("select id from units_within(:scope)"),
                        "scope",
                        scopes.of(caller).rootUnitId());
    }

    private static String atPosts(String units) {
        return "r.officer_id in (select p.officer_id from main_posts_today() p where p.unit_id in (" + units + "))";
    }

    @SuppressWarnings("unchecked")
    private List<RatingRecord> rows(Terms terms, int most) {
        var sql = SELECT + terms.where() + " order by r.period desc, r.id desc limit " + most;
        List<Tuple> rows =
                terms.bind(entities.createNativeQuery(sql, Tuple.class)).getResultList();
        return rows.stream().map(RatingRecordQueries::record).toList();
    }

    private long count(Terms terms) {
        var sql = "select count(*) from (select 1 from rating_records r where " + terms.where() + " limit "
                + (PageRequest.COUNTED + 1) + ") counted";
        return ((Number) terms.bind(entities.createNativeQuery(sql)).getSingleResult()).longValue();
    }

    private static RatingRecord record(Tuple row) {
        var id = row.get("id", UUID.class);
        var type = PeriodType.valueOf(row.get("period_type", String.class));
        boolean living = row.get("living", Boolean.class);
        return new RatingRecord(
                id,
                new RatingRecordApi.OfficerRef(
                        row.get("officer_id", UUID.class),
                        row.get("officer_code", String.class),
                        row.get("full_name", String.class)),
                row.get("unit_id", UUID.class),
                row.get("rating_unit_id", UUID.class),
                type,
                row.get("period", String.class),
                row.get("outcome", String.class),
                row.get("grade", String.class),
                Stream.of(row.get("consequences", String.class).split(","))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                new RatingRecordApi.RuleSetRef(
                        row.get("rule_set_code", String.class), row.get("rule_set_version", Integer.class)),
                living ? RatingRecordApi.State.LIVING : RatingRecordApi.State.SUPERSEDED,
                living ? null : row.get("living_id", UUID.class),
                new RatingRecordApi.SourceRef(
                        id,
                        row.get("revision", Integer.class),
                        row.get("supersedes", UUID.class),
                        type.address() + id,
                        row.get("told_at", Instant.class)));
    }
}
