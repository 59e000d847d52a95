package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictKey;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictView;
import vn.gov.hanoi.selection.council.ConflictApi.Source;
import vn.gov.hanoi.selection.council.ConflictApi.WaiverView;
import vn.gov.hanoi.selection.council.PanelApi.OfficerRef;
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;

/** Finds conflicts: those that were told, and those that follow from posts and results. Inside the transaction of its caller. */
@ApplicationScoped
class ConflictQueries {
    /**
     * What follows for {@code pairs (member_id, candidate_id, since)}: main posts in one line on any day since the candidate applied, and
     * results judged in the months before the findings were frozen.
     */
    private static final String DERIVED = """
            select p.member_id, p.candidate_id, case when m.unit_id = c.unit_id then 'SAME_UNIT'
                when t.ancestor_id = m.unit_id then 'UNIT_ABOVE' else 'UNIT_BELOW' end as ground
            from pairs p
            join assignments m on m.officer_id = p.member_id and m.main
            join assignments c on c.officer_id = p.candidate_id and c.main
            join unit_ancestors t on (t.ancestor_id = m.unit_id and t.unit_id = c.unit_id) or (t.ancestor_id = c.unit_id and t.unit_id = m.unit_id)
            where not isempty(daterange(p.since, cast(:today as date), '[]') * daterange(m.valid_from, m.valid_to)
                * daterange(c.valid_from, c.valid_to) * daterange(t.valid_from, t.valid_to))
            union
            select p.member_id, p.candidate_id, 'EARLIER_JUDGE'
            from pairs p join judgements j on j.judge_id = p.member_id and j.officer_id = p.candidate_id
            where j.last_day > (select coalesce(b.frozen_on, cast(:today as date)) from rounds b where b.id = :round)
                - make_interval(months => cast(:months as int))""";

    private static final String MAY_JUDGE = """
            with pairs as (select cast(:member as uuid) as member_id, cast(:candidate as uuid) as candidate_id,
                (select min(received_on) from applications where round_id = :round and officer_id = :candidate) as since),
            derived as (%s)
            select exists (select 1 from pairs where since is not null)
                and not exists (select 1 from applications where round_id = :round and officer_id = :member)
                and not exists (
                    select 1 from (
                        select ground, candidate_id from derived
                        union all
                        select ground, candidate_id from conflicts
                        where round_id = :round and member_id = :member and (candidate_id is null or candidate_id = :candidate)) k
                    where not exists (select 1 from conflict_waivers w
                        where w.round_id = :round and w.member_id = :member and w.candidate_id = k.candidate_id and w.ground = k.ground))""".formatted(DERIVED);

    /** All conflicts of a round: between those who sit or sat and those who stand, and whatever was told. */
    private static final String ALL = """
            (with pairs as (
                select distinct m.officer_id as member_id, a.officer_id as candidate_id, a.since
                from panels p join panel_members m on m.panel_id = p.id
                join (select officer_id, min(received_on) as since from applications
                    where round_id = :round and state = 'RECEIVED' group by officer_id) a on a.officer_id <> m.officer_id
                where p.round_id = :round),
            derived as (%s)
            select id, member_id, candidate_id, ground, source, note from conflicts where round_id = :round
            union all
            select cast(md5(concat_ws('|', :round, member_id, candidate_id, ground)) as uuid), member_id, candidate_id, ground, 'DERIVED',
                cast(null as bytea) from derived) k
            join rounds r on r.id = :round
            left join conflict_waivers w on w.round_id = r.id and w.member_id = k.member_id and w.candidate_id = k.candidate_id
                and w.ground = k.ground
            left join officers mo on mo.id = k.member_id
            left join officers co on co.id = k.candidate_id""".formatted(DERIVED);

    private static final String SITS = "exists (select 1 from panels q join panel_members m on m.panel_id = q.id "
            + "where q.round_id = r.id and q.state = 'FORMED' and m.officer_id = :me and m.left_on is null%s)";

    /** Candidates are known from the list on; before it, and while dossiers are taken again, only what one told oneself is shown. */
    private static final String LISTED =
            "r.state not in ('DRAFT', 'APPROVED_PLAN', 'ANNOUNCED', 'SUSPENDED_LT_2', 'CANCELLED')";

    /**
     * Personnel officers see what they found in dossiers, so that nothing tells them who sits in a secret board; members what concerns
     * themselves; those who form the bodies and those who oversee all, and so does who inspects the told results.
     */
    private static final String VISIBLE = """
            ((:personnel and k.source = 'DOSSIER' and cast(:me as uuid) = any (r.personnel) and %1$s and not %2$s)
            or (:approver and %3$s and %1$s and not %2$s)
            or (:inspector and %4$s and %1$s)
            or (:panel and not %2$s and (%3$s and %5$s
                or k.member_id = :me and (k.source = 'MEMBER' or %3$s) and %6$s)))""".formatted(
                    PanelViewer.WITHIN,
                    PanelViewer.STANDS,
                    LISTED,
                    PanelViewer.TOLD,
                    SITS.formatted(" and q.body = 'MONITORING'"),
                    SITS.formatted(""));

