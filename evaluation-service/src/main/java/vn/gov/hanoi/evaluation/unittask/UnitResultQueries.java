package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Basis;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Mark;

/** The door of this room: the level that an authority decided for a unit, and what its tasks count to. */
@ApplicationScoped
public class UnitResultQueries {
    private static final String TASKS = "select " + UnitTaskRepository.COLUMNS
            + " from unit_tasks t where t.unit_id = ? and (t.due_on between ? and ? or t.finished_on between ? and ?) order by t.id";

    private final UnitTaskRepository tasks;
    private final UnitResultRepository results;
    private final Clock clock;
    private final LevelRules rules = LevelRules.shipped();

    UnitResultQueries(UnitTaskRepository tasks, UnitResultRepository results, Clock clock) {
        this.tasks = tasks;
        this.results = results;
        this.clock = clock;
    }

    /**
     * The decision that counts.
     *
     * @param resultId the revision on which whoever uses it rests
     * @param revision from 1
     * @param digest SHA-256 of the counts, tasks and rules on which the decision rests
     */
    public record DecidedLevel(UUID resultId, int revision, Grade level, String digest) {}

    /**
     * The decided level of a unit in a month, quarter or year; empty if nobody has decided. Until the end of the transaction it stays what
     * it is.
     *
     * @param unitId the agency itself; divisions have none
     */
    @Transactional
    public Optional<DecidedLevel> decided(UUID unitId, Period period) {
        results.shareLevels(List.of(unitId), period);
        return results.living(unitId, period).flatMap(result -> Optional.ofNullable(result.ruling())
                .map(ruled -> new DecidedLevel(result.id(), result.revision(), ruled.level(), ruled.digest())));
    }

    /** The same of many units, by unit; those that nobody has decided are missing. */
    @Transactional
    public Map<UUID, Grade> levels(Collection<UUID> unitIds, Period period) {
        var found = new HashMap<UUID, Grade>();
        results.shareLevels(unitIds, period);
        for (var result : results.living(unitIds, period)) {
            var ruled = result.ruling();
            if (ruled != null) {
                found.put(result.unitId(), ruled.level());
            }
        }
        return found;
    }

    /** What the tasks of a unit count to today, whatever was decided. */
    @Transactional
    public TaskCounts counts(UUID unitId, Period period) {
        return basis(unitId, period).counts();
    }

    /** What a decision of today would rest on. */
    Basis basis(UUID unitId, Period period) {
        var values = List.of(unitId, period.from(), period.last(), period.from(), period.last());
        var today = LocalDate.now(clock);
        var counted = tasks.tasks(new Query(TASKS, values, null)).stream()
                .filter(task -> TaskCounts.belongs(task, period))
                .toList();
        return new Basis(
                unitId,
                period.text(),
                today.isBefore(period.last()) ? today : period.last(),
                TaskCounts.of(counted, period, today),
                rules.id(),
                rules.version(),
                counted.stream()
                        .map(task -> new Mark(task.id(), Math.toIntExact(task.version())))
                        .toList());
    }

    Optional<Grade> suggestion(TaskCounts counts) {
        return rules.suggest(counts);
    }
}
