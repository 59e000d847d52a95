package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Who sees which sheets and closings: readers and keepers those of their units, participants those they have a part in. */
@ApplicationScoped
class SheetVisibilityQueries {
    private static final String IN_SCOPE = "s.unit_id in (select id from units_within(?))";
    /** Everybody has a scope; a participant's does not open the sheets of others. */
    private static final String HAS_SCOPE = "?::uuid is not null";

    /** Whoever advises finds the undecided sheets of the heads to whom a line leads; whether the rules have the channel the sheet says. */
    private static final String HAS_PART = """
            (s.officer_id = ?::uuid or s.unit_id = any (?) and s.officer_id <> all (?)
                or s.unit_id = any (?) and s.position = 'HEAD' and s.outcome is null and s.officer_id <> all (?) and exists (
                    select from advisory_lines l where l.advised_unit_id = s.unit_id and l.adviser_unit_id = any (?)
                        and l.valid_from < s.period_from + interval '1 month'
                        and (l.valid_to is null or l.valid_to >= s.period_from + interval '1 month')))""";

    /** Of told sheets: the own one, and those of the units that the caller acts for. Advisers have no part in what is decided. */
    private static final String HAS_TOLD_PART =
            "(s.officer_id = ?::uuid or s.unit_id = any (?) and s.officer_id <> all (?))";

    private final Scopes scopes;
    private final RelationQueries relations;

    SheetVisibilityQueries(Scopes scopes, RelationQueries relations) {
        this.scopes = scopes;
        this.relations = relations;
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        var _ = scopes.of(caller);
    }

    /** Whether a unit's records lie in what the caller reads or keeps. */
    boolean isInReach(Caller caller, UUID unitId) {
        return readsUnits(caller) && scopes.contains(scopes.of(caller), unitId);
    }

    /** Whether points, texts and evidence of a sheet are for the caller: who has a part in it, and who keeps its unit. */
    boolean seesPoints(Caller caller, SheetCase seen) {
        return seen.relation().any()
                || caller.roles().contains(EvaluationRoles.KEEPER)
                        && scopes.contains(
                                scopes.of(caller), seen.sheet().person().unitId());
    }

    /** The condition of a list of sheets {@code s}. Refusal: scope.unit-unknown. */
    Conditions sheets(Caller caller) {
        var scope = scopes.of(caller);
        var reach = relations.reach(caller);
        if (readsUnits(caller) && reach.officerId() == null) {
            return new Conditions(IN_SCOPE, scope);
        }
        var mine = reach.officerId() == null ? new UUID(0, 0) : reach.officerId();
        var units = reach.units().toArray(UUID[]::new);
        var but = reach.but().toArray(UUID[]::new);
        var advised = reach.advised().toArray(UUID[]::new);
        var headed = reach.headed().toArray(UUID[]::new);
        return readsUnits(caller)
                ? new Conditions(
                        "(" + IN_SCOPE + " or " + HAS_PART + ")", scope, mine, units, but, advised, but, headed)
                : new Conditions(HAS_SCOPE, scope).add(HAS_PART, mine, units, but, advised, but, headed);
    }

    /**
     * A condition on rows, with the values of its places.
     *
     * @param sql fixed text
     */
    record Condition(String sql, List<Object> values) {}

    /** Of which of many told sheets {@code s} the caller sees the points, as {@link #seesPoints} says of one. Refusal: scope.unit-unknown. */
    Condition points(Caller caller) {
        var parts = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (caller.roles().contains(EvaluationRoles.KEEPER)) {
            parts.add(IN_SCOPE);
            values.add(scopes.of(caller).rootUnitId());
        }
        var reach = relations.reach(caller);
        if (reach.officerId() != null) {
            parts.add(HAS_TOLD_PART);
            values.add(reach.officerId());
            values.add(reach.units().toArray(UUID[]::new));
            values.add(reach.but().toArray(UUID[]::new));
        }
        return new Condition(parts.isEmpty() ? "false" : String.join(" or ", parts), values);
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    void requireClosing(Closing closing, Caller caller) {
        scopes.requireVisible(scopes.of(caller), closing.unitId());
    }

    /** Refusals: scope.unit-unknown, scope.outside. */
    @Transactional
    void requireUnit(UUID unitId, Caller caller) {
        scopes.require(scopes.of(caller), unitId);
    }

    /** Refusal of the same kind for a closing that is not there. */
    static Refused notFound() {
        return new Refused(KernelProblem.NOT_FOUND);
    }

    private static boolean readsUnits(Caller caller) {
        return caller.roles().contains(EvaluationRoles.READER) || caller.roles().contains(EvaluationRoles.KEEPER);
    }
}
