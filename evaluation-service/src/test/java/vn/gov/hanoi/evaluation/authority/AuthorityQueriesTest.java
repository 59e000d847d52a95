package vn.gov.hanoi.evaluation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.kernel.testing.WithStack;

/**
 * The statements agree with the rules read out day by day: random histories, corrected as a whole twice, asked as known after each
 * recording, for everybody, every unit and every day. Each is written in a transaction that is rolled back.
 */
@QuarkusTest
@WithStack
class AuthorityQueriesTest {
    private static final int HISTORIES = 50;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final String WITHIN = """
            select r.id, d.day, w.id from unnest(?) r (id)
            cross join (select :day::date + generate_series(0, ?) as day) d
            cross join lateral units_within(r.id, d.day, :known) w""";

    @Inject
    AuthorityQueries queries;

    @Inject
    FactQueries facts;

    @Inject
    UnitRepository units;

    @Inject
    DataSource database;

    @Test
    void shouldAgreeWithTheRulesReadOutOnEveryDayAsKnownAtEveryMoment() {
        // Given
        var city = Units.city().id();

        // Then
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var random = new Random(seed);
            var known = versions(random);
            QuarkusTransaction.begin();
            try {
                new RecordedHistory(database, units, city).record(known, BEGIN);
                for (int version = 0; version < known.size(); version++) {
                    compare(known.get(version), BEGIN.plusSeconds(version), "seed " + seed + " version " + version);
                    ask(known.get(version), BEGIN.plusSeconds(version), random, "seed " + seed);
                }
            } finally {
                QuarkusTransaction.rollback();
            }
        }
    }

    /** What was thought to be the history, three times. */
    private static List<History> versions(Random random) {
        var versions = new ArrayList<History>();
        versions.add(History.random(random));
        while (versions.size() < 3) {
            versions.add(History.random(
                    random, versions.getFirst().units(), versions.getFirst().officers()));
        }
        return versions;
    }

    private void compare(History history, Instant known, String as) {
        assertThat(within(history, known)).as(as).isEqualTo(expectedWithin(history));
        for (var day : History.days()) {
            var authority = new Authority(facts.of(history.officers(), history.units(), new Moment(day, known)));
            var expected = new ArrayList<String>();
            var found = new ArrayList<String>();
            for (var unit : history.units()) {
                expected.add("head " + unit + Oracle.headOf(history, unit, day));
                found.add("head " + unit
                        + authority.headOf(unit).map(Headship::officerId).orElse(null));
            }
            for (var a : history.officers()) {
                for (var b : history.officers()) {
                    expected.add(a + " above " + b + Oracle.isAbove(history, a, b, day));
                    found.add(a + " above " + b + authority.isAbove(a, b));
                }
                for (var unit : history.units()) {
                    expected.add(a + " for " + unit + Oracle.mayAct(history, a, unit, "SCORE", day, null));
                    found.add(a + " for " + unit
                            + authority.mayActFor(a, unit, "SCORE").allowed());
                }
            }
            assertThat(found).as(as + " on " + day).isEqualTo(expected);
        }
    }

    /** The questions one by one, as other rooms ask them. */
    private void ask(History history, Instant known, Random random, String as) {
        var day = History.day(random.nextInt(History.DAYS));
        var moment = new Moment(day, known);
        var a = history.officers().get(random.nextInt(history.officers().size()));
        var b = history.officers().get(random.nextInt(history.officers().size()));
        var unit = history.units().get(random.nextInt(history.units().size()));
        var action = History.ACTIONS.get(random.nextInt(History.ACTIONS.size()));
        var place = Oracle.mainUnit(history, b, day);
        boolean mayActOn = place != null && Oracle.mayAct(history, a, place, action, day, b);
        var mine = new HashSet<UUID>();
        for (var each : history.units()) {
            if (Oracle.mayAct(history, a, each, action, day, null)) {
                mine.add(each);
            }
        }
        assertThat(queries.headOf(unit, moment).map(Headship::officerId).orElse(null))
                .as(as)
                .isEqualTo(Oracle.headOf(history, unit, day));
        assertThat(queries.isAbove(a, b, moment)).as(as).isEqualTo(Oracle.isAbove(history, a, b, day));
        assertThat(queries.mayActFor(a, unit, action, moment).allowed()).as(as).isEqualTo(mine.contains(unit));
        assertThat(queries.mayActOn(a, b, null, action, moment).allowed())
                .as(as)
                .isEqualTo(mayActOn);
        assertThat(queries.unitsOf(a, action, moment).keySet()).as(as).isEqualTo(mine);
    }

    private static Map<String, Set<UUID>> expectedWithin(History history) {
        var within = new HashMap<String, Set<UUID>>();
        for (var day : History.days()) {
            for (var root : history.units()) {
                within.put(root + " " + day, Oracle.within(history, root, day));
            }
        }
        within.values().removeIf(Set::isEmpty);
        return within;
    }

    private Map<String, Set<UUID>> within(History history, Instant known) {
        var within = new HashMap<String, Set<UUID>>();
        var roots = history.units().toArray(UUID[]::new);
        var query = new Query(WITHIN, List.of(roots, History.DAYS - 1), new Moment(History.FIRST, known));
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var day = Objects.requireNonNull(rows.getObject(2, LocalDate.class));
                within.computeIfAbsent(rows.getObject(1, UUID.class) + " " + day, _ -> new HashSet<>())
                        .add(rows.getObject(3, UUID.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return within;
    }
}
