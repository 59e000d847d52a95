package vn.gov.hanoi.training.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.quality.QualityRules.Kind;

/** Reads evaluations, turns and counts; inside the caller's transaction. */
@ApplicationScoped
class SurveyQueries {
    private static final String COLUMNS = """
            q.id, q.class_id, c.title, q.kind, q.form_version, q.opens_on, q.closes_on,
            (select count(*) from quality_turns t where t.evaluation_id = q.id) as invited,
            (select count(*) from quality_turns t where t.evaluation_id = q.id and t.spent) as answered""";
    private static final String FROM = "quality_evaluations q join classes c on c.id = q.class_id";
    private static final String WITHIN = "q.unit_id in (select id from units_within(:scope))";

    /** Turns of the officer as a learner, and of those in whose units the officer stands for the managers. */
    private static final String TURNS = """
            select q.id, q.kind, q.class_id, c.title, q.opens_on, q.closes_on, e.id as enrolment_id, e.officer_id, e.officer_code,
                e.officer_name
            from quality_turns t join quality_evaluations q on q.id = t.evaluation_id join classes c on c.id = q.class_id
            join enrolments e on e.id = t.enrolment_id
            where not t.spent and q.opens_on <= :today and q.closes_on >= :today
                and (q.kind = 'LEARNERS' and e.officer_code = :me
                    or q.kind = 'MANAGERS' and :manages and e.officer_code <> :me and e.officer_id in (
                        select m.officer_id from main_posts_today() m where m.unit_id in (select id from units_within(:scope))))
            order by q.closes_on, q.id, e.id limit 500""";

    private static final String TURN = """
            select e.id from quality_turns t join quality_evaluations q on q.id = t.evaluation_id join enrolments e on e.id = t.enrolment_id
            where q.id = :id and (q.kind = 'LEARNERS' and e.officer_code = :me
                or q.kind = 'MANAGERS' and e.id = :enrolment and e.officer_code <> :me and e.officer_id in (
                    select m.officer_id from main_posts_today() m where m.unit_id in (select id from units_within(:scope))))""";

    private final EntityManager entities;
    private final KeysetQueries pages;

    SurveyQueries(EntityManager entities, KeysetQueries pages) {
        this.entities = entities;
        this.pages = pages;
    }

    /** Somebody's turn that is still to be used. */
    record Turn(
            UUID evaluationId,
            Kind kind,
            UUID classId,
            String classTitle,
            LocalDate opensOn,
            LocalDate closesOn,
            UUID enrolmentId,
            UUID officerId,
            String officerCode,
            String officerName) {}

    /** Evaluations of classes of the scope, the last to close first. */
    Page<Survey> page(@Nullable UUID classId, UnitScope scope, PageRequest request) {
        var query = new ListQuery(COLUMNS, FROM)
                .filter(WITHIN, "scope", scope.rootUnitId())
                .filter("q.class_id = :class", "class", classId)
                .order(
                        "q.closes_on desc, q.id desc",
                        "(q.closes_on, q.id) < (cast(:after0 as date), cast(:after1 as uuid))");
        return pages.page(
                query,
                "listQualityEvaluations|" + classId,
                request,
                new Shape<>(
                        SurveyQueries::survey,
                        item -> List.of(item.closesOn().toString(), item.id().toString())));
    }

    Optional<Survey> find(UUID id, UnitScope scope) {
        return one(" where q.id = :id and " + WITHIN, Map.of("id", id, "scope", scope.rootUnitId()));
    }

    /** Whatever the scope: who may answer is asked by {@link #turn}. */
    Optional<Survey> find(UUID id) {
        return one(" where q.id = :id", Map.of("id", id));
    }

    private Optional<Survey> one(String condition, Map<String, Object> values) {
        var query = entities.createNativeQuery("select " + COLUMNS + " from " + FROM + condition, Tuple.class);
        values.forEach(query::setParameter);
        return Optional.ofNullable((Tuple) query.getSingleResultOrNull()).map(SurveyQueries::survey);
    }

    /** How often each choice was made, by question. */
    Map<String, Map<Integer, Integer>> counts(UUID id) {
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) entities.createNativeQuery(
                        "select question, choice, times from quality_tallies where evaluation_id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultList();
        var counts = new HashMap<String, Map<Integer, Integer>>();
        for (var row : rows) {
            counts.computeIfAbsent(row.get("question", String.class), _ -> new TreeMap<>())
                    .put(row.get("choice", Integer.class), row.get("times", Integer.class));
        }
        return counts;
    }

    /**
     * Turns that are open today, the next to end first, at most 500.
     *
     * @param me code of the officer who asks; empty for none
     * @param manages whether to give those of managers of the scope
     */
    List<Turn> turns(String me, boolean manages, UnitScope scope, LocalDate today) {
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) entities.createNativeQuery(TURNS, Tuple.class)
                .setParameter("me", me)
                .setParameter("manages", manages)
                .setParameter("scope", scope.rootUnitId())
                .setParameter("today", today)
                .getResultList();
        return rows.stream().map(SurveyQueries::turn).toList();
    }

    /** The enrolment for which somebody may answer, used or not. */
    Optional<UUID> turn(UUID id, @Nullable UUID enrolmentId, String me, UnitScope scope) {
        return Optional.ofNullable((UUID) entities.createNativeQuery(TURN)
                .setParameter("id", id)
                .setParameter("enrolment", enrolmentId == null ? id : enrolmentId)
                .setParameter("me", me)
                .setParameter("scope", scope.rootUnitId())
                .getSingleResultOrNull());
    }

    private static Turn turn(Tuple row) {
        return new Turn(
                row.get("id", UUID.class),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("class_id", UUID.class),
                row.get("title", String.class),
                row.get("opens_on", LocalDate.class),
                row.get("closes_on", LocalDate.class),
                row.get("enrolment_id", UUID.class),
                row.get("officer_id", UUID.class),
                row.get("officer_code", String.class),
                row.get("officer_name", String.class));
    }

    private static Survey survey(Tuple row) {
        return new Survey(
                row.get("id", UUID.class),
                row.get("class_id", UUID.class),
                row.get("title", String.class),
                Kind.valueOf(row.get("kind", String.class)),
                row.get("form_version", Integer.class),
                row.get("opens_on", LocalDate.class),
                row.get("closes_on", LocalDate.class),
                row.get("invited", Number.class).intValue(),
                row.get("answered", Number.class).intValue());
    }
}
