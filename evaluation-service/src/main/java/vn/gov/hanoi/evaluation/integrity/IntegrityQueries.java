package vn.gov.hanoi.evaluation.integrity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.integrity.IntegrityApi.CheckView;
import vn.gov.hanoi.evaluation.integrity.IntegrityApi.IntegrityView;
import vn.gov.hanoi.evaluation.integrity.IntegrityApi.State;
import vn.gov.hanoi.evaluation.integrity.IntegrityApi.Title;

/** Runs the checks one after the other, each in a transaction of its own with a limit, so that none holds up the directory. */
@ApplicationScoped
class IntegrityQueries {
    private static final int LIMIT_SECONDS = 10;
    private static final int EXAMPLES = 20;
    private static final String CANCELLED = "57014";
    private static final String COUNTED = """
            select count(*), (array_agg(id order by id))[1:%d] from (select distinct id from (%s) as each (id)) broken""";

    private final DataSource database;
    private final Clock clock;

    IntegrityQueries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    IntegrityView all() {
        var checks = Stream.of(Check.values()).map(this::run).toList();
        var worst = checks.stream()
                .map(CheckView::state)
                .max(Comparator.naturalOrder())
                .orElse(State.OK);
        return new IntegrityView(worst, LIMIT_SECONDS, checks);
    }

    private CheckView run(Check check) {
        var begin = clock.instant();
        var found = QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS + 2).call(() -> find(check));
        return new CheckView(
                check.id(),
                new Title(check.vi(), check.en()),
                found.state(),
                found.count(),
                found.ids(),
                Duration.between(begin, clock.instant()).toMillis());
    }

    /** @param ids of records that break the rule, at most {@link #EXAMPLES} */
    record Found(State state, long count, List<UUID> ids) {}

    private Found find(Check check) {
        try (var connection = database.getConnection()) {
            return find(connection, check, LocalDate.now(clock), EXAMPLES);
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                return new Found(State.UNFINISHED, 0, List.of());
            }
            throw new IllegalStateException("directory cannot be checked", e);
        }
    }

    static Found find(Connection connection, Check check, LocalDate today, int examples) throws SQLException {
        var sql = COUNTED.formatted(examples, sql(check).replace(":today", "date '" + today + "'"));
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(LIMIT_SECONDS);
            try (var row = statement.executeQuery()) {
                row.next();
                long count = row.getLong(1);
                var ids = count == 0
                        ? List.<UUID>of()
                        : List.of((UUID[]) row.getArray(2).getArray());
                return new Found(state(check, count), count, ids);
            }
        }
    }

    private static State state(Check check, long count) {
        if (count == 0) {
            return State.OK;
        }
        return check.isWarning() ? State.WARNING : State.BROKEN;
    }

    private static String sql(Check check) {
        return switch (check) {
            case UNIT_STATES_OVERLAP -> UnitCheckQueries.STATES_OVERLAP;
            case UNIT_CODE_SHARED -> UnitCheckQueries.CODE_SHARED;
            case UNIT_CYCLE -> UnitCheckQueries.CYCLE;
            case UNIT_LOST -> UnitCheckQueries.LOST;
            case UNIT_CLOSURE -> UnitCheckQueries.CLOSURE;
            case UNIT_LIFE -> UnitCheckQueries.LIFE;
            case UNIT_WITHOUT_HEAD -> UnitCheckQueries.WITHOUT_HEAD;
            case HEADS_OVERLAP -> OfficerCheckQueries.HEADS_OVERLAP;
            case MAIN_POSTS_OVERLAP -> OfficerCheckQueries.MAIN_OVERLAP;
            case MAIN_POST_MISSING -> OfficerCheckQueries.MAIN_MISSING;
            case POST_OUTSIDE_UNIT -> OfficerCheckQueries.OUTSIDE_UNIT;
            case OFFICER_LIFE -> OfficerCheckQueries.LIFE;
            case OFFICER_LISTED -> OfficerCheckQueries.LISTED;
            case RECORDED_ORDER -> OfficerCheckQueries.RECORDED_ORDER;
            case RECORDED_VERSIONS -> OfficerCheckQueries.RECORDED_VERSIONS;
        };
    }
}
