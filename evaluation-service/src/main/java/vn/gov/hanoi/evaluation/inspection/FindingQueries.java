package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Finding.State;
import vn.gov.hanoi.evaluation.inspection.FindingApi.EntryView;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingFilter;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingSummary;
import vn.gov.hanoi.evaluation.inspection.FindingApi.Taken;
import vn.gov.hanoi.evaluation.inspection.OfficerAccountabilityApi.OfficerEntryView;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lists of findings, and what became of them on sheets. */
@ApplicationScoped
class FindingQueries {
    private static final String OVERDUE = "(f.closed_at is null and f.due_on < ?)";

    /** Entries and what the sheet of the month made of them. */
    private static final String TAKEN = """
            select e.id, e.officer_id, e.role, e.acting, to_char(e.month, 'YYYY-MM'), e.points, s.id,
                case when s.digest is null then 'OPEN' when c.charge is null then 'NOT_TAKEN'
                    when c.charge ->> 'waived' is null then 'TAKEN' else 'WAIVED' end,
                e.withdrawn_at is not null, f.id, f.type, f.unit_id, f.happened_on, f.state
            from accountability_entries e join findings f on f.id = e.finding_id
            left join sheets s on s.officer_id = e.officer_id and s.period_type = 'MONTH' and s.period_from = e.month
                and s.superseded_at is null
            left join lateral (select d -> 'charge' as charge from jsonb_array_elements(s.extras -> 'deductions') d
                where d -> 'charge' ->> 'entry' = e.id::text) c on true
            where\s""";

    /** The ones of persons of whom the viewer may not know are left out. */
    private static final String ENTRIES = TAKEN + "e.finding_id = ? and (? or e.officer_id = ?) order by e.role, e.id";

    private static final String OF_OFFICER =
            TAKEN + "%s order by e.month desc, e.id limit " + OfficerAccountabilityApi.MOST_ENTRIES;

    private final DataSource database;
    private final FindingRepository findings;
    private final ViewerQueries viewers;
    private final InspectionQueries names;
    private final PageQueries pages;
    private final Clock clock;

    FindingQueries(
            DataSource database,
            FindingRepository findings,
            ViewerQueries viewers,
            InspectionQueries names,
            PageQueries pages,
            Clock clock) {
        this.database = database;
        this.findings = findings;
        this.viewers = viewers;
        this.names = names;
        this.pages = pages;
        this.clock = clock;
    }

