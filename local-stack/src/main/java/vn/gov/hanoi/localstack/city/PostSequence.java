package vn.gov.hanoi.localstack.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * The endless order in which posts are filled: every unit's head, then deputies and staff by turns until all deputies are there, then staff.
 * The order does not depend on how many officers are wanted, so a small load is always the beginning of a large one.
 */
final class PostSequence implements Iterator<Post> {
    private final Queue<Post> heads = new ArrayDeque<>();
    private final Queue<Post> deputies = new ArrayDeque<>();
    private final StaffSequence staff;
    private boolean deputyIsNext = true;

    PostSequence(Staffing staffing, List<UnitRow> units, RandomGenerator random) {
        var leadersOfGroup = new ArrayList<String>();
        var round = 0;
        int found;
        do {
            found = 0;
            for (var unit : units) {
                var rule = staffing.leadersOf(unit);
                if (round <= rule.deputies()) {
                    (round == 0 ? heads : deputies).add(leader(rule, unit, round == 0));
                    leadersOfGroup.add(rule.countedIn());
                    found++;
                }
            }
            round++;
        } while (found > 0);
        this.staff = new StaffSequence(staffing, units, leadersOfGroup, random);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Post next() {
        if (!heads.isEmpty()) {
            return heads.remove();
        }
        var takeDeputy = deputyIsNext && !deputies.isEmpty();
        deputyIsNext = !deputyIsNext;
        return takeDeputy ? deputies.remove() : staff.next();
    }

    private static Post leader(Staffing.Leaders rule, UnitRow unit, boolean head) {
        var position = head ? OfficerRow.Position.HEAD : OfficerRow.Position.DEPUTY_HEAD;
        return new Post(unit, position, rule.category(), rule.title(position, unit));
    }
}
