package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.officer.AbsenceApi.AbsenceView;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads of absences: that somebody is away is seen by all who see the officer, why by those who record. */
@ApplicationScoped
class AbsenceQueries {
    private static final String SORT = "validFrom";

    private static final String FROM = "from officer_absences b join officers o on o.id = b.officer_id";

    private final DataSource database;
    private final PageQueries pages;
    private final OfficerVisibilityQueries visibility;
    private final AbsenceRepository absences;

    AbsenceQueries(
            DataSource database, PageQueries pages, OfficerVisibilityQueries visibility, AbsenceRepository absences) {
        this.database = database;
        this.pages = pages;
        this.visibility = visibility;
        this.absences = absences;
    }

    /** Refusals: resource.not-found, scope.unit-unknown. */
    @Transactional
    AbsenceView get(UUID officerId, UUID id, Caller caller) {
        visibility.requireVisible(caller, officerId);
        return view(absences.find(officerId, id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)), caller);
    }

    /**
     * All absences of an officer, or with asOf those of that day. Refusals: resource.not-found, query.invalid-parameter,
     * page.cursor-invalid, page.cursor-expired, scope.unit-unknown.
     */
    @Transactional
    Page<AbsenceView> list(UUID officerId, ListParams params, Caller caller) {
        visibility.requireVisible(caller, officerId);
        var request = params.page();
        if (params.sort() != null && !params.sort().equals(SORT)) {
            throw Params.invalid("sort", SORT);
        }
        var place = pages.place(List.of("absences", officerId), params, caller);
        var conditions = conditions(officerId, params, caller);
        var counted = request.count() ? pages.count("select 1 " + FROM, conditions, place.moment()) : null;
        place.after().ifPresent(after -> conditions.after("(b.valid_from::text, b.id)", after.key(), after.id()));
        var sql = "select " + AbsenceRepository.COLUMNS + FROM + " where " + conditions.sql()
                + " order by b.valid_from::text, b.id limit " + (request.limit() + 1);
        var page = pages.page(
                rows(new Query(sql, conditions.values(), place.moment())),
                request,
                place,
                absence -> pages.keys(absence.validity().from().toString(), absence.id()));
        return PageQueries.counted(PageQueries.map(page, absence -> view(absence, caller)), counted);
    }

    private Conditions conditions(UUID officerId, ListParams params, Caller caller) {
        return visibility
                .visible(caller)
                .add("b.officer_id = ?", officerId)
                .add(params.asOf() == null ? Query.known("b") : Query.held("b"));
    }

    static AbsenceView view(Absence absence, Caller caller) {
        boolean editor = OfficerViews.isEditor(caller);
        var hidden = new ArrayList<>(OfficerViews.hidden(caller, "/kind"));
        hidden.addAll(OfficerViews.hidden(caller, "/decisionNumber"));
        return new AbsenceView(
                absence.id(),
                Etags.of(absence.version()),
                absence.officerId(),
                editor ? absence.kind() : null,
                absence.validity().from(),
                absence.validity().to(),
                editor ? absence.decisionNumber() : null,
                hidden);
    }

    private List<Absence> rows(Query query) {
        var found = new ArrayList<Absence>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(AbsenceRepository.read(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("absences cannot be read", e);
        }
        return found;
    }
}