    /** The latest event first. Refusals: scope.unit-unknown, query.invalid-parameter, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<FindingSummary> list(FindingFilter filter, ListParams params, Caller caller) {
        InspectionQueries.unsorted(params, "happenedOn, descending, only");
        filter.state().forEach(each -> Params.oneOf(State.class, "state", each));
        var viewer = viewers.of(caller);
        var conditions = viewer.findings()
                .anyOf("f.type", "type", filter.type())
                .anyOf("f.state", "state", filter.state())
                .units("f.unit_id %s", filter.unitId(), filter.unitScope());
        var inspection = Params.uuid("inspectionId", filter.inspectionId());
        if (inspection != null) {
            conditions.add("f.inspection_id = ?", inspection);
        }
        if (filter.overdue() != null) {
            conditions.add(Params.flag("overdue", filter.overdue()) ? OVERDUE : "not " + OVERDUE, LocalDate.now(clock));
        }
        var place = pages.place(List.of("findings", filter, viewer.binding()), params, caller);
        var counted =
                params.page().count() ? pages.count("select 1 from findings f", conditions, place.moment()) : null;
        place.after()
                .ifPresent(after ->
                        conditions.add("(f.happened_on, f.id) < (?, ?)", LocalDate.parse(after.key()), after.id()));
        var rows = findings.rows(
                "%s order by f.happened_on desc, f.id desc limit %d"
                        .formatted(conditions.sql(), params.page().limit() + 1),
                conditions.values(),
                place.moment());
        var page = pages.page(
                rows, params.page(), place, row -> pages.keys(row.happenedOn().toString(), row.id()));
        var units = names.units(page.items().stream().map(Finding::unitId).toList());
        return PageQueries.map(
                PageQueries.counted(page, counted),
                row -> summary(row, Objects.requireNonNull(units.get(row.unitId()))));
    }

    FindingSummary summary(Finding row) {
        return summary(
                row, Objects.requireNonNull(names.units(List.of(row.unitId())).get(row.unitId())));
    }

    private FindingSummary summary(Finding row, UnitReference unit) {
        return new FindingSummary(
                row.id(),
                Etags.of(row.rowVersion()),
                row.inspectionId(),
                row.type(),
                unit,
                row.happenedOn(),
                row.severity(),
                row.state(),
                row.dueOn(),
                !row.state().isClosed() && LocalDate.now(clock).isAfter(row.dueOn()),
                row.aggravated());
    }

    /** All of them for who has to do with the finding, else the own one. */
    List<EntryView> entries(Finding finding, Caller caller) {
        var viewer = viewers.of(caller);
        boolean all = viewer.reads() || viewer.answersFor().contains(finding.unitId());
        var people = new LinkedHashMap<UUID, UUID>();
        var rows = new ArrayList<EntryRow>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection, new Query(ENTRIES, List.of(finding.id(), all, viewer.officerId()), null), row -> {
                        var each = row(row);
                        rows.add(each);
                        people.put(each.officerId(), each.id());
                    });
        } catch (SQLException e) {
            throw new IllegalStateException("entries of accountability cannot be read", e);
        }
        var officers = names.officers(people.keySet());
        return rows.stream()
                .map(row -> row.view(Objects.requireNonNull(officers.get(row.officerId()))))
                .toList();
    }

    /** What an officer answers for, of the findings that the caller may know of; the latest month first. Refusal: scope.unit-unknown. */
    @Transactional
    List<OfficerEntryView> ofOfficer(UUID officerId, Caller caller) {
        var viewer = viewers.of(caller);
        var conditions = viewer.findings()
                .add("e.officer_id = ?", officerId)
                .add(
                        "(? or f.unit_id = any (?) or e.officer_id = ?)",
                        viewer.reads(),
                        viewer.answersFor().toArray(UUID[]::new),
                        viewer.officerId());
        var rows = new ArrayList<FoundEntry>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(OF_OFFICER.formatted(conditions.sql()), conditions.values(), null),
                    row -> rows.add(new FoundEntry(
                            row(row),
                            row.getObject(10, UUID.class),
                            row.getString(11),
                            row.getObject(12, UUID.class),
                            row.getObject(13, LocalDate.class),
                            State.valueOf(row.getString(14)))));
        } catch (SQLException e) {
            throw new IllegalStateException("entries of accountability cannot be read", e);
        }
        var units = names.units(rows.stream().map(FoundEntry::unitId).toList());
        return rows.stream()
                .map(found -> found.view(Objects.requireNonNull(units.get(found.unitId()))))
                .toList();
    }

    private record FoundEntry(
            EntryRow entry, UUID findingId, String type, UUID unitId, LocalDate happenedOn, State state) {
        OfficerEntryView view(UnitReference unit) {
            return new OfficerEntryView(
                    entry.id(),
                    findingId,
                    type,
                    unit,
                    happenedOn,
                    state,
                    entry.role(),
                    entry.acting(),
                    entry.month(),
                    entry.points(),
                    entry.sheet(),
                    entry.taken(),
                    entry.withdrawn());
        }
    }

    private record EntryRow(
            UUID id,
            UUID officerId,
            Accountability.Role role,
            boolean acting,
            String month,
            BigDecimal points,
            @Nullable UUID sheet,
            Taken taken,
            boolean withdrawn) {
        EntryView view(OfficerReference officer) {
            return new EntryView(id, officer, role, acting, month, points, sheet, taken, withdrawn);
        }
    }

    private static EntryRow row(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Accountability.Role.valueOf(row.getString(3)),
                row.getBoolean(4),
                row.getString(5),
                row.getBigDecimal(6),
                row.getObject(7, UUID.class),
                Taken.valueOf(row.getString(8)),
                row.getBoolean(9));
    }
}
