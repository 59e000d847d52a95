package vn.gov.hanoi.evaluation.inspection;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.kernel.scope.UnitScope;

/**
 * Who looks, and what of inspections there is for him or her. Everything that reads inspections, plans or findings begins with one of these
 * conditions, so that what is secret is not there, rather than hidden.
 *
 * @param officerId the officer that the caller is; {@link #NOBODY} if none
 * @param own units of his or her posts today and all above: of an inspection of one of these the caller learns like everybody
 * @param answersFor units for whose remedies he or she may speak
 * @param leads whether the caller has the role to lead inspections
 * @param inspects whether the caller has the role of an inspector
 * @param reads whether a role opens what is no secret in the scope
 */
record Viewer(
        UnitScope scope,
        UUID officerId,
        Set<UUID> own,
        Set<UUID> answersFor,
        boolean leads,
        boolean inspects,
        boolean reads) {
    static final UUID NOBODY = new UUID(0, 0);

    /** Of an inspection {@code i}. */
    private static final String OPEN = "i.state <> 'DRAFT' and (i.kind <> 'UNANNOUNCED' or i.started_at is not null)";

    private static final String INSPECTION = """
            (i.unit_id in (select id from units_within(?)) and (? and i.unit_id <> all (?) or ? and %1$s)
                or ? and i.unit_id <> all (?) and exists (select from inspection_members m
                    where m.inspection_id = i.id and m.officer_id = ? and m.recused_at is null)
                or i.unit_id = any (?) and %1$s)""".formatted(OPEN);

    /** Of a line {@code l} of a plan: an unannounced one appears when its inspection has begun. */
    private static final String LINE = """
            l.unit_id in (select id from units_within(?)) and (? and l.unit_id <> all (?) or l.kind <> 'UNANNOUNCED'
                or exists (select from inspections s where s.plan_line_id = l.id and s.started_at is not null))""";

    /** Of a plan {@code p}: those of the scope, and the approved ones of units above, which hold for it too. */
    private static final String PLAN = """
            exists (select from (select ?::uuid as root) r where p.unit_id in (select id from units_within(r.root)) and (p.state = 'APPROVED' or ?)
                or p.state = 'APPROVED' and p.unit_id in (
                    select a.ancestor_id from unit_ancestors a where a.unit_id = r.root and a.superseded_at is null))""";

    /** Of a finding {@code f}; there is none before its inspection has begun. */
    private static final String FINDING = """
            (f.unit_id in (select id from units_within(?)) and ?
                or ? and exists (select from inspections i join inspection_members m on m.inspection_id = i.id
                    where (i.id = f.inspection_id or i.finding_id = f.id) and m.officer_id = ? and m.recused_at is null)
                or f.unit_id = any (?)
                or exists (select from accountability_entries e where e.finding_id = f.id and e.officer_id = ?))""";

    Conditions inspections() {
        return new Conditions(
                INSPECTION, scope, leads, ids(own), reads, inspects, ids(own), officerId, ids(answersFor));
    }

    Conditions lines() {
        return new Conditions(LINE, scope, leads, ids(own));
    }

    Conditions plans() {
        return new Conditions(PLAN, scope, leads);
    }

    Conditions findings() {
        return new Conditions(FINDING, scope, reads, inspects, officerId, ids(answersFor), officerId);
    }

    /** What lists are bound to besides the question. */
    List<Object> binding() {
        return List.of(scope.rootUnitId(), officerId, List.of(leads, inspects, reads));
    }

    private static UUID[] ids(Set<UUID> ids) {
        return ids.stream().sorted().toArray(UUID[]::new);
    }
}
