package vn.gov.hanoi.kernel.sanctioncopy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Whose officers a caller may ask about. */
@ApplicationScoped
class OfficerScopeQueries {
    private static final String WITHIN = """
            select exists (select 1 from main_posts_today() p where p.officer_id = ? and p.unit_id in (select id from units_within(?)))""";

    private final DataSource database;
    private final Scopes scopes;

    OfficerScopeQueries(DataSource database, Scopes scopes) {
        this.database = database;
        this.scopes = scopes;
    }

    /** Whether the main post of today is within the scope. Refusal: scope.unit-unknown. */
    boolean isWithin(UUID officerId, Caller caller) {
        var scope = scopes.of(caller);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WITHIN)) {
            statement.setObject(1, officerId);
            statement.setObject(2, scope.rootUnitId());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be read", e);
        }
    }
}
