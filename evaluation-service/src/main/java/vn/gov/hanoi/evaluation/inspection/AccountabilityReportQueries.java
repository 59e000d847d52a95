package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.AccountabilityFigures;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.AccountabilityLine;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.AccountabilityReport;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.OneStopCoverage;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.QuarterFigures;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Adds up findings by unit and by who was head on the day, for who answers to the City Chairman. */
@ApplicationScoped
class AccountabilityReportQueries {
    private static final String ROWS = """
            select f.unit_id, h.officer_id, to_char(f.happened_on, 'YYYY-"Q"Q') as quarter, count(*),
                count(*) filter (where f.state = 'REMEDIED' and %1$s), count(*) filter (where f.state = 'REMEDIED' and not %1$s),
                count(*) filter (where f.closed_at is null), count(*) filter (where f.closed_at is null and f.due_on < ?),
                count(*) filter (where f.state = 'ESCALATED'), count(*) filter (where f.aggravated)
            from findings f
            left join accountability_entries h on h.finding_id = f.id and h.role = 'HEAD'
            where f.state <> 'WITHDRAWN' and f.happened_on between ? and ? and f.unit_id in (select id from units_within(?))
            group by 1, 2, 3""".formatted("""
                    ((f.closed_at at time zone 'Asia/Ho_Chi_Minh')::date <= f.due_on or exists (select from remediation_claims c
                        where c.finding_id = f.id and c.answer = 'CONFIRMED' and c.in_time))""");

    private static final String DESKS = """
            select count(*), count(*) filter (where d.good) from (
                select i.id, bool_and(a.answer = 'YES') as good from inspections i join checklist_answers a on a.inspection_id = i.id
                where i.state = 'CONCLUDED' and (i.ended_at at time zone 'Asia/Ho_Chi_Minh')::date between ? and ?
                    and i.unit_id in (select id from units_within(?)) and a.area = 'ONE_STOP' and a.answer <> 'NOT_APPLICABLE'
                group by i.id) d""";

    private static final int SCALE = 4;

    private final DataSource database;
    private final Scopes scopes;
    private final InspectionQueries names;
    private final Clock clock;

    AccountabilityReportQueries(DataSource database, Scopes scopes, InspectionQueries names, Clock clock) {
        this.database = database;
        this.scopes = scopes;
        this.names = names;
        this.clock = clock;
    }

    private record Row(UUID unitId, @Nullable UUID headId, String quarter, AccountabilityFigures figures) {}

    /** Refusals: scope.unit-unknown, resource.not-found also for a unit outside the scope. */
    @Transactional
    AccountabilityReport report(YearMonth from, YearMonth to, @Nullable UUID unitId, Caller caller) {
        var scope = scopes.of(caller);
        var unit = unitId == null ? scope.rootUnitId() : unitId;
        scopes.requireVisible(scope, unit);
        try (var connection = database.getConnection()) {
            var rows = rows(connection, from, to, unit);
            var all = new HashSet<UUID>(List.of(unit));
            rows.forEach(row -> all.add(row.unitId()));
            var units = names.units(all);
            return new AccountabilityReport(
                    Objects.requireNonNull(units.get(unit)),
                    from.toString(),
                    to.toString(),
                    lines(rows, units),
                    rows.stream().map(Row::figures).reduce(AccountabilityFigures.NONE, AccountabilityFigures::plus),
                    trend(rows),
                    desks(connection, from, to, unit));
        } catch (SQLException e) {
            throw new IllegalStateException("findings cannot be added up", e);
        }
    }

    private List<Row> rows(Connection connection, YearMonth from, YearMonth to, UUID unit) throws SQLException {
        var found = new ArrayList<Row>();
        var values = List.of(LocalDate.now(clock), from.atDay(1), to.atEndOfMonth(), unit);
        RowRepository.read(
                connection,
                new Query(ROWS, values, null),
                row -> found.add(new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        new AccountabilityFigures(
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getInt(7),
                                row.getInt(8),
                                row.getInt(9),
                                row.getInt(10)))));
        return found;
    }

    private List<AccountabilityLine> lines(List<Row> rows, Map<UUID, UnitReference> units) {
        var figures = new LinkedHashMap<List<@Nullable UUID>, AccountabilityFigures>();
        rows.forEach(row ->
                figures.merge(Arrays.asList(row.unitId(), row.headId()), row.figures(), AccountabilityFigures::plus));
        var heads = names.officers(
                rows.stream().map(Row::headId).filter(Objects::nonNull).toList());
        return figures.entrySet().stream()
                .map(each -> new AccountabilityLine(
                        Objects.requireNonNull(units.get(each.getKey().getFirst())),
                        each.getKey().getLast() == null
                                ? null
                                : heads.get(each.getKey().getLast()),
                        each.getValue()))
                .sorted(Comparator.comparing(
                                (AccountabilityLine line) -> line.unit().code())
                        .thenComparing(line -> line.unit().id())
                        .thenComparing(
                                line -> line.head() == null ? "" : line.head().officerCode()))
                .toList();
    }

    private static List<QuarterFigures> trend(List<Row> rows) {
        var quarters = new TreeMap<String, AccountabilityFigures>();
        rows.forEach(row -> quarters.merge(row.quarter(), row.figures(), AccountabilityFigures::plus));
        return quarters.entrySet().stream()
                .map(each -> new QuarterFigures(each.getKey(), each.getValue()))
                .toList();
    }

    private static OneStopCoverage desks(Connection connection, YearMonth from, YearMonth to, UUID unit)
            throws SQLException {
        var found = new ArrayList<OneStopCoverage>();
        RowRepository.read(
                connection,
                new Query(DESKS, List.of(from.atDay(1), to.atEndOfMonth(), unit), null),
                row -> found.add(coverage(row.getInt(1), row.getInt(2))));
        return found.getFirst();
    }

    private static OneStopCoverage coverage(int inspected, int covered) {
        return new OneStopCoverage(
                inspected,
                covered,
                inspected == 0
                        ? null
                        : BigDecimal.valueOf(covered)
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(inspected), SCALE, RoundingMode.HALF_UP));
    }
}
