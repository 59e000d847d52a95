package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.PlainText;

/** Reads vacancies: for officials inside their scope, and announced ones for everybody. */
@ApplicationScoped
class VacancyQueries {
    /** What everybody may see: also what has ended. */
    static final Set<VacancyState> PUBLIC = Set.copyOf(EnumSet.of(VacancyState.ANNOUNCED, VacancyState.CLOSED));

    private final EntityManager entities;
    private final Cursors cursors;
    private final Scopes scopes;
    private final VacancyViews views;
    private final Clock clock;

    VacancyQueries(EntityManager entities, Cursors cursors, Scopes scopes, VacancyViews views, Clock clock) {
        this.entities = entities;
        this.cursors = cursors;
        this.scopes = scopes;
        this.views = views;
        this.clock = clock;
    }

    /** Conditions with the values they name, and the values that only the order names. */
    private record Terms(List<String> conditions, Map<String, Object> values, Map<String, Object> ordering) {
        Terms() {
            this(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void add(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        String where() {
            return String.join(" and ", conditions);
        }

        Query bind(Query query) {
            values.forEach(query::setParameter);
            return query;
        }

        Query bindOrdered(Query query) {
            ordering.forEach(query::setParameter);
            return bind(query);
        }
    }

    /** Refusals: scope.unit-unknown; resource.not-found for one outside the scope as for none. */
    @Transactional
    VacancyApi.VacancyView one(UUID id, Caller caller, Locale locale) {
        var scope = scopes.of(caller);
        var vacancy = entities.find(Vacancy.class, id);
        if (vacancy == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        scopes.requireVisible(scope, vacancy.unit().id());
        return views.of(vacancy, caller, locale);
    }

    /** Refusals: scope.unit-unknown, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<VacancyApi.VacancySummary> page(VacancyFilter filter, PageRequest request, Caller caller) {
        var scope = scopes.of(caller);
        var terms = terms(filter);
        terms.add("v.unit_id in (select id from units_within(:scope))", "scope", scope.rootUnitId());
        var question =
                String.join("|", "vacancies", filter.toString(), caller.client(), caller.subject(), scope.toString());
        return page(filter, terms, request, question, VacancyRow::summary);
    }

    /** What is or was announced. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<VacancyApi.PublicVacancy> publicPage(VacancyFilter filter, PageRequest request) {
        return page(filter, terms(filter), request, "public/vacancies|" + filter, VacancyRow::open);
    }

    /** Refusal: resource.not-found, for a draft as for none. */
    @Transactional
    VacancyApi.PublicVacancy publicOne(UUID id) {
        var filter =
                new VacancyFilter(PUBLIC, null, VacancyFilter.Reach.SELF, null, VacancyFilter.Sort.announcedOn, false);
        var terms = terms(filter);
        terms.add("v.id = :id", "id", id);
        return rows(filter, terms, 1).stream()
                .findFirst()
                .map(VacancyRow::open)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private <T> Page<T> page(
            VacancyFilter filter, Terms terms, PageRequest request, String question, Function<VacancyRow, T> view) {
        var position = request.cursor() == null ? null : cursors.open(request.cursor(), question);
        var time = position == null
                ? new Page.Time(LocalDate.now(clock), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                : new Page.Time(position.asOf(), position.knownAt());
        Long count = request.count() ? Long.valueOf(count(terms)) : null;
        if (position != null) {
            continueBehind(position, filter, terms);
        }
        var rows = cursors.page(rows(filter, terms, request.limit() + 1), request, time, question, VacancyRow::keys);
        var info = new Page.Info(
                request.limit(),
                rows.page().next(),
                count == null ? null : Math.min(count, PageRequest.COUNTED),
                count == null || count <= PageRequest.COUNTED ? null : Boolean.TRUE);
        return new Page<>(rows.items().stream().map(view).toList(), info, time);
    }

    private static Terms terms(VacancyFilter filter) {
        var terms = new Terms();
        terms.add(
                "v.state in (:states)",
                "states",
                filter.states().stream().map(Enum::name).toList());
        if (filter.unitId() != null) {
            terms.add(
                    switch (filter.unitScope()) {
                        case SELF -> "v.unit_id = :unit";
                        case CHILDREN -> "v.unit_id in (select id from units_directly_within(:unit))";
                        case SUBTREE -> "v.unit_id in (select id from units_within(:unit))";
                    },
                    "unit",
                    filter.unitId());
        }
        if (filter.q() != null) {
            terms.add("strpos(v.post_title_plain, :bare) > 0", "bare", PlainText.searchable(filter.q()));
            terms.ordering().put("typed", filter.q().toLowerCase(Locale.ROOT));
        }
        return terms;
    }

    /** Titles with the accents as typed stand before the others; without a search all stand on one place. */
    private static String place(VacancyFilter filter) {
        return filter.q() == null ? "0" : "case when strpos(lower(v.post_title), :typed) > 0 then 0 else 1 end";
    }

    private static void continueBehind(Cursors.Position position, VacancyFilter filter, Terms terms) {
        var sort = filter.sort();
        terms.add(
                "(%1$s > :place or (%1$s = :place and (%2$s, v.id) %3$s (%4$s, :id)))"
                        .formatted(place(filter), sort.expression(), filter.descending() ? "<" : ">", sort.parameter()),
                "place",
                Integer.valueOf(key(position, 0)));
        terms.values().put("key", key(position, 1));
        terms.values().put("id", UUID.fromString(key(position, 2)));
    }

    private static String key(Cursors.Position position, int index) {
        return Objects.requireNonNull(position.keys().get(index));
    }

    @SuppressWarnings("unchecked")
    private List<VacancyRow> rows(VacancyFilter filter, Terms terms, int most) {
        var sql = """
                select %1$s, %2$s as place, cast(%3$s as text) as sort_key
                from vacancies v where %4$s
                order by place, %3$s %5$s, v.id %5$s limit %6$d""".formatted(
                        VacancyRow.COLUMNS,
                        place(filter),
                        filter.sort().expression(),
                        terms.where(),
                        filter.descending() ? "desc" : "asc",
                        most);
        List<Tuple> rows =
                terms.bindOrdered(entities.createNativeQuery(sql, Tuple.class)).getResultList();
        return rows.stream().map(VacancyRow::from).toList();
    }

    private long count(Terms terms) {
        var sql = "select count(*) from (select 1 from vacancies v where %s limit %d) counted"
                .formatted(terms.where(), PageRequest.COUNTED + 1);
        var found = (Number) terms.bind(entities.createNativeQuery(sql)).getSingleResult();
        return found.longValue();
    }
}
