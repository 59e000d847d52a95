package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Whose officers a caller may see. Rights are those of today, whatever day or moment is shown. */
@ApplicationScoped
public class OfficerVisibilityQueries {
    /**
     * Through posts in the scope that are open or end after today, and through the last posts of somebody who has left. Posts that ended
     * before somebody moved on give no view. The alias o is that of officers.
     */
    private static final String VISIBLE = """
            exists (select 1 from assignments v where v.officer_id = o.id and v.superseded_at is null
                and v.unit_id in (select id from units_within(?))
                and (v.valid_to is null or v.valid_to > ? or v.valid_to = o.ended_on))""";

    private final DataSource database;
    private final Scopes scopes;
    private final Clock clock;

    OfficerVisibilityQueries(DataSource database, Scopes scopes, Clock clock) {
        this.database = database;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** The condition that a list of officers {@code o} begins with. Refusal: scope.unit-unknown. */
    public Conditions visible(Caller caller) {
        return new Conditions(VISIBLE, scopes.of(caller), LocalDate.now(clock));
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        scopes.of(caller);
    }

    /** Refusals: resource.not-found for an unknown officer and for one outside the scope, scope.unit-unknown. */
    @Transactional
    public void requireVisible(Caller caller, UUID officerId) {
        if (!isVisible(caller, officerId)) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
    }

    /** False for an unknown officer too. Refusal: scope.unit-unknown. */
    @Transactional
    public boolean isVisible(Caller caller, UUID officerId) {
        var conditions = visible(caller).add("o.id = ?", officerId);
        var sql = "select 1 from officers o where " + conditions.sql();
        try (var connection = database.getConnection();
                var statement = new Query(sql, conditions.values(), null).prepare(connection);
                var row = statement.executeQuery()) {
            return row.next();
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be read", e);
        }
    }
}
