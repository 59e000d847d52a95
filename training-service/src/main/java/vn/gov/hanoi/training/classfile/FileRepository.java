package vn.gov.hanoi.training.classfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.training.classfile.FileApi.FileView;

/** Keeps what became of files, and their refused rows sealed; inside the caller's transaction. */
@ApplicationScoped
class FileRepository {
    private static final Duration KEPT = Duration.ofDays(45);
    private static final String CONTEXT = "class-file|";

    private final DataSource database;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final Clock clock;

    FileRepository(DataSource database, Sealer sealer, ObjectMapper json, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /** A file with refused rows. */
    record Failed(TableFormat format, byte[] content) {}

    /** Adds the file and forgets what is older than 45 days. */
    void add(FileView file, TableFormat format, byte[] sha256, byte @Nullable [] failed, Caller caller) {
        var now = clock.instant();
        try (var connection = database.getConnection();
                var forget = connection.prepareStatement("delete from class_files where sent_at < ?");
                var insert = connection.prepareStatement("""
                        insert into class_files (id, class_id, kind, format, sha256, counts, failed, sent_at, sent_by)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")) {
            forget.setObject(1, now.minus(KEPT).atOffset(ZoneOffset.UTC));
            forget.executeUpdate();
            insert.setObject(1, file.id());
            insert.setObject(2, file.classId());
            insert.setString(3, file.kind());
            insert.setString(4, format.name());
            insert.setBytes(5, sha256);
            insert.setString(6, json.writeValueAsString(file.counts()));
            insert.setBytes(7, failed == null ? null : sealer.seal(failed, CONTEXT + file.id()));
            insert.setObject(8, now.atOffset(ZoneOffset.UTC));
            insert.setString(9, caller.subject());
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("file cannot be kept", e);
        }
    }

    /** The refused rows of a file that this caller sent. */
    Optional<Failed> failed(UUID id, Caller caller) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select format, failed from class_files where id = ? and sent_by = ? and failed is not null")) {
            statement.setObject(1, id);
            statement.setString(2, caller.subject());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var format = TableFormat.valueOf(row.getString(1));
                return sealer.open(row.getBytes(2), CONTEXT + id).map(content -> new Failed(format, content));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("file cannot be read", e);
        }
    }
}
