package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads what callers have to do with sheets today. Without the role of a participant nobody has anything to do with any. */
@ApplicationScoped
class RelationQueries {
    private static final String SCORE = "SCORE";
    private static final String DECIDE = "DECIDE";
    private static final String RESOLVE = "RESOLVE_OBJECTION";

    private final AuthorityQueries authority;
    private final DirectoryClockRepository clock;

    RelationQueries(AuthorityQueries authority, DirectoryClockRepository clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * Whose sheets somebody may see.
     *
     * @param officerId the own ones; null if no officer of the directory
     * @param units those of people with posts in these units
     * @param but without those of the people for whom the caller acts there: nobody has the own case done by a deputy
     */
    record Reach(@Nullable UUID officerId, List<UUID> units, Set<UUID> but) {}

    Relation of(Caller caller, EvaluationSheet sheet) {
        var officer = officer(caller);
        if (officer.isEmpty()) {
            return Relation.NONE;
        }
        var id = officer.get();
        var person = sheet.person();
        if (id.equals(person.officerId())) {
            return Relation.self(id);
        }
        var moment = clock.moment(null, null);
        return new Relation(
                id,
                false,
                authority.mayActOn(id, person.officerId(), person.unitId(), SCORE, moment),
                authority.mayActOn(id, person.officerId(), person.ratingUnitId(), DECIDE, moment),
                sheet.publishedAt() == null
                        ? Relation.MISSING
                        : authority.mayActOn(id, person.officerId(), person.ratingUnitId(), RESOLVE, moment));
    }

    Reach reach(Caller caller) {
        var officer = officer(caller);
        if (officer.isEmpty()) {
            return new Reach(null, List.of(), Set.of());
        }
        var moment = clock.moment(null, null);
        var units = new HashSet<UUID>();
        var but = new HashSet<UUID>();
        for (var action : List.of(SCORE, DECIDE)) {
            authority.unitsOf(officer.get(), action, moment).forEach((unit, ground) -> {
                units.add(unit);
                but.addAll(ground.people());
            });
        }
        but.remove(officer.get());
        return new Reach(officer.get(), List.copyOf(units), but);
    }

    private Optional<UUID> officer(Caller caller) {
        return caller.roles().contains(EvaluationRoles.PARTICIPANT) ? authority.officer(caller) : Optional.empty();
    }
}
