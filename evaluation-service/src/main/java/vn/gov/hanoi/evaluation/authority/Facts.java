package vn.gov.hanoi.evaluation.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What authority on a day is computed from, all as recorded at one moment. Absences are not among it: who is away stays head, and it
 * takes an order or an acting head to have somebody else act.
 *
 * @param paths the unit and those above it up to the City, for each unit that is asked about or named below; without the units that are
 *     not in force on the day
 * @param headships of the day, and the earlier ones of those who delegate
 * @param mainUnits unit of the main post on the day, by officer
 * @param delegations of the day
 */
record Facts(
        LocalDate day,
        Map<UUID, List<UUID>> paths,
        List<Headship> headships,
        Map<UUID, UUID> mainUnits,
        List<Delegation> delegations) {
    Facts {
        paths = Map.copyOf(paths);
        headships = List.copyOf(headships);
        mainUnits = Map.copyOf(mainUnits);
        delegations = List.copyOf(delegations);
    }

    /** Empty if the unit is not in force on the day. */
    List<UUID> path(UUID unitId) {
        return paths.getOrDefault(unitId, List.of());
    }
}
