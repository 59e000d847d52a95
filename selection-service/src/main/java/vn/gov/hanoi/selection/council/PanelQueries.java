package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.council.PanelApi.PanelSummary;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;

/** Reads who sits where; inside the transaction of its caller unless it says otherwise. */
@ApplicationScoped
class PanelQueries {
    /** Bodies whose members are no secret. */
    private static final List<String> OPEN = Arrays.stream(Body.values())
            .filter(each -> !each.isSecret())
            .map(Body::name)
            .toList();

    /**
     * Officials of the round's part of the organisation see what is no secret, and the rest when results are told; who forms the bodies sees
     * all, unless the person stands. Members see their own, and what is no secret; those who oversee and those who lead the council see all.
     */
    private static final String VISIBLE = """
            ((:reader and (p.body in (:open) or %2$s) and %1$s)
            or (:approver and %1$s and not %3$s)
            or (:inspector and %2$s and %1$s)
            or (:candidate and p.body = 'COUNCIL' and %3$s)
            or (:panel and not %3$s and exists (select 1 from panels q join panel_members m on m.panel_id = q.id
                where q.round_id = r.id and q.state = 'FORMED' and m.officer_id = :me and m.left_on is null
                and (q.id = p.id or p.body in (:open) or q.body = 'MONITORING' or q.body = 'COUNCIL' and m.capacity in ('HEAD', 'SECRETARY')))))""".formatted(PanelViewer.WITHIN, PanelViewer.TOLD, PanelViewer.STANDS);

    private static final Listing LISTING = new Listing(
            "p.id, p.version, p.round_id, p.body, p.state, p.changed_at, "
                    + "(select count(*) from panel_members m where m.panel_id = p.id and m.left_on is null) as members",
            "panels p join rounds r on r.id = p.round_id",
            "p.id desc",
            "p.id < cast(:after0 as uuid)");

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final OfficerQueries officers;
    private final Scopes scopes;

    PanelQueries(EntityManager entities, KeysetQueries pages, OfficerQueries officers, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.officers = officers;
        this.scopes = scopes;
    }

    /** Those with these seats. Whoever stands or stood in the round is left out, however it came about. */
    @SuppressWarnings("unchecked")
    List<UUID> sitting(UUID roundId, Body body, Collection<Capacity> capacities) {
        return entities.createNativeQuery("""
                        select m.officer_id from panels p join panel_members m on m.panel_id = p.id
                        where p.round_id = :round and p.body = :body and p.state = 'FORMED' and m.left_on is null
                            and m.capacity in (:capacities)
                            and not exists (select 1 from applications a where a.round_id = p.round_id and a.officer_id = m.officer_id)
                        order by m.place""")
                .setParameter("round", roundId)
                .setParameter("body", body.name())
                .setParameter(
                        "capacities", capacities.stream().map(Capacity::name).toList())
                .getResultList();
    }

    /** In which other bodies of the round these people sit or sat. */
    @SuppressWarnings("unchecked")
    Map<UUID, Set<Body>> elsewhere(UUID roundId, Body body, Collection<UUID> people) {
        List<Tuple> rows = entities.createNativeQuery("""
                        select m.officer_id, p.body from panels p join panel_members m on m.panel_id = p.id
                        where p.round_id = :round and p.body <> :body and m.officer_id in (:people)""", Tuple.class)
                .setParameter("round", roundId)
                .setParameter("body", body.name())
                .setParameter("people", people)
                .getResultList();
        var found = new HashMap<UUID, Set<Body>>();
        rows.forEach(row -> found.computeIfAbsent(row.get("officer_id", UUID.class), _ -> EnumSet.noneOf(Body.class))
                .add(Body.valueOf(row.get("body", String.class))));
        return found;
    }

    /** Those of these people whose main post on the day is in the unit or above it. */
    @SuppressWarnings("unchecked")
    List<UUID> inUnitOrAbove(UUID unitId, Collection<UUID> people, LocalDate day) {
        return entities.createNativeQuery("""
                        select a.officer_id from assignments a
                        where a.officer_id in (:people) and a.main and a.valid_from <= :day and (a.valid_to is null or a.valid_to > :day)
                            and exists (select 1 from unit_ancestors t where t.ancestor_id = a.unit_id and t.unit_id = :unit
                                and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day))""")
                .setParameter("unit", unitId)
                .setParameter("people", people)
                .setParameter("day", day)
                .getResultList();
    }

    /** For commands and single reads. Refusal: resource.not-found, for what the caller may not know of as for none. */
    void requireVisible(UUID id, Collection<Body> bodies, Caller caller) {
        var terms = terms(PanelViewer.of(caller, officers, scopes), bodies).add("p.id = :id", "id", id);
        if (!pages.exists(LISTING, terms)) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
    }

    /** The youngest first; opens its own transaction. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<PanelSummary> page(Collection<Body> bodies, @Nullable UUID roundId, PageRequest request, Caller caller) {
        var viewer = PanelViewer.of(caller, officers, scopes);
        var terms = terms(viewer, bodies).add("p.round_id = :round", "round", roundId);
        var question = String.join(
                "|",
                "panels",
                bodies.toString(),
                String.valueOf(roundId),
                caller.client(),
                caller.subject(),
                viewer.toString());
        return pages.page(
                LISTING,
                terms,
                question,
                request,
                PanelQueries::summary,
                item -> List.of(item.id().toString()));
    }

    private static Terms terms(PanelViewer viewer, Collection<Body> bodies) {
        return viewer.bound(VISIBLE)
                .with("open", OPEN)
                .add(
                        "p.body in (:bodies)",
                        "bodies",
                        bodies.stream().map(Body::name).toList());
    }

    private static PanelSummary summary(Tuple row) {
        long version = row.get("version", Long.class);
        return new PanelSummary(
                row.get("id", UUID.class),
                Etags.of(version),
                row.get("round_id", UUID.class),
                Body.valueOf(row.get("body", String.class)),
                Panel.State.valueOf(row.get("state", String.class)),
                Math.toIntExact(row.get("members", Long.class)),
                version,
                row.get("changed_at", Instant.class));
    }
}
