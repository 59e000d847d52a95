package vn.gov.hanoi.selection.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contest;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.SecondRound;

/** Whoever owns the database alters one field of a score, a code, the lot or a rank: it is found, and named. */
@QuarkusTest
@WithStack
class AlterationTest {
    private static final List<String> TABLES = List.of(
            "scripts", "mark_sheets", "written_marks", "draws", "defences", "score_sheets", "merit_lists", "bulletins");

    /** Columns that carry neither a score nor a code, the draw or a rank, and what they carry. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("mark_sheets.officer_id", "who marked; the audit entry of the seal says it, too"),
            Map.entry("mark_sheets.sealed_on", "day; the audit entry of the seal has the moment"),
            Map.entry("mark_sheets.version", "number of changes"),
            Map.entry("draws.committed_at", "moment; the audit entry of the commitment has it, too"),
            Map.entry("draws.version", "number of changes"),
            Map.entry("defences.starts_at", "timetable; the order is the place"),
            Map.entry("defences.held_on", "day"),
            Map.entry("defences.reviewed", "whether the chair has looked at the spread; points stay"),
            Map.entry("defences.version", "number of changes"),
            Map.entry("defences.changed_at", "moment"),
            Map.entry("score_sheets.member_id", "who marked; the audit entry of the seal says it, too"),
            Map.entry("score_sheets.version", "number of changes"),
            Map.entry("merit_lists.version", "number of changes"),
            Map.entry("merit_lists.changed_at", "moment"),
            Map.entry("bulletins.made_at", "moment"));

    /** A column. @param key of the table */
    private record Column(String table, String name, String type, String key) {
        String path() {
            return table + "." + name;
        }

        /** What the field could be instead, as SQL: what lies next to it, and what another row says. */
        List<String> others() {
            return switch (type) {
                case "bytea" ->
                    List.of("set_byte(%1$s, length(%1$s) / 2, (get_byte(%1$s, length(%1$s) / 2) + 1) %% 256)"
                            .formatted(name));
                case "uuid" -> List.of("gen_random_uuid()", another());
                case "integer" -> List.of(name + " + 1", name + " + 2", name + " + 100");
                case "date" -> List.of(name + " + 1");
                case "timestamp with time zone" -> List.of("null");
                case "text" ->
                    switch (name) {
                        case "phase" -> List.of("'MARKING'", "'REMARKING'");
                        case "state" ->
                            List.of("'DRAFT'", "'DROPPED'", "'SUBMITTED'", "'APPROVED'", "'HELD'", "'ABSENT'");
                        default ->
                            List.of("translate(%1$s, '0123456789ABC', '1234567890BCA')".formatted(name), another());
                    };
                default -> throw new AssertionError(path() + " is of a type that nobody thought of: " + type);
            };
        }

        private String another() {
            return "(select o.%1$s from %2$s o where o.%1$s <> %2$s.%1$s limit 1)".formatted(name, table);
        }
    }

    private static List<Column> columns() {
        return Database.query(
                        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' "
                                + "and table_name = any (string_to_array(?, ',')) order by table_name, ordinal_position",
                        String.join(",", TABLES))
                .stream()
                .map(row -> new Column(
                        String.valueOf(row.get("table_name")),
                        String.valueOf(row.get("column_name")),
                        String.valueOf(row.get("data_type")),
                        "bulletins".equals(row.get("table_name")) ? "round_id" : "id"))
                .toList();
    }

    /** A contest in earnest: a third marking, a mark with a mean of three decimals, one that is superseded, three defences. */
    private static SecondRound played() {
        var contest = Contest.listed(3).held().coded().assigned();
        var second = SecondRound.of(contest);
        second.commit().then().statusCode(200);
        var boards = contest.boards();
        var far = Contest.scriptOf(contest.sheets(boards.token("MARKING", 1)).stream()
                .findFirst()
                .orElseGet(() -> contest.sheets(boards.token("MARKING", 2)).getFirst())
                .getString("id"));
        var marked = new HashSet<UUID>();
        contest.marked("MARKING", (script, _) -> marked.add(script) ? "40.00" : script.equals(far) ? "55.00" : "40.01");
        for (var officer : Objects.requireNonNull(boards.members().get("MARKING"))) {
            SecondRound.post(
                    boards.head("MARKING"),
                    Contest.SCRIPTS + "/" + far + "/actions/assign",
                    null,
                    Map.of("data", Map.of("officerId", officer)));
        }
        contest.marked("MARKING", (_, _) -> "42.50").revealed().published();
        contest.object(contest.people().getFirst()).then().statusCode(201);
        contest.timeIsOver()
                .remark(boards.head("REMARKING"), "assign", Map.of())
                .then()
                .statusCode(200);
        contest.marked("REMARKING", (_, _) -> "50.00")
                .remark(contest.cast().approver(), "publish", Map.of("decision", Rounds.decision()))
                .then()
                .statusCode(200);
        second.draw().then().statusCode(200);
        return second.scored(0, "70.25", "71", "72", "70", "70")
                .scored(1, "80", "81.50", "82", "80", "80")
                .scored(2, "40", "41", "42", "40", "40");
    }

