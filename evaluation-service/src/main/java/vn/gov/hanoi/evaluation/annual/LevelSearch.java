package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** Which levels the conditions give and which they rule out. Conditions that are only shown count nothing. */
final class LevelSearch {
    private static final List<Grade> FROM_BELOW = List.of(Grade.C, Grade.B, Grade.A);

    private final List<ConditionOutcome> binding;

    LevelSearch(List<ConditionOutcome> outcomes) {
        binding = outcomes.stream().filter(ConditionOutcome::binding).toList();
    }

    /** Whether any ground for "không hoàn thành nhiệm vụ" is met; one is enough. */
    boolean isFailed() {
        return at(Grade.D).stream().anyMatch(each -> each.outcome() == Outcome.MET);
    }

    /**
     * The best level that no condition rules out. A level is ruled out with every better one: who lacks what the lower level asks for
     * does not reach the higher one.
     *
     * @return empty if the year is not failed and no level is left: a gap of the conditions, in which the authority decides
     */
    Optional<Grade> attainable() {
        if (isFailed()) {
            return Optional.of(Grade.D);
        }
        Optional<Grade> best = Optional.empty();
        for (var level : FROM_BELOW) {
            if (at(level).stream().anyMatch(each -> each.outcome() == Outcome.NOT_MET)) {
                return best;
            }
            best = Optional.of(level);
        }
        return best;
    }

    /** The best level whose conditions all hold by evidence; a level without conditions is never found. */
    Optional<Grade> found() {
        var most = attainable();
        if (isFailed() || most.isEmpty()) {
            return most;
        }
        return FROM_BELOW.reversed().stream()
                .filter(level -> !level.isBetterThan(most.get()))
                .filter(this::holds)
                .findFirst();
    }

    private boolean holds(Grade level) {
        var conditions = at(level);
        return !conditions.isEmpty() && conditions.stream().allMatch(each -> each.outcome() == Outcome.MET);
    }

    private List<ConditionOutcome> at(Grade level) {
        return binding.stream().filter(each -> each.level() == level).toList();
    }
}
