package vn.gov.hanoi.selection.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.SecondRound;

/** Whatever the service does to its tables, in whatever order: what was sealed stays, and another mark is another record. */
@QuarkusTest
@WithStack
class SealedScoreTest {
    private static final int ACTS = 10_000;

    /** What somebody may try on a row, by table. */
    private static final Map<String, List<String>> ACTS_BY_TABLE = Map.of(
            "mark_sheets",
            List.of(
                    "update mark_sheets set content = '\\x77' where id = ?",
                    "update mark_sheets set state = 'SEALED', digest = repeat('7', 64), sealed_on = current_date, content = '\\x01' where id = ?",
                    "update mark_sheets set state = 'DROPPED', digest = null, sealed_on = null where id = ?",
                    "update mark_sheets set state = 'DRAFT', digest = null, sealed_on = null where id = ?",
                    "update mark_sheets set digest = repeat('8', 64) where id = ?",
                    "update mark_sheets set script_id = (select max(script_id::text)::uuid from mark_sheets) where id = ?",
                    "update mark_sheets set officer_id = uuidv7(), version = version + 1 where id = ?",
                    "delete from mark_sheets where id = ?"),
            "score_sheets",
            List.of(
                    "update score_sheets set content = '\\x77' where id = ?",
                    "update score_sheets set state = 'SEALED', commitment = repeat('7', 64), content = '\\x01' where id = ?",
                    "update score_sheets set state = 'ABSENT', commitment = null where id = ?",
                    "update score_sheets set state = 'DRAFT', commitment = null where id = ?",
                    "update score_sheets set commitment = repeat('8', 64) where id = ?",
                    "update score_sheets set member_id = uuidv7() where id = ?",
                    "delete from score_sheets where id = ?"),
            "written_marks",
            List.of(
                    "update written_marks set content = '\\x77' where id = ?",
                    "update written_marks set phase = 'REMARKING' where id = ?",
                    "delete from written_marks where id = ?"));

    private static final List<String> TABLES = List.of("mark_sheets", "score_sheets", "written_marks");

    /** The rows by table, and those of them that are sealed as they were when they became so. */
    private record World(UUID round, UUID defence, Map<String, List<UUID>> rows, Map<UUID, String> sealed) {
        void add(String table, UUID id) {
            rows.computeIfAbsent(table, _ -> new ArrayList<>()).add(id);
        }
    }

    private static World world() {
        var contest = SecondRound.listed(Cast.assemble(), 2).held().marked("60.00", "70.00");
        var defence = UUID.randomUUID();
        Database.execute(
                "insert into defences (id, round_id, vacancy_id, application_id, place, starts_at, state, held_on, reviewed, content, version, changed_at) "
                        + "values (?, ?, ?, ?, 1, now(), 'HELD', current_date, false, '\\x00', 0, now())",
                defence,
                contest.id(),
                contest.vacancies().getFirst(),
                contest.applications().getFirst());
        var world = new World(contest.id(), defence, new HashMap<>(), new HashMap<>());
        Database.query("select id from written_marks where exam_id = ?", contest.id())
                .forEach(row -> world.add("written_marks", (UUID) java.util.Objects.requireNonNull(row.get("id"))));
        return world;
    }

    /** A new row of a table: a sheet that is handed out, or a script with its mark. */
    private static void enter(Connection service, World world, String table) throws SQLException {
        var id = UUID.randomUUID();
        switch (table) {
            case "mark_sheets" ->
                run(
                        service,
                        "insert into mark_sheets (id, exam_id, script_id, phase, turn, officer_id, code, state, version) "
                                + "select ?, exam_id, id, 'MARKING', 1, uuidv7(), ?, 'DRAFT', 0 from scripts s where exam_id = ? "
                                + "and not exists (select from mark_sheets m where m.script_id = s.id and m.state <> 'DROPPED') limit 1",
                        id,
                        id.toString(),
                        world.round());
            case "score_sheets" ->
                run(
                        service,
                        "insert into score_sheets (id, defence_id, member_id, state, content, version) values (?, ?, ?, 'DRAFT', '\\x00', 0)",
                        id,
                        world.defence(),
                        UUID.randomUUID());
            default -> {
                run(
                        service,
                        "insert into scripts (id, exam_id, code, owner, content) values (?, ?, ?, '\\x00', '\\x00')",
                        id,
                        world.round(),
                        id.toString());
                run(
                        service,
                        "insert into written_marks (id, exam_id, script_id, phase, content) values (?, ?, ?, 'MARKING', '\\x00')",
                        id,
                        world.round(),
                        id);
            }
        }
        world.add(table, id);
    }