    private static String inspector(String unit, @Nullable UUID officer) {
        var user = Tokens.user("inspector").unit(unit).roles("selection-inspector", "selection-candidate");
        return (officer == null ? user : user.officer(Cast.code(officer))).token();
    }

    private static Response compare(String token, UUID round) {
        return Api.as(token).get("/selection/v1/bulletins/" + round + "/comparison");
    }

    /** What who inspects, or who has the bulletin, is told to be wrong. */
    private static TreeSet<String> named(String inspector, UUID round) {
        var answer = compare(inspector, round);
        answer.then().statusCode(200);
        var told = Api.json(answer);
        var names = new TreeSet<String>();
        told.path("differences").forEach(each -> names.add(each.path("pointer").asText() + " differs"));
        told.path("flaws")
                .forEach(each -> names.add(
                        each.path("table").asText() + "." + each.path("field").asText()));
        assertThat(told.path("equal").asBoolean()).isEqualTo(names.isEmpty());
        var bulletin = Api.anonymous().get("/selection/v1/public/bulletins/" + round);
        if (bulletin.statusCode() == 200) {
            VerifyBulletin.wrong(bulletin.asString()).forEach(each -> names.add(each + " does not follow"));
        }
        return names;
    }

    @Test
    void shouldFindEverySingleFieldThatWasAlteredInTheTables() throws SQLException {
        // Given
        var contest = played();
        var round = contest.id();
        var unit = contest.cast().department().code();
        var inspector = inspector(unit, null);
        compare(inspector, round).then().statusCode(404);
        contest.published();

        // Then: nothing differs, and only who inspects here, and does not stand, is told so
        assertThat(named(inspector, round)).isEmpty();
        assertThat(Api.json(compare(inspector, round)).path("made").asBoolean()).isTrue();
        compare(inspector(Org.department().code(), null), round).then().statusCode(404);
        compare(inspector(unit, contest.candidates().getFirst()), round).then().statusCode(404);
        compare(inspector, UUID.randomUUID()).then().statusCode(404);

        // When: one field after the other is another
        var found = new TreeMap<String, TreeSet<String>>();
        var unfound = new ArrayList<String>();
        var columns = columns();
        try (var owner = Database.connect()) {
            owner.createStatement().execute("set session_replication_role = replica");
            for (var column : columns) {
                if (!OTHERS.containsKey(column.path()) && !column.path().equals("bulletins.contest")) {
                    alterEach(owner, column, contest, inspector, found, unfound);
                }
            }
            published(owner, round, inspector, unfound);
        }

        // Then: each is found, and everything is as it was
        assertThat(unfound).isEmpty();
        var altered = columns.stream()
                .map(Column::path)
                .filter(each -> !OTHERS.containsKey(each) && !each.equals("bulletins.contest"))
                .toList();
        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(altered);
        assertThat(columns).extracting(Column::path).containsAll(OTHERS.keySet());
        assertThat(found.get("scripts.code")).contains("written_marks.script_id", "mark_sheets.digest");
        assertThat(found.get("mark_sheets.content")).contains("mark_sheets.content");
        assertThat(found.get("mark_sheets.script_id")).contains("mark_sheets.script_id");
        assertThat(found.get("written_marks.content")).contains("written_marks.content");
        assertThat(found.get("draws.commitment")).contains("draws.commitment", "/contest/draw/commitment differs");
        // Codes are random, and so is which of the places the first and the last row have.
        assertThat(found.get("defences.place"))
                .contains("defences.place")
                .anyMatch(each -> each.matches("/contest/draw/order/\\d differs"));
        assertThat(found.get("score_sheets.content")).contains("score_sheets.content");
        assertThat(found.get("merit_lists.published_on")).contains("/contest/publishedOn differs");
        assertThat(found.get("bulletins.digest")).contains("/contestDigest does not follow", "bulletins.digest");
        assertThat(named(inspector, round)).isEmpty();
    }

