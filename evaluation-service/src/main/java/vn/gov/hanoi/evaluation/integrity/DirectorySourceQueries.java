package vn.gov.hanoi.evaluation.integrity;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.directorycopy.DirectoryDigest;

/** Size, age and digest of the directory as it is now recorded; what copies of it must equal. */
@ApplicationScoped
class DirectorySourceQueries {
    /** The sequence is that of the last event, so a copy that misses one differs although its rows may look alike. */
    private static final DirectoryDigest.Columns SOURCE = new DirectoryDigest.Columns(
            "select r.id, s.last as sequence from units r left join event_sequences s on s.aggregate_id = r.id",
            "select * from unit_states where superseded_at is null",
            "select * from unit_codes where superseded_at is null",
            "select * from unit_successions where superseded_at is null",
            """
            select r.id, s.last as sequence, r.officer_code, i.full_name
            from officers r left join event_sequences s on s.aggregate_id = r.id
            left join officer_states i on i.officer_id = r.id and i.superseded_at is null""",
            "select * from assignments where superseded_at is null");

    private final DataSource database;
    private final DirectoryDigest digests;

    DirectorySourceQueries(DataSource database, DirectoryDigest digests) {
        this.database = database;
        this.digests = digests;
    }

    @Schema(name = "DirectorySource", description = "The directory that other services keep a copy of")
    record SourceView(
            @Schema(description = "Number of units") long units,

            @Schema(description = "Number of officers") long officers,

            @Schema(description = "Moment of the last change")
            Instant lastChangeAt,

            @Schema(description = "What copies must equal; absent unless asked for")
            @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
            DirectoryDigest.@Nullable View digest) {}

    @Transactional
    @TransactionConfiguration(timeout = DirectoryDigest.TRANSACTION_SECONDS)
    SourceView read(boolean withDigest) {
        var digest = withDigest ? digests.of(SOURCE) : null;
        var sql =
                "select (select count(*) from units), (select count(*) from officers), (select last from directory_clock)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return new SourceView(
                    row.getLong(1),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    digest);
        } catch (SQLException e) {
            throw new IllegalStateException("directory cannot be counted", e);
        }
    }
}
