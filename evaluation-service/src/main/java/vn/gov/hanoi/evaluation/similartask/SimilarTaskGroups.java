package vn.gov.hanoi.evaluation.similartask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** The door of this room: which units have tasks like those of another one. */
@ApplicationScoped
public class SimilarTaskGroups {
    private static final String OF = "select " + SimilarTaskGroupRepository.COLUMNS + """
             from similar_task_groups g join similar_task_group_units u on u.group_id = g.id
            where u.unit_id = ? and u.valid_from <= ? and (u.valid_to is null or u.valid_to > ?)""";

    private final SimilarTaskGroupRepository groups;

    SimilarTaskGroups(SimilarTaskGroupRepository groups) {
        this.groups = groups;
    }

    /** @param unitIds all of its units, at least two */
    public record Group(UUID id, String name, List<UUID> unitIds) {}

    /** The group of a unit on a day; there is one at most. Until the end of the transaction it stays. */
    @Transactional
    public Optional<Group> of(UUID unitId, LocalDate day) {
        groups.share();
        return groups.rows(new Query(OF, List.of(unitId, day, day), null)).stream()
                .findFirst()
                .map(each -> new Group(each.id(), each.name(), each.unitIds()));
    }

    /** Those of the units that are in a group on a day. Until the end of the transaction they stay. */
    @Transactional
    public Set<UUID> grouped(Collection<UUID> units, LocalDate day) {
        groups.share();
        return groups.grouped(units, day);
    }
}