    private static final Listing LISTING = new Listing(
            "k.id, r.id as round_id, k.member_id, k.candidate_id, k.ground, k.source, k.note, mo.officer_code as member_code, "
                    + "mo.full_name as member_name, co.officer_code as candidate_code, co.full_name as candidate_name, "
                    + "w.reason_code, w.reason_text, w.decision_number, w.decision_signed_on, w.decision_issuer",
            ALL,
            "k.id",
            "k.id > cast(:after0 as uuid)");

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final OfficerQueries officers;
    private final Scopes scopes;
    private final ConflictRepository conflicts;

    ConflictQueries(
            EntityManager entities,
            KeysetQueries pages,
            OfficerQueries officers,
            Scopes scopes,
            ConflictRepository conflicts) {
        this.entities = entities;
        this.pages = pages;
        this.officers = officers;
        this.scopes = scopes;
        this.conflicts = conflicts;
    }

    /**
     * What to look through.
     *
     * @param months how far back having judged counts
     */
    record Span(UUID roundId, int months, LocalDate today) {}

    boolean mayJudge(Span span, UUID memberId, UUID candidateId) {
        return (Boolean) entities.createNativeQuery(MAY_JUDGE)
                .setParameter("round", span.roundId())
                .setParameter("member", memberId)
                .setParameter("candidate", candidateId)
                .setParameter("months", span.months())
                .setParameter("today", span.today())
                .getSingleResult();
    }

    /** Whether the ground stands between the two now, whoever told it. */
    boolean isThere(Span span, ConflictKey key) {
        return pages.exists(
                LISTING,
                bound(span)
                        .add("k.member_id = :member", "member", key.memberId())
                        .add("k.candidate_id = :candidate", "candidate", key.candidateId())
                        .add("k.ground = :ground", "ground", key.ground().name()));
    }

    /** In the order of their ids. Refusals: page.cursor-invalid, page.cursor-expired. */
    Page<ConflictView> page(Span span, @Nullable UUID memberId, PageRequest request, Caller caller) {
        var viewer = PanelViewer.of(caller, officers, scopes);
        var terms = bound(viewer.bound(VISIBLE), span).add("k.member_id = :member", "member", memberId);
        var question = String.join(
                "|",
                "conflicts",
                span.roundId().toString(),
                String.valueOf(memberId),
                caller.client(),
                caller.subject(),
                viewer.toString());
        return pages.page(
                LISTING,
                terms,
                question,
                request,
                this::view,
                item -> List.of(item.id().toString()));
    }

    /** One that was told just now, for who told it. */
    ConflictView told(Span span, UUID id) {
        return pages.one(LISTING, bound(span).add("k.id = :id", "id", id), this::view);
    }

    /** One that was waived just now. */
    ConflictView waived(Span span, ConflictKey key) {
        return pages.one(
                LISTING,
                bound(span)
                        .add("k.member_id = :member", "member", key.memberId())
                        .add("k.candidate_id = :candidate", "candidate", key.candidateId())
                        .add("k.ground = :ground", "ground", key.ground().name()),
                this::view);
    }

    private static Terms bound(Span span) {
        return bound(new Terms(), span);
    }

    private static Terms bound(Terms terms, Span span) {
        return terms.with("round", span.roundId()).with("months", span.months()).with("today", span.today());
    }

    private ConflictView view(Tuple row) {
        var id = row.get("id", UUID.class);
        @Nullable UUID candidate = row.get("candidate_id", UUID.class);
        byte @Nullable [] note = row.get("note", byte[].class);
        @Nullable String number = row.get("decision_number", String.class);
        return new ConflictView(
                id,
                row.get("round_id", UUID.class),
                person(row, "member", row.get("member_id", UUID.class)),
                candidate == null ? null : person(row, "candidate", candidate),
                Ground.valueOf(row.get("ground", String.class)),
                Source.valueOf(row.get("source", String.class)),
                note == null ? null : conflicts.open(note, id),
                number == null
                        ? null
                        : new WaiverView(
                                new DecisionPart(
                                        number,
                                        row.get("decision_signed_on", LocalDate.class),
                                        row.get("decision_issuer", String.class)),
                                new ReasonPart(
                                        row.get("reason_code", String.class), row.get("reason_text", String.class))));
    }

    private static OfficerRef person(Tuple row, String prefix, UUID id) {
        return new OfficerRef(
                id,
                Objects.requireNonNullElse(row.get(prefix + "_code", String.class), ""),
                Objects.requireNonNullElse(row.get(prefix + "_name", String.class), ""));
    }
}
