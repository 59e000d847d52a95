package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Finds out who looks: the scope, the own posts, and the units that the caller answers for. */
@ApplicationScoped
class ViewerQueries {
    private static final String REMEDY = "REMEDY";

    private static final String OWN = """
            select distinct t.ancestor_id from assignments a join unit_ancestors t on t.unit_id = a.unit_id
            where a.officer_id = ? and %s and %s""".formatted(Query.held("a"), Query.held("t"));

    private final DataSource database;
    private final AuthorityQueries authority;
    private final DirectoryClockRepository clock;
    private final Scopes scopes;

    ViewerQueries(DataSource database, AuthorityQueries authority, DirectoryClockRepository clock, Scopes scopes) {
        this.database = database;
        this.authority = authority;
        this.clock = clock;
        this.scopes = scopes;
    }

    /** Refusal: scope.unit-unknown. */
    @Transactional
    Viewer of(Caller caller) {
        var scope = scopes.of(caller);
        var officer = authority.officer(caller).orElse(null);
        var roles = caller.roles();
        boolean leads = roles.contains(InspectionRoles.LEAD);
        boolean inspects = roles.contains(InspectionRoles.INSPECTOR);
        boolean reads = leads || inspects || roles.contains(InspectionRoles.READER);
        if (officer == null) {
            return new Viewer(scope, Viewer.NOBODY, Set.of(), Set.of(), leads, false, reads);
        }
        var moment = clock.moment(null, null);
        boolean answers = roles.contains(InspectionRoles.PARTICIPANT);
        return new Viewer(
                scope,
                officer,
                unitsOf(officer, moment),
                answers ? Set.copyOf(authority.unitsOf(officer, REMEDY, moment).keySet()) : Set.of(),
                leads,
                inspects,
                reads);
    }

    /** Whether the caller leads inspections of a unit and has no post in it. */
    boolean leads(Viewer viewer, UUID unitId) {
        return viewer.leads()
                && scopes.contains(viewer.scope(), unitId)
                && !viewer.own().contains(unitId);
    }

    /** Whether the unit is in the caller's scope. */
    boolean covers(Viewer viewer, UUID unitId) {
        return scopes.contains(viewer.scope(), unitId);
    }

    /** May somebody speak for a unit about its remedies today? */
    Ruling remedies(UUID officerId, UUID unitId) {
        return authority.mayActFor(officerId, unitId, REMEDY, clock.moment(null, null));
    }

    private Set<UUID> unitsOf(UUID officerId, Moment moment) {
        var found = new HashSet<UUID>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(OWN, List.of(officerId), moment),
                    row -> found.add(row.getObject(1, UUID.class)));
        } catch (SQLException e) {
            throw new IllegalStateException("posts of a viewer cannot be read", e);
        }
        return found;
    }
}
