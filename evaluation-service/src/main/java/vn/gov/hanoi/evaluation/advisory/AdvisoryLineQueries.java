package vn.gov.hanoi.evaluation.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.LineFilter;
import vn.gov.hanoi.evaluation.advisory.AdvisoryLineApi.LineView;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Reads the lines from and to the units in a scope. */
@ApplicationScoped
class AdvisoryLineQueries {
    static final String PATH = "/evaluation/v1/advisory-lines/";
    static final String KEEPER = "evaluation-keeper";

    private static final String VISIBLE = """
            exists (select from units_within(?) w where w.id in (l.advised_unit_id, l.adviser_unit_id))""";

    private final AdvisoryLineRepository lines;
    private final UnitLookupQueries units;
    private final DirectoryClockRepository clock;
    private final PageQueries pages;
    private final Scopes scopes;

    AdvisoryLineQueries(
            AdvisoryLineRepository lines,
            UnitLookupQueries units,
            DirectoryClockRepository clock,
            PageQueries pages,
            Scopes scopes) {
        this.lines = lines;
        this.units = units;
        this.clock = clock;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        var _ = scopes.of(caller);
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    LineView get(UUID id, Caller caller) {
        var conditions = new Conditions(VISIBLE, scopes.of(caller)).add("l.id = ?", id);
        return lines
                .rows(new Query(
                        "select " + AdvisoryLineRepository.COLUMNS + " from advisory_lines l where " + conditions.sql(),
                        conditions.values(),
                        null))
                .stream()
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The latest first. Refusals: scope.unit-unknown, query.invalid-parameter, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<LineView> list(LineFilter filter, ListParams params, Caller caller) {
        if (params.sort() != null || params.asOf() != null || params.knownAt() != null) {
            throw Params.invalid("sort", "id, descending, only");
        }
        var conditions = new Conditions(VISIBLE, scopes.of(caller))
                .anyOf("l.channel", "channel", filter.channel())
                .units("l.advised_unit_id %s", filter.unitId(), filter.unitScope());
        var adviser = Params.uuid("adviserUnitId", filter.adviserUnitId());
        if (adviser != null) {
            conditions.add("l.adviser_unit_id = ?", adviser);
        }
        var day = Params.date("inForceOn", filter.inForceOn());
        if (day != null) {
            conditions.add("l.valid_from <= ? and (l.valid_to is null or l.valid_to > ?)", day, day);
        }
        var place = pages.place(List.of("advisory-lines", filter, String.valueOf(caller.unitCode())), params, caller);
        var counted = params.page().count()
                ? pages.count("select 1 from advisory_lines l", conditions, place.moment())
                : null;
        place.after().ifPresent(after -> conditions.add("l.id < ?", after.id()));
        var sql = "select %s from advisory_lines l where %s order by l.id desc limit %d"
                .formatted(
                        AdvisoryLineRepository.COLUMNS,
                        conditions.sql(),
                        params.page().limit() + 1);
        var rows = lines.rows(new Query(sql, conditions.values(), place.moment()));
        var page = pages.page(rows, params.page(), place, row -> pages.keys("", row.id()));
        return PageQueries.map(PageQueries.counted(page, counted), this::view);
    }

    LineView view(AdvisoryLine line) {
        var names = units.references(
                List.of(line.adviserUnitId(), line.advisedUnitId()),
                clock.moment(line.validity().from(), null));
        return new LineView(
                line.id(),
                Etags.of(line.rowVersion()),
                line.channel(),
                Objects.requireNonNull(names.get(line.adviserUnitId())),
                Objects.requireNonNull(names.get(line.advisedUnitId())),
                line.validity().from(),
                line.validity().to(),
                line.decision());
    }
}
