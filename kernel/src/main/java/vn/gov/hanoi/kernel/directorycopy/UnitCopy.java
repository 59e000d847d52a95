package vn.gov.hanoi.kernel.directorycopy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Keeps the copy of the units. A parent may arrive after its children, so the copy has no foreign keys. */
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
class UnitCopy implements TopicHandler {
    private static final String UPSERT = """
            insert into units as u (id, code, name, type, parent_id, valid_from, valid_to, sequence)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set code = excluded.code, name = excluded.name, type = excluded.type,
                parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                sequence = excluded.sequence, received_at = now()
            where u.sequence < excluded.sequence""";

    private final DataSource database;

    UnitCopy(DataSource database) {
        this.database = database;
    }

    @Override
    public String topic() {
        return "directory.unit";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(UPSERT);
                var erase = connection.prepareStatement("delete from units where id = ?")) {
            for (var event : events) {
                var data = event.data();
                if (data == null) {
                    upsert.executeBatch();
                    erase.setObject(1, event.key());
                    erase.executeUpdate();
                } else {
                    bind(upsert, event, data);
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("unit copy cannot be written", e);
        }
    }

    private static void bind(PreparedStatement upsert, InboundEvent event, JsonNode data) throws SQLException {
        upsert.setObject(1, event.key());
        upsert.setString(2, required(data, "code"));
        upsert.setString(3, required(data, "name"));
        upsert.setString(4, required(data, "type"));
        var parent = optional(data, "parentId");
        upsert.setObject(5, parent == null ? null : UUID.fromString(parent));
        upsert.setObject(6, LocalDate.parse(required(data, "validFrom")));
        upsert.setObject(7, date(optional(data, "validTo")), Types.DATE);
        upsert.setLong(8, event.sequence());
    }

    static String required(JsonNode data, String name) {
        return Objects.requireNonNull(optional(data, name), () -> "event without " + name);
    }

    static @Nullable String optional(JsonNode data, String name) {
        var value = data.path(name);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
