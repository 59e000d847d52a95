package vn.gov.hanoi.evaluation.objection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.monthly.ContestedResults;
import vn.gov.hanoi.evaluation.monthly.EvaluationRoles;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Who has what to do with objections today: the one who objects, those with authority over the agency, and keepers of the unit. */
@ApplicationScoped
class PartyQueries {
    private static final String RESOLVE = "RESOLVE_OBJECTION";
    private static final String IN_SCOPE = "b.unit_id in (select id from units_within(?))";
    /** Everybody has a scope; a participant's does not open the objections of others. */
    private static final String HAS_SCOPE = "?::uuid is not null";

    private static final String HAS_PART =
            "(b.officer_id = ?::uuid or b.rating_unit_id = any (?) and b.officer_id <> all (?))";

    private final AuthorityQueries authority;
    private final DirectoryClockRepository clock;
    private final ContestedResults results;
    private final Scopes scopes;

    PartyQueries(AuthorityQueries authority, DirectoryClockRepository clock, ContestedResults results, Scopes scopes) {
        this.authority = authority;
        this.clock = clock;
        this.results = results;
        this.scopes = scopes;
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        var _ = scopes.of(caller);
    }

    Party of(Caller caller, Objection objection) {
        var officer = officer(caller);
        if (officer.isEmpty()) {
            return Party.NONE;
        }
        var id = officer.get();
        var about = objection.about();
        if (id.equals(about.officerId())) {
            return Party.self(id);
        }
        var ruling = authority.mayActOn(id, about.officerId(), about.ratingUnitId(), RESOLVE, clock.moment(null, null));
        return Party.other(id, caller.subject(), ruling, results.bench(about.evaluationId()));
    }

    /** Refusal: scope.unit-unknown. */
    boolean sees(Caller caller, Objection objection, Party party) {
        var scope = scopes.of(caller);
        return party.self()
                || party.competent()
                || isKeeper(caller) && scopes.contains(scope, objection.about().unitId());
    }

    /** The condition of a list of objections {@code b}. Refusal: scope.unit-unknown. */
    Conditions visible(Caller caller) {
        var scope = scopes.of(caller);
        var officer = officer(caller);
        if (officer.isEmpty()) {
            return isKeeper(caller) ? new Conditions(IN_SCOPE, scope) : new Conditions(HAS_SCOPE, scope).add("false");
        }
        var but = new HashSet<UUID>();
        var above = authority.unitsOf(officer.get(), RESOLVE, clock.moment(null, null));
        above.values().forEach(ground -> but.addAll(ground.people()));
        but.remove(officer.get());
        var units = above.keySet().toArray(UUID[]::new);
        var others = but.toArray(UUID[]::new);
        return isKeeper(caller)
                ? new Conditions("(" + IN_SCOPE + " or " + HAS_PART + ")", scope, officer.get(), units, others)
                : new Conditions(HAS_SCOPE, scope).add(HAS_PART, officer.get(), units, others);
    }

    /** The officer that a participant is; without that role nobody has a part in any objection. */
    Optional<UUID> officer(Caller caller) {
        return caller.roles().contains(EvaluationRoles.PARTICIPANT) ? authority.officer(caller) : Optional.empty();
    }

    private static boolean isKeeper(Caller caller) {
        return caller.roles().contains(EvaluationRoles.KEEPER);
    }
}
