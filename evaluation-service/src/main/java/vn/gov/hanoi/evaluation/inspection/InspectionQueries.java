package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.inspection.Inspection.Kind;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionFilter;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.InspectionSummary;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;

/** Lists of inspections, and the names that go with them. */
@ApplicationScoped
class InspectionQueries {
    private static final String NAMES = """
            select o.id, o.officer_code, n.full_name from officers o
            join officer_states n on n.officer_id = o.id and n.superseded_at is null where o.id = any (?)""";

    private final DataSource database;
    private final InspectionRepository inspections;
    private final ViewerQueries viewers;
    private final UnitLookupQueries units;
    private final PageQueries pages;
    private final DirectoryClockRepository clock;

    InspectionQueries(
            DataSource database,
            InspectionRepository inspections,
            ViewerQueries viewers,
            UnitLookupQueries units,
            PageQueries pages,
            DirectoryClockRepository clock) {
        this.database = database;
        this.inspections = inspections;
        this.viewers = viewers;
        this.units = units;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * The last window first; neither order nor place tells when one was made. Refusals: scope.unit-unknown, query.invalid-parameter,
     * page.cursor-invalid, page.cursor-expired.
     */
    @Transactional
    Page<InspectionSummary> list(InspectionFilter filter, ListParams params, Caller caller) {
        unsorted(params, "windowFrom, descending, only");
        filter.kind().forEach(each -> Params.oneOf(Kind.class, "kind", each));
        filter.state().forEach(each -> Params.oneOf(State.class, "state", each));
        var viewer = viewers.of(caller);
        var conditions = viewer.inspections()
                .anyOf("i.kind", "kind", filter.kind())
                .anyOf("i.state", "state", filter.state())
                .units("i.unit_id %s", filter.unitId(), filter.unitScope());
        var place = pages.place(List.of("inspections", filter, viewer.binding()), params, caller);
        var counted =
                params.page().count() ? pages.count("select 1 from inspections i", conditions, place.moment()) : null;
        place.after()
                .ifPresent(after ->
                        conditions.add("(i.window_from, i.id) < (?, ?)", LocalDate.parse(after.key()), after.id()));
        var sql = "%s order by i.window_from desc, i.id desc limit %d"
                .formatted(conditions.sql(), params.page().limit() + 1);
        var rows = inspections.rows(sql, conditions.values(), place.moment());
        var page = pages.page(
                rows,
                params.page(),
                place,
                row -> pages.keys(row.window().from().toString(), row.id()));
        var names = units(page.items().stream().map(Inspection::unitId).toList());
        return PageQueries.map(PageQueries.counted(page, counted), row -> summary(row, names));
    }

    static void unsorted(ListParams params, String order) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", order);
        }
    }

    static InspectionSummary summary(Inspection row, Map<UUID, UnitReference> names) {
        var ended = row.ended();
        return new InspectionSummary(
                row.id(),
                Etags.of(row.rowVersion()),
                row.kind(),
                Objects.requireNonNull(names.get(row.unitId())),
                row.state(),
                row.window().from(),
                row.window().to(),
                row.startedAt(),
                ended == null ? null : ended.at());
    }

    /** Units as they are named today. */
    Map<UUID, UnitReference> units(Collection<UUID> ids) {
        return units.references(ids, clock.moment(null, null));
    }

    /** Officers as they are named today. */
    Map<UUID, OfficerReference> officers(Collection<UUID> ids) {
        var found = new HashMap<UUID, OfficerReference>();
        List<Object> wanted = List.of((Object) ids.stream().distinct().toArray(UUID[]::new));
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(NAMES, wanted, null), row -> {
                var id = row.getObject(1, UUID.class);
                found.put(id, new OfficerReference(id, row.getString(2), row.getString(3)));
            });
        } catch (SQLException e) {
            throw new IllegalStateException("names of officers cannot be read", e);
        }
        return found;
    }
}
