package vn.gov.hanoi.evaluation.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.standing.StandingApi.RecomputedView;
import vn.gov.hanoi.evaluation.standing.StandingApi.StandingCounts;
import vn.gov.hanoi.evaluation.standing.StandingApi.StandingPoints;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Reads standings, which triggers of the sheets keep, and counts them again. */
@ApplicationScoped
class StandingRepository {
    private static final int MEAN_SCALE = 8;

    private static final String OF = """
            select officer_id, count_a, count_b, count_c, count_d, left_out, points_sum from annual_standings
            where officer_id = any (?) and year = ?""";

    /** Months that are told or corrected meanwhile wait, and add to what is written here. */
    private static final String LOCK = "lock table annual_standings in share row exclusive mode";

    /** All people of a year are grouped without a detour over the disk. */
    private static final String ROOM = "set local work_mem = '64MB'";

    private static final String RECOMPUTE = """
            with fresh as materialized (
                select officer_id, count(*) filter (where grade = 'A') as a, count(*) filter (where grade = 'B') as b,
                    count(*) filter (where grade = 'C') as c, count(*) filter (where grade = 'D') as d,
                    count(*) filter (where grade is null) as without, coalesce(sum(points), 0) as points
                from sheets
                where period_type = 'MONTH' and period_from between make_date(?, 1, 1) and make_date(?, 12, 31) and superseded_at is null
                    and state in ('PUBLISHED', 'LOCKED') and outcome in ('RATED', 'NOT_RATED')
                group by officer_id),
            other as materialized (
                select f.*, s.officer_id is not null as there from fresh f
                left join annual_standings s on s.officer_id = f.officer_id and s.year = ?
                where (s.count_a, s.count_b, s.count_c, s.count_d, s.left_out, s.points_sum) is distinct from (f.a, f.b, f.c, f.d, f.without, f.points)),
            added as (
                insert into annual_standings (officer_id, year, count_a, count_b, count_c, count_d, left_out, points_sum)
                select o.officer_id, ?, o.a, o.b, o.c, o.d, o.without, o.points from other o where not o.there),
            changed as (
                update annual_standings s set count_a = o.a, count_b = o.b, count_c = o.c, count_d = o.d, left_out = o.without,
                    points_sum = o.points
                from other o where o.there and s.officer_id = o.officer_id and s.year = ?),
            emptied as (
                update annual_standings s set count_a = 0, count_b = 0, count_c = 0, count_d = 0, left_out = 0, points_sum = 0
                where s.year = ? and s.count_a + s.count_b + s.count_c + s.count_d + s.left_out > 0
                    and not exists (select from fresh f where f.officer_id = s.officer_id)
                returning 1)
            select (select count(*) from fresh), (select count(*) from other) + (select count(*) from emptied)""";

    private final DataSource database;

    StandingRepository(DataSource database) {
        this.database = database;
    }

    /** @param points null without a month that has a grade */
    record Standing(StandingCounts months, @Nullable StandingPoints points) {}

    /** Of those of the officers who have told months. */
    Map<UUID, Standing> of(Collection<UUID> officers, int year) {
        var found = new HashMap<UUID, Standing>();
        read(OF, List.of(officers.toArray(UUID[]::new), year), row -> {
            var months = new StandingCounts(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6));
            found.put(row.getObject(1, UUID.class), new Standing(months, points(months, row.getBigDecimal(7))));
        });
        return found;
    }

    private static @Nullable StandingPoints points(StandingCounts months, BigDecimal sum) {
        int rated = months.a() + months.b() + months.c() + months.d();
        return rated == 0
                ? null
                : new StandingPoints(sum, sum.divide(BigDecimal.valueOf(rated), MEAN_SCALE, RoundingMode.HALF_UP));
    }

    /** Counts a year again from its months, and puts right what differs. */
    RecomputedView recompute(int year) {
        var found = new ArrayList<RecomputedView>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(LOCK);
            statement.execute(ROOM);
            RowRepository.read(
                    connection,
                    new Query(RECOMPUTE, List.of(year, year, year, year, year, year), null),
                    row -> found.add(new RecomputedView(year, row.getLong(1), row.getLong(2))));
        } catch (SQLException e) {
            throw new IllegalStateException("standings cannot be counted", e);
        }
        return found.getFirst();
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("standings cannot be read", e);
        }
    }
}
