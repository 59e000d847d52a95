package vn.gov.hanoi.evaluation.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class ManyMovesTest {
    private static final int MANY = 50;
    private static final long SEED = 20_250_701;
    /** The closure told by recursion over the states, against the closure that is kept. */
    private static final String DIFFERENCES = """
            with recursive up as (
                select unit_id, unit_id as ancestor_id, 0 as depth, valid_from, valid_to from unit_states where superseded_at is null
                union all
                select up.unit_id, s.parent_id, up.depth + 1, greatest(up.valid_from, s.valid_from), least(up.valid_to, s.valid_to)
                from up join unit_states s on s.unit_id = up.ancestor_id and s.superseded_at is null and s.parent_id is not null
                    and daterange(s.valid_from, s.valid_to) && daterange(up.valid_from, up.valid_to)
                where up.depth < 30),
            told as (select unit_id, ancestor_id, depth, unnest(range_agg(daterange(valid_from, valid_to))) as days from up group by 1, 2, 3),
            kept as (select unit_id, ancestor_id, depth, daterange(valid_from, valid_to) as days from unit_ancestors where superseded_at is null)
            select count(*) from ((table told except table kept) union all (table kept except table told)) d""";

    @Test
    void shouldLeaveAValidTreeAfterFiftyMovesAtOnceSomeOfWhichWouldMakeACycle() throws Exception {
        // Given
        var department = Units.department();
        var units = IntStream.range(0, 8)
                .mapToObj(_ -> Units.unit("DIVISION", department))
                .toList();
        var editor = Units.editor(department);
        var approver = Plans.approver(department);
        var random = new Random(SEED);
        var day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var plans = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            int moved = random.nextInt(units.size());
            int below = (moved + 1 + random.nextInt(units.size() - 1)) % units.size();
            plans.add(Plans.on(day)
                    .alter(
                            units.get(moved).id(),
                            "parentId",
                            units.get(below).id().toString())
                    .drafted(editor)
                    .getString("id"));
        }

        // When
        var states = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            List<Callable<String>> calls = plans.stream()
                    .map(id -> (Callable<String>)
                            () -> Plans.done(approver, id, "apply", null).getString("state"))
                    .toList();
            for (var ended : threads.invokeAll(calls)) {
                states.add(ended.get());
            }
        }

        // Then
        assertThat(states).containsOnly("SUCCEEDED", "FAILED").contains("SUCCEEDED");
        assertThat(Database.count(DIFFERENCES)).isZero();
        assertThat(Database.count("""
                        select count(*) from unit_states s where s.superseded_at is null and not exists (select 1 from unit_ancestors a
                            join units c on c.id = a.ancestor_id and c.root where a.unit_id = s.unit_id and a.superseded_at is null
                            and daterange(a.valid_from, a.valid_to) @> daterange(s.valid_from, s.valid_to))""")).isZero();
    }
}
