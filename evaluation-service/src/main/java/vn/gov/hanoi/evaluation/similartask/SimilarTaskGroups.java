package vn.gov.hanoi.evaluation.similartask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** The door of this room: which units have tasks like those of another one. */
@ApplicationScoped
public class SimilarTaskGroups {
    private static final String OF = "select " + SimilarTaskGroupRepository.COLUMNS + """
             from similar_task_groups g join similar_task_group_units u on u.group_id = g.id
            where u.unit_id = any (?) and u.valid_from <= ? and (u.valid_to is null or u.valid_to > ?)""";

    private final SimilarTaskGroupRepository groups;

    SimilarTaskGroups(SimilarTaskGroupRepository groups) {
        this.groups = groups;
    }

    /** @param unitIds all of its units, at least two */
    public record Group(UUID id, String name, List<UUID> unitIds) {}

    /** The group of a unit on a day; there is one at most. Until the end of the transaction it stays. */
    @Transactional
    public Optional<Group> of(UUID unitId, LocalDate day) {
        return Optional.ofNullable(of(List.of(unitId), day).get(unitId));
    }

    /** The groups of units on a day, by unit; a unit without one is missing. Until the end of the transaction they stay. */
    @Transactional
    public Map<UUID, Group> of(Collection<UUID> units, LocalDate day) {
        groups.share();
        var found = new HashMap<UUID, Group>();
        for (var each : groups.rows(new Query(OF, List.of(units.toArray(UUID[]::new), day, day), null))) {
            var group = new Group(each.id(), each.name(), each.unitIds());
            group.unitIds().stream().filter(units::contains).forEach(unit -> found.put(unit, group));
        }
        return found;
    }

    /** Those of the units that are in a group on a day. Until the end of the transaction they stay. */
    @Transactional
    public Set<UUID> grouped(Collection<UUID> units, LocalDate day) {
        groups.share();
        return groups.grouped(units, day);
    }
}
