package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.MoveSummary;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.ReorganisationRef;

/** Reads drafts: who decides the plan sees all of it, others those that concern one of their units. */
@ApplicationScoped
class MoveQueries {
    private static final String COLUMNS = """
            m.id, m.kind, m.state, m.plan_id, p.year, m.reorganisation_id, r.decision_number, r.effective_on, m.decision_id, m.created_at,
            p.unit_id as plan_unit_id, p.unit_id in (select id from units_within(:scope)) as decides""";
    private static final String FROM =
            "plan_moves m join plans p on p.id = m.plan_id join reorganisations r on r.id = m.reorganisation_id";
    private static final String WITHIN = """
            (p.unit_id in (select id from units_within(:scope))
                or exists (select 1 from reorganisation_shares s where s.reorganisation_id = m.reorganisation_id
                    and (s.from_unit_id in (select id from units_within(:scope)) or s.to_unit_id in (select id from units_within(:scope))))
                or exists (select 1 from reorganisation_handovers h where h.reorganisation_id = m.reorganisation_id
                    and (h.from_unit_id in (select id from units_within(:scope)) or h.to_unit_id in (select id from units_within(:scope)))))""";
    private static final String SHARES =
            "select from_unit_id, to_unit_id, share from reorganisation_shares where reorganisation_id = :id order by 1, 2";
    private static final String HANDOVERS =
            "select from_unit_id, to_unit_id from reorganisation_handovers where reorganisation_id = :id order by 1, 2";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    MoveQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable Integer year,
            MoveDraft.@Nullable State state,
            @Nullable UUID reorganisationId) {}

    /**
     * A draft as it is listed.
     *
     * @param decides whether the unit that decides the plan is within the caller's scope
     */
    record Found(MoveSummary summary, UUID planUnitId, boolean decides) {}

    /** The latest drafted first. */
    @Transactional
    Page<MoveSummary> page(Filter filter, Caller caller, PageRequest request) {
        var state = filter.state();
        var query = new ListQuery(COLUMNS, FROM)
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("p.year = :year", "year", filter.year())
                .filter("m.state = :state", "state", state == null ? null : state.name())
                .filter("m.reorganisation_id = :reorganisation", "reorganisation", filter.reorganisationId())
                .order(
                        "m.created_at desc, m.id desc",
                        "(m.created_at, m.id) < (cast(:after0 as timestamptz), cast(:after1 as uuid))");
        return pages.page(
                query,
                "listPlanMoves|" + filter,
                request,
                new Shape<>(
                        row -> found(row).summary(),
                        item -> List.of(item.createdAt().toString(), item.id().toString())));
    }

    /** Empty for a draft that is not there or not for the caller. */
    Optional<Found> find(UUID id, Caller caller) {
        var sql = "select " + COLUMNS + " from " + FROM + " where m.id = :id and " + WITHIN;
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(MoveQueries::found);
    }

    /** Who takes over from whom by a reorganisation. */
    Heirs heirs(UUID reorganisationId) {
        var shares = rows(SHARES, reorganisationId).stream()
                .map(row -> new Heirs.Share(
                        row.get("from_unit_id", UUID.class),
                        row.get("to_unit_id", UUID.class),
                        row.get("share", BigDecimal.class)))
                .toList();
        var handovers = rows(HANDOVERS, reorganisationId).stream()
                .map(row -> new Heirs.Handover(row.get("from_unit_id", UUID.class), row.get("to_unit_id", UUID.class)))
                .toList();
        return Heirs.of(shares, handovers);
    }

    /** Whether the reorganisation has moved something in the plan before. */
    boolean movedBefore(MoveDraft draft) {
        var sql = """
                select exists (select 1 from plan_moves where reorganisation_id = :id and plan_id = :plan and kind = 'FOLLOW'
                    and state = 'APPROVED' and id <> :draft)""";
        return (Boolean) entities.createNativeQuery(sql)
                .setParameter("id", draft.reorganisationId())
                .setParameter("plan", draft.planId())
                .setParameter("draft", draft.id())
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID id) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static Found found(Tuple row) {
        return new Found(
                new MoveSummary(
                        row.get("id", UUID.class),
                        MoveDraft.Kind.valueOf(row.get("kind", String.class)),
                        MoveDraft.State.valueOf(row.get("state", String.class)),
                        row.get("plan_id", UUID.class),
                        row.get("year", Integer.class),
                        new ReorganisationRef(
                                row.get("reorganisation_id", UUID.class),
                                row.get("decision_number", String.class),
                                row.get("effective_on", LocalDate.class)),
                        row.get("decision_id", UUID.class),
                        row.get("created_at", Instant.class)),
                row.get("plan_unit_id", UUID.class),
                row.get("decides", Boolean.class));
    }
}
