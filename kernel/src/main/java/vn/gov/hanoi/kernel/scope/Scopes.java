package vn.gov.hanoi.kernel.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Resolves and checks scopes against the service's own unit tree. Each database provides the functions
 * {@code unit_of_code(code)} and {@code units_within(root)}.
 */
@ApplicationScoped
public class Scopes {
    private static final String UNIT = "select unit_of_code(?)";
    private static final String WITHIN = "select exists (select 1 from units_within(?) u where u.id = ?)";

    private final DataSource database;

    Scopes(DataSource database) {
        this.database = database;
    }

    /** The caller's scope. Refusal: scope.unit-unknown if the token names no unit or one this service does not know. */
    public UnitScope of(Caller caller) {
        return find(caller).orElseThrow(() -> new Refused(KernelProblem.SCOPE_UNKNOWN));
    }

    public Optional<UnitScope> find(Caller caller) {
        if (caller.unitCode() == null) {
            return Optional.empty();
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(UNIT)) {
            statement.setString(1, caller.unitCode());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getObject(1, UUID.class)).map(UnitScope::new);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("scope cannot be read", e);
        }
    }

    public boolean contains(UnitScope scope, UUID unitId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WITHIN)) {
            statement.setObject(1, scope.rootUnitId());
            statement.setObject(2, unitId);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("scope cannot be checked", e);
        }
    }

    /** For writes that name a unit the caller already knows. Refusal: scope.outside. */
    public void require(UnitScope scope, UUID unitId) {
        if (!contains(scope, unitId)) {
            throw new Refused(KernelProblem.SCOPE_OUTSIDE);
        }
    }

    /** For records whose existence is not the caller's to know. Refusal: resource.not-found, the same as for an absent id. */
    public void requireVisible(UnitScope scope, UUID unitId) {
        if (!contains(scope, unitId)) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
    }
}
