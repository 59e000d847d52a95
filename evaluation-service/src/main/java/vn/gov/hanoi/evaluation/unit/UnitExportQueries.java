package vn.gov.hanoi.evaluation.unit;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import vn.gov.hanoi.evaluation.exports.ExportKind;
import vn.gov.hanoi.evaluation.exports.RowExporter;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Units in force on a day, as rows that {@link UnitImport} finds unchanged: each from the day of its last change before. */
@ApplicationScoped
class UnitExportQueries implements RowExporter {
    private static final String SELECT = """
            select c.code, s.name, s.type, pc.code, s.valid_from::text,
                (select nullif(max(coalesce(valid_to, 'infinity')), 'infinity') from unit_states b where b.unit_id = s.unit_id and %s)::text
            from unit_states s
            join unit_codes c on c.unit_id = s.unit_id and c.scheme = 'ELECTRONIC' and %s
            left join unit_codes pc on pc.unit_id = s.parent_id and pc.scheme = 'ELECTRONIC' and %s
            where %s and %%s
            order by (select count(*) from unit_ancestors a where a.unit_id = s.unit_id and %s), c.code_key, s.unit_id""".formatted(known("b"), held("c"), held("pc"), held("s"), held("a"));

    private static final String IN_SCOPE = "s.unit_id in (select id from units_within(?))";

    private final Scopes scopes;

    UnitExportQueries(Scopes scopes) {
        this.scopes = scopes;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.UNITS;
    }

    /** Parents stand above their children, as an import needs them. */
    @Override
    public Contents contents(Selection selection) {
        var conditions = selection.restrict(new Conditions(IN_SCOPE, scopes.of(selection.caller())), "s.unit_id %s");
        return Contents.of(
                UnitImport.COLUMNS,
                new Query(SELECT.formatted(conditions.sql()), conditions.values(), selection.moment()));
    }
}
