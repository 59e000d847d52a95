package vn.gov.hanoi.evaluation.authority;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.HeadApi.HeadView;
import vn.gov.hanoi.evaluation.authority.HeadApi.HeadsView;
import vn.gov.hanoi.evaluation.authority.HeadApi.TenureView;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Span;
import vn.gov.hanoi.evaluation.timeline.Timeline;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.Unit;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads who was head of a unit when. Who led a unit belongs to the unit: names of former heads stay readable there. */
@ApplicationScoped
class HeadQueries {
    private static final String HEADS = """
            select a.id, a.officer_id, o.officer_code, s.full_name, a.kind = 'ACTING', a.title, a.decision_number, a.valid_from, a.valid_to,
                exists (select 1 from officer_absences b where b.officer_id = a.officer_id and %s)
            from assignments a
            join officers o on o.id = a.officer_id
            join officer_states s on s.officer_id = a.officer_id and %s
            where a.unit_id = ? and a.position = 'HEAD' and %s
            order by a.valid_from""".formatted(held("b"), known("s"), known("a"));

    private final DataSource database;
    private final Scopes scopes;
    private final UnitRepository units;
    private final DirectoryClockRepository clock;

    HeadQueries(DataSource database, Scopes scopes, UnitRepository units, DirectoryClockRepository clock) {
        this.database = database;
        this.scopes = scopes;
        this.units = units;
        this.clock = clock;
    }

    /** @param absent whether the officer is away on the day of the read */
    private record Row(HeadView view, boolean absent) {
        Validity validity() {
            return new Validity(view.validFrom(), view.validTo());
        }
    }

    /**
     * The heads of a unit. Refusals: resource.not-found for an unknown id, one not recorded at the moment, and a unit outside the
     * scope; scope.unit-unknown, query.invalid-parameter.
     */
    @Transactional
    HeadsView get(UUID unitId, @Nullable LocalDate asOf, @Nullable Instant knownAt, Caller caller) {
        scopes.requireVisible(scopes.of(caller), unitId);
        var moment = clock.moment(asOf, knownAt);
        var unit = units.load(List.of(unitId), moment).get(unitId);
        if (unit == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var day = moment.asOf();
        var rows = rows(unitId, moment);
        var head = rows.stream()
                .filter(row -> unit.at(day).isPresent() && row.validity().contains(day))
                .findFirst();
        var reference = new UnitReference(
                unitId, unit.code(day), unit.states().nearest(day).orElseThrow().name());
        return new HeadsView(
                reference,
                head.map(Row::view).orElse(null),
                head.map(Row::absent).orElse(false),
                history(unit, rows),
                PageQueries.time(moment));
    }

    /** Heads, and between them the days on which the unit was in force without one. */
    private static List<TenureView> history(Unit unit, List<Row> rows) {
        Timeline<?> vacant = unit.states();
        for (var row : rows) {
            vacant = vacant.clear(row.validity());
        }
        var days = new Timeline<>(vacant.spans().stream()
                .map(span -> new Span<>(span.validity(), Boolean.TRUE))
                .toList());
        return Stream.concat(
                        rows.stream().map(row -> tenure(row.view(), row.validity())),
                        days.spans().stream().map(span -> tenure(null, span.validity())))
                .sorted(Comparator.comparing(TenureView::validFrom))
                .toList();
    }

    private static TenureView tenure(@Nullable HeadView head, Validity validity) {
        return new TenureView(head, validity.from(), validity.to());
    }

    private List<Row> rows(UUID unitId, Moment moment) {
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = new Query(HEADS, List.of(unitId), moment).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(view(rows), rows.getBoolean(10)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("heads cannot be read", e);
        }
        return found;
    }

    private static HeadView view(ResultSet row) throws SQLException {
        return new HeadView(
                row.getObject(1, UUID.class),
                new OfficerReference(row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }
}
