package vn.gov.hanoi.kernel.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.seal.Sealer;

/** The table of keys that were used, each with the digest of its request and its sealed answer. */
@ApplicationScoped
class IdempotencyKeys {
    private final DataSource database;
    private final Sealer sealer;

    IdempotencyKeys(DataSource database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /** @param scope digest of client, person, method, route and key */
    record Stored(
            int status,
            byte[] body,
            @Nullable String etag,
            @Nullable String location) {}

    /**
     * Takes the key for this transaction, or gives the stored answer.
     *
     * <p>Refusals: idempotency.in-progress while another transaction works under the key,
     * idempotency.payload-differs if it was used for another request.
     */
    Optional<Stored> claim(byte[] scope, byte[] request) {
        try (var connection = database.getConnection()) {
            if (!lock(connection, scope)) {
                throw new Refused(KernelProblem.KEY_IN_PROGRESS);
            }
            return find(connection, scope, request);
        } catch (SQLException e) {
            throw new IllegalStateException("key cannot be claimed", e);
        }
    }

    private static boolean lock(Connection connection, byte[] scope) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, java.nio.ByteBuffer.wrap(scope).getLong());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private Optional<Stored> find(Connection connection, byte[] scope, byte[] request) throws SQLException {
        var sql = "select request_digest, status, body, etag, location from idempotency_keys where scope_digest = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, scope);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                if (!Arrays.equals(rows.getBytes(1), request)) {
                    throw new Refused(KernelProblem.KEY_PAYLOAD_DIFFERS);
                }
                byte[] body = sealer.open(rows.getBytes(3), context(scope))
                        .orElseThrow(() -> new IllegalStateException("stored answer cannot be opened"));
                return Optional.of(new Stored(rows.getInt(2), body, rows.getString(4), rows.getString(5)));
            }
        }
    }

    void store(byte[] scope, byte[] request, Stored answer) {
        var sql = """
                insert into idempotency_keys (scope_digest, request_digest, status, body, etag, location)
                values (?, ?, ?, ?, ?, ?)""";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setBytes(1, scope);
            insert.setBytes(2, request);
            insert.setInt(3, answer.status());
            insert.setBytes(4, sealer.seal(answer.body(), context(scope)));
            insert.setString(5, answer.etag());
            insert.setString(6, answer.location());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("answer cannot be stored", e);
        }
    }

    private static String context(byte[] scope) {
        return "answer|" + java.util.HexFormat.of().formatHex(scope);
    }
}