    private static void alterEach(
            Connection owner,
            Column column,
            SecondRound contest,
            String inspector,
            Map<String, TreeSet<String>> found,
            List<String> unfound)
            throws SQLException {
        for (var key : rows(column, contest)) {
            for (var other : column.others()) {
                var before = value(column, key);
                var altered = alter(owner, column, key, other, found);
                if (altered != null && !same(before, value(column, altered))) {
                    var names = named(inspector, contest.id());
                    if (names.isEmpty()) {
                        unfound.add(column.path() + " = " + other);
                    }
                    found.computeIfAbsent(column.path(), _ -> new TreeSet<>()).addAll(names);
                }
                if (altered != null) {
                    restore(owner, column, altered, before);
                }
            }
        }
    }

    /** The first and the last row of the contest. */
    private static List<UUID> rows(Column column, SecondRound contest) {
        var of =
                switch (column.table()) {
                    case "scripts", "mark_sheets", "written_marks" -> "exam_id = ?";
                    case "score_sheets" -> "defence_id in (select d.id from defences d where d.round_id = ?)";
                    default -> "round_id = ?";
                };
        var keys = Database.query(
                        "select %s as key from %s where %s order by 1".formatted(column.key(), column.table(), of),
                        contest.id())
                .stream()
                .map(row -> (UUID) Objects.requireNonNull(row.get("key")))
                .toList();
        return keys.size() == 1 ? keys : List.of(keys.getFirst(), keys.getLast());
    }

    private static @Nullable Object value(Column column, UUID key) {
        return Database.query(
                        "select %s as value from %s where %s = ?"
                                .formatted(column.name(), column.table(), column.key()),
                        key)
                .getFirst()
                .get("value");
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return Objects.deepEquals(one, other);
    }

    /** The key of the row then; null if the database itself refuses it. */
    private static @Nullable UUID alter(
            Connection owner, Column column, UUID key, String other, Map<String, TreeSet<String>> found)
            throws SQLException {
        var sql = "update %1$s set %2$s = %3$s where %4$s = ? returning %4$s as key"
                .formatted(column.table(), column.name(), other, column.key());
        try (var statement = owner.prepareStatement(sql)) {
            statement.setObject(1, key);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject("key", UUID.class);
            }
        } catch (SQLException e) {
            // Checks hold for the owner, too.
            assertThat(e.getSQLState()).as(sql).startsWith("23");
            found.computeIfAbsent(column.path(), _ -> new TreeSet<>()).add("refused by the database");
            return null;
        }
    }

    private static void restore(Connection owner, Column column, UUID key, @Nullable Object before)
            throws SQLException {
        var sql = "update %s set %s = ? where %s = ?".formatted(column.table(), column.name(), column.key());
        try (var statement = owner.prepareStatement(sql)) {
            statement.setObject(1, before);
            statement.setObject(2, key);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    /** The text of the bulletin: a field of each kind, with a digest that fits again and is told to nobody. */
    private static void published(Connection owner, UUID round, String inspector, List<String> unfound)
            throws SQLException {
        var kept = Database.query("select contest, digest from bulletins where round_id = ?", round)
                .getFirst();
        var leaves = new LinkedHashMap<String, String>();
        leaves(
                vn.gov.hanoi.selection.proof.CanonicalJson.read(
                        String.valueOf(kept.get("contest")), new com.fasterxml.jackson.core.type.TypeReference<>() {}),
                "",
                leaves);
        assertThat(leaves).hasSizeGreaterThan(40);
        for (var leaf : leaves.values()) {
            try (var statement = owner.prepareStatement(
                    "update bulletins set contest = jsonb_set(contest::jsonb, string_to_array(?, '/'), '\"7\"')::text where round_id = ?")) {
                statement.setString(1, leaf.substring(1));
                statement.setObject(2, round);
                statement.executeUpdate();
            }
            var differences = new ArrayList<String>();
            Api.json(compare(inspector, round))
                    .path("differences")
                    .forEach(each -> differences.add(each.path("pointer").asText()));
            if (!differences.equals(List.of("/contest" + leaf))) {
                unfound.add(leaf + " " + differences);
            }
            try (var statement = owner.prepareStatement("update bulletins set contest = ? where round_id = ?")) {
                statement.setObject(1, kept.get("contest"));
                statement.setObject(2, round);
                statement.executeUpdate();
            }
        }
    }

    /** The last leaf of each kind. */
    private static void leaves(JsonNode node, String path, Map<String, String> found) {
        if (node.isObject()) {
            node.properties().forEach(each -> leaves(each.getValue(), path + "/" + each.getKey(), found));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(node.get(i), path + "/" + i, found);
            }
        } else {
            found.put(path.replaceAll("/[0-9]+", "/*"), path);
        }
    }
}
