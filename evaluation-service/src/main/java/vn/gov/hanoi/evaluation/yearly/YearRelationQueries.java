package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.authority.Ground;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** What callers have to do with years today: readers and keepers with those of their units, participants with the own and those they decide. */
@ApplicationScoped
class YearRelationQueries {
    private static final String DECIDE = "DECIDE";
    private static final String IN_SCOPE = "c.unit_id in (select id from units_within(?))";
    /** Everybody has a scope; a participant's does not open the years of others. */
    private static final String HAS_SCOPE = "?::uuid is not null";

    private static final String HAS_PART =
            "(c.officer_id = ?::uuid or c.deciding_unit_id = any (?) and c.officer_id <> all (?))";

    private final AuthorityQueries authority;
    private final DirectoryClockRepository clock;
    private final Scopes scopes;

    YearRelationQueries(AuthorityQueries authority, DirectoryClockRepository clock, Scopes scopes) {
        this.authority = authority;
        this.clock = clock;
        this.scopes = scopes;
    }

    /**
     * What somebody has to do with a year.
     *
     * @param officerId who asks; null if no officer of the directory
     * @param self whether it is the own year
     * @param decider whether the authority of the day lets decide it
     * @param inReach whether it lies in what the caller reads or keeps
     * @param keeps whether the caller keeps the unit, and so sees points
     */
    record Relation(@Nullable UUID officerId, boolean self, Ruling decider, boolean inReach, boolean keeps) {
        boolean sees() {
            return self || decider.allowed() || inReach;
        }

        boolean seesPoints() {
            return self || decider.allowed() || keeps;
        }

        /** The order under which the caller decides; null in the own right. */
        @Nullable
        UUID delegation() {
            return decider.allowed() && decider.require() instanceof Ground.Delegated delegated
                    ? delegated.delegationId()
                    : null;
        }
    }

    /** Refusal: scope.unit-unknown. */
    @Transactional
    Relation of(Caller caller, Classification row) {
        var scope = scopes.of(caller);
        boolean inReach =
                readsUnits(caller) && scopes.contains(scope, row.person().unitId());
        boolean keeps = inReach && caller.roles().contains(EvaluationRoles.KEEPER);
        var officer = officer(caller);
        if (officer.isEmpty()) {
            return new Relation(null, false, blocked(EvaluationProblem.AUTHORITY_MISSING), inReach, keeps);
        }
        var id = officer.get();
        var subject = row.person().officerId();
        if (id.equals(subject)) {
            return new Relation(id, true, blocked(KernelProblem.OWN_ACT), inReach, keeps);
        }
        var ruling = authority.mayActOn(id, subject, row.person().decidingUnitId(), DECIDE, clock.moment(null, null));
        return new Relation(id, false, ruling, inReach, keeps);
    }

    /** The condition of a list of classifications {@code c}. Refusal: scope.unit-unknown. */
    Conditions visible(Caller caller) {
        var scope = scopes.of(caller);
        var officer = officer(caller);
        if (readsUnits(caller) && officer.isEmpty()) {
            return new Conditions(IN_SCOPE, scope);
        }
        var mine = officer.orElse(new UUID(0, 0));
        var units = new HashSet<UUID>();
        var but = new HashSet<UUID>();
        if (officer.isPresent()) {
            authority.unitsOf(mine, DECIDE, clock.moment(null, null)).forEach((unit, ground) -> {
                units.add(unit);
                but.addAll(ground.people());
            });
            but.remove(mine);
        }
        var deciding = units.toArray(UUID[]::new);
        var others = but.toArray(UUID[]::new);
        return readsUnits(caller)
                ? new Conditions("(" + IN_SCOPE + " or " + HAS_PART + ")", scope, mine, deciding, others)
                : new Conditions(HAS_SCOPE, scope).add(HAS_PART, mine, deciding, others);
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    void requireClosing(YearClosing closing, Caller caller) {
        scopes.requireVisible(scopes.of(caller), closing.unitId());
    }

    /** Refusals: scope.unit-unknown, scope.outside. */
    @Transactional
    void requireUnit(UUID unitId, Caller caller) {
        scopes.require(scopes.of(caller), unitId);
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        var _ = scopes.of(caller);
    }

    private static boolean readsUnits(Caller caller) {
        return caller.roles().contains(EvaluationRoles.READER) || caller.roles().contains(EvaluationRoles.KEEPER);
    }

    private static Ruling blocked(ProblemCode code) {
        return new Ruling(List.of(), List.of(Refusal.of(code)));
    }

    private Optional<UUID> officer(Caller caller) {
        return caller.roles().contains(EvaluationRoles.PARTICIPANT) ? authority.officer(caller) : Optional.empty();
    }
}