    private static int run(Connection service, String sql, Object... args) throws SQLException {
        try (var statement = service.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            // A constraint, a trigger or a right: nothing else may stop it.
            assertThat(e.getSQLState()).as(sql).matches("23.*|42501");
            return 0;
        }
    }

    /** All rows that count, as texts; a sheet that is no draft any more, and every mark. */
    private static Map<UUID, String> now(World world) {
        var found = new HashMap<UUID, String>();
        Database.query(
                        "select id, m::text as said from mark_sheets m where exam_id = ? and state = 'SEALED' "
                                + "union all select id, s::text from score_sheets s where defence_id = ? and state = 'SEALED' "
                                + "union all select id, w::text from written_marks w where exam_id = ?",
                        world.round(),
                        world.defence(),
                        world.round())
                .forEach(row -> found.put(
                        (UUID) java.util.Objects.requireNonNull(row.get("id")), String.valueOf(row.get("said"))));
        return found;
    }

    /** The mark that counts of each script, by the rule that the later marking supersedes. */
    private static Map<Object, Object> counting(World world) {
        var found = new HashMap<Object, Object>();
        Database.query(
                        "select script_id, string_agg(phase, ' ' order by phase) as said from written_marks where exam_id = ? group by script_id",
                        world.round())
                .forEach(row -> found.put(
                        java.util.Objects.requireNonNull(row.get("script_id")), String.valueOf(row.get("said"))));
        return found;
    }

    @Test
    void shouldNeverChangeASealedScoreWithoutARecordThatSupersedesIt() throws SQLException {
        // Given
        var world = world();
        long seed = System.nanoTime();
        var random = new Random(seed);
        int superseding = 0;

        // When: ten thousand acts at random, as the service could do them
        try (var service = Database.connectAs("selection_app")) {
            for (var table : TABLES) {
                enter(service, world, table);
            }
            world.sealed().putAll(now(world));
            for (int act = 1; act <= ACTS; act++) {
                var table = TABLES.get(random.nextInt(TABLES.size()));
                var rows = java.util.Objects.requireNonNull(world.rows().get(table));
                if (random.nextInt(25) == 0) {
                    enter(service, world, table);
                } else if (random.nextInt(100) == 0) {
                    superseding += run(
                            service,
                            "insert into written_marks (id, exam_id, script_id, phase, content) "
                                    + "select gen_random_uuid(), exam_id, id, 'REMARKING', '\\x02' from scripts where exam_id = ? order by random() limit 1",
                            world.round());
                } else {
                    var acts = java.util.Objects.requireNonNull(ACTS_BY_TABLE.get(table));
                    run(service, acts.get(random.nextInt(acts.size())), rows.get(random.nextInt(rows.size())));
                }
                if (act % 20 == 0) {
                    var now = now(world);

                    // Then: whatever was sealed before says the same
                    assertThat(now).as("seed %d, act %d", seed, act).containsAllEntriesOf(world.sealed());
                    world.sealed().putAll(now);
                }
            }
        }

        // Then: many were sealed, and each script with another mark has a record of both
        assertThat(world.sealed()).hasSizeGreaterThan(100);
        assertThat(superseding).isPositive();
        assertThat(counting(world).values().stream()
                        .map(String::valueOf)
                        .filter(each -> each.contains("REMARKING"))
                        .toList())
                .hasSize(superseding)
                .containsOnly("MARKING REMARKING");
        assertThat(IntStream.range(0, TABLES.size()).mapToObj(i -> java.util.Objects.requireNonNull(
                                world.rows().get(TABLES.get(i)))
                        .size()))
                .allMatch(each -> each > 10);
    }
}
