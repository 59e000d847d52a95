package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.inspection.Inspection.Member;
import vn.gov.hanoi.evaluation.inspection.Inspection.Role;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Who may inspect a unit: nobody with a post in it or below it, its head least of all. */
@ApplicationScoped
class TeamQueries {
    private static final String PEOPLE = """
            select o.id, exists (select from assignments a join unit_ancestors t on t.unit_id = a.unit_id
                where a.officer_id = o.id and t.ancestor_id = ? and %s and %s)
            from officers o where o.id = any (?)""".formatted(Query.held("a"), Query.held("t"));

    private final DataSource database;
    private final DirectoryClockRepository clock;

    TeamQueries(DataSource database, DirectoryClockRepository clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Refusals with pointers: inspection.head-missing, inspection.member-twice, inspection.member-unknown, inspection.conflict-of-interest for
     * who has a post in the unit or declared a conflict.
     *
     * @param before everybody who was in the team before
     */
    List<Refusal> faults(UUID unitId, List<Member> members, List<Member> before) {
        var found = new ArrayList<Refusal>();
        if (members.stream().filter(member -> member.role() == Role.HEAD).count() != 1) {
            found.add(Refusal.of(EvaluationProblem.INSPECTION_HEAD_MISSING).at("/members"));
        }
        var people = inUnit(unitId, members);
        var recused = before.stream()
                .filter(member -> !member.sits())
                .map(Member::officerId)
                .collect(Collectors.toSet());
        var seen = new HashSet<UUID>();
        for (int i = 0; i < members.size(); i++) {
            var officer = members.get(i).officerId();
            var problem = !seen.add(officer)
                    ? EvaluationProblem.INSPECTION_MEMBER_TWICE
                    : !people.containsKey(officer)
                            ? EvaluationProblem.INSPECTION_MEMBER_UNKNOWN
                            : people.getOrDefault(officer, true) || recused.contains(officer)
                                    ? EvaluationProblem.INSPECTION_CONFLICT
                                    : null;
            if (problem != null) {
                found.add(Refusal.of(problem, "officerId", officer).at("/members/" + i));
            }
        }
        return found;
    }

    private Map<UUID, Boolean> inUnit(UUID unitId, List<Member> members) {
        var found = new HashMap<UUID, Boolean>();
        var ids = members.stream().map(Member::officerId).distinct().toArray(UUID[]::new);
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(PEOPLE, List.of(unitId, ids), clock.moment(null, null)),
                    row -> found.put(row.getObject(1, UUID.class), row.getBoolean(2)));
        } catch (SQLException e) {
            throw new IllegalStateException("a team cannot be checked", e);
        }
        return found;
    }
}
