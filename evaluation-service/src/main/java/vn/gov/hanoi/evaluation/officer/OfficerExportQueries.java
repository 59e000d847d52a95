package vn.gov.hanoi.evaluation.officer;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import vn.gov.hanoi.evaluation.exports.ExportKind;
import vn.gov.hanoi.evaluation.exports.RowExporter;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Scopes;

/**
 * Officers whose main post on a day lies in the scope, as rows that {@link OfficerImport} finds unchanged. The personal number stays
 * where it is, and the optional columns are left out.
 */
@ApplicationScoped
class OfficerExportQueries implements RowExporter {
    private static final String SELECT = """
            select o.officer_code, s.full_name, m.category, %%s, c.code, m.position, m.title, m.leader::text, m.valid_from::text,
                m.decision_number
            from officer_states s
            join officers o on o.id = s.officer_id
            join assignments m on m.officer_id = s.officer_id and m.main and %s
            join unit_codes c on c.unit_id = m.unit_id and c.scheme = 'ELECTRONIC' and %s
            where %s and %%s
            order by o.officer_code""".formatted(held("m"), held("c"), known("s"));

    private final OfficerVisibilityQueries visibility;
    private final Scopes scopes;

    OfficerExportQueries(OfficerVisibilityQueries visibility, Scopes scopes) {
        this.visibility = visibility;
        this.scopes = scopes;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.OFFICERS;
    }

    @Override
    public Contents contents(Selection selection) {
        var root = scopes.of(selection.caller()).rootUnitId();
        var visible = visibility.visible(selection.caller()).add("m.unit_id in (select id from units_within(?))", root);
        var conditions = selection.restrict(visible, "m.unit_id %s");
        var birthDate = selection.birthDates() ? "s.birth_date::text" : "null::text";
        return Contents.of(
                OfficerImport.COLUMNS,
                new Query(SELECT.formatted(birthDate, conditions.sql()), conditions.values(), selection.moment()));
    }
}
