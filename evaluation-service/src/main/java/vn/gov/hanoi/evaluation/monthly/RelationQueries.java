package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.advisory.AdviserQueries;
import vn.gov.hanoi.evaluation.advisory.AdviserQueries.Surroundings;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads what callers have to do with sheets today. Without the role of a participant nobody has anything to do with any. */
@ApplicationScoped
class RelationQueries {
    private static final String SCORE = "SCORE";
    private static final String DECIDE = "DECIDE";
    private static final String RESOLVE = "RESOLVE_OBJECTION";

    private final AuthorityQueries authority;
    private final AdviserQueries advisers;
    private final DirectoryClockRepository clock;

    RelationQueries(AuthorityQueries authority, AdviserQueries advisers, DirectoryClockRepository clock) {
        this.authority = authority;
        this.advisers = advisers;
        this.clock = clock;
    }

    /**
     * Whose sheets somebody may see.
     *
     * @param officerId the own ones; null if no officer of the directory
     * @param units those of people with posts in these units
     * @param but without those of the people for whom the caller acts there: nobody has the own case done by a deputy
     * @param advised units to which lines of advice lead from those headed
     * @param headed units as whose head, or for whose head, the caller acts: the supporting channels that these hold
     */
    record Reach(@Nullable UUID officerId, List<UUID> units, Set<UUID> but, List<UUID> advised, List<UUID> headed) {}

    /** Whom the rules name, as the directory stood on the last day of the period. */
    Evaluators evaluators(EvaluationSheet sheet, PeriodicRules rules) {
        var person = sheet.person();
        var around = Evaluators.lookAround(person)
                ? advisers.of(person.unitId(), sheet.period().last())
                : Surroundings.NONE;
        return Evaluators.of(rules, sheet.period(), person, around);
    }

    /** @param evaluators whom the rules name for the person */
    Relation of(Caller caller, EvaluationSheet sheet, Evaluators evaluators) {
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
                        : authority.mayActOn(id, person.officerId(), person.ratingUnitId(), RESOLVE, moment),
                channels(id, person.officerId(), evaluators, moment));
    }

    /** The channels that somebody holds today. Whoever stands above the adviser holds none. */
    private Map<String, Ruling> channels(UUID officerId, UUID subjectId, Evaluators evaluators, Moment moment) {
        var held = new HashMap<String, Ruling>();
        for (var channel : evaluators.channels()) {
            var adviser = channel.adviserUnitId();
            if (adviser != null) {
                var grounds = authority.mayActOn(officerId, subjectId, adviser, SCORE, moment).grounds().stream()
                        .filter(ground -> ground.headship().unitId().equals(adviser))
                        .toList();
                if (!grounds.isEmpty()) {
                    held.put(channel.code(), new Ruling(grounds, List.of()));
                }
            }
        }
        return held;
    }

    Reach reach(Caller caller) {
        var officer = officer(caller);
        if (officer.isEmpty()) {
            return new Reach(null, List.of(), Set.of(), List.of(), List.of());
        }
        var moment = clock.moment(null, null);
        var units = new HashSet<UUID>();
        var but = new HashSet<UUID>();
        var headed = new HashSet<UUID>();
        for (var action : List.of(SCORE, DECIDE)) {
            authority.unitsOf(officer.get(), action, moment).forEach((unit, ground) -> {
                units.add(unit);
                but.addAll(ground.people());
                if (action.equals(SCORE) && ground.headship().unitId().equals(unit)) {
                    headed.add(unit);
                }
            });
        }
        but.remove(officer.get());
        return new Reach(officer.get(), List.copyOf(units), but, advisers.advised(headed), List.copyOf(headed));
    }

    private Optional<UUID> officer(Caller caller) {
        return caller.roles().contains(EvaluationRoles.PARTICIPANT) ? authority.officer(caller) : Optional.empty();
    }
}
