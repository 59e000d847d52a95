package vn.gov.hanoi.kernel.directorycopy;

import static vn.gov.hanoi.kernel.inbox.Payload.day;
import static vn.gov.hanoi.kernel.inbox.Payload.id;
import static vn.gov.hanoi.kernel.inbox.Payload.optionalDay;
import static vn.gov.hanoi.kernel.inbox.Payload.orElse;
import static vn.gov.hanoi.kernel.inbox.Payload.required;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Keeps the copy of the officers with their assignments. An event carries all assignments; they replace the known ones. */
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
class OfficerCopy implements TopicHandler {
    private final DataSource database;

    OfficerCopy(DataSource database) {
        this.database = database;
    }

    @Override
    public String topic() {
        return "directory.officer";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        try (var connection = database.getConnection()) {
            var wanted = Newest.of(connection, "officers", events);
            var ids = wanted.stream().map(InboundEvent::key).toArray();
            Newest.erase(connection, ids, List.of("assignments where officer_id", "officers where id"));
            insert(connection, wanted);
        } catch (SQLException e) {
            throw new IllegalStateException("officer copy cannot be written", e);
        }
    }

    private static void insert(Connection connection, Collection<InboundEvent> wanted) throws SQLException {
        var officers = wanted.stream().filter(event -> event.data() != null).toList();
        var posts = new ArrayList<Post>();
        officers.forEach(event -> data(event).path("assignments").forEach(each -> posts.add(new Post(event, each))));
        insert(
                connection,
                "insert into officers (id, officer_code, full_name, category, sequence)",
                officers,
                List.of(
                        new Column<>("uuid", InboundEvent::key),
                        new Column<>("text", event -> required(data(event), "officerCode")),
                        new Column<>("text", event -> required(data(event), "fullName")),
                        new Column<>("text", event -> required(data(event), "category")),
                        new Column<>("bigint", InboundEvent::sequence)));
        insert(
                connection,
                "insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to, kind, category)",
                posts,
                List.of(
                        new Column<>("uuid", post -> id(post.data(), "id")),
                        new Column<>("uuid", post -> post.officer().key()),
                        new Column<>("uuid", post -> id(post.data(), "unitId")),
                        new Column<>("text", post -> required(post.data(), "position")),
                        new Column<>("text", post -> required(post.data(), "title")),
                        new Column<>("bool", post -> post.data().path("leader").asBoolean()),
                        new Column<>("bool", post -> post.data().path("main").asBoolean()),
                        new Column<>("date", post -> day(post.data(), "validFrom")),
                        new Column<>("date", post -> optionalDay(post.data(), "validTo")),
                        new Column<>("text", post -> orElse(post.data(), "kind", "REGULAR")),
                        new Column<>(
                                "text",
                                post -> orElse(post.data(), "category", required(data(post.officer()), "category")))));
    }

    private static JsonNode data(InboundEvent event) {
        return Objects.requireNonNull(event.data());
    }

    private record Post(InboundEvent officer, JsonNode data) {}

    private record Column<T>(String type, Function<T, @Nullable Object> value) {}

    /** One statement, however many rows. */
    private static <T> void insert(Connection connection, String into, List<T> rows, List<Column<T>> columns)
            throws SQLException {
        var places =
                columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
        try (var insert = connection.prepareStatement(into + " select * from unnest(" + places + ")")) {
            int place = 0;
            for (var column : columns) {
                var values = rows.stream().map(column.value()).toArray();
                insert.setArray(++place, connection.createArrayOf(column.type(), values));
            }
            insert.executeUpdate();
        }
    }
}
