package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.id.Ids;

/** Reads what posts require and opens needs inside the transaction of the inbox. */
@ApplicationScoped
class RequiredTrainingRepository {
    private static final String ALL =
            "select code, leader, position, content, months, first_day, last_day from required_trainings order by code, first_day";
    private static final String OPEN = """
            insert into training_needs (id, version, officer_id, year, unit_id, reasons, state, origin, content, due_on, assignment_id, opened_at)
            select ?, 1, ?, ?, ?, ?, 'OPEN', 'REQUIRED_TRAINING', ?, ?, ?, ?
            where not exists (select 1 from officers o where o.id = ? and o.sequence > ?)
            on conflict do nothing""";

    private final DataSource database;

    RequiredTrainingRepository(DataSource database) {
        this.database = database;
    }

    List<RequiredTraining> all() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL);
                var rows = statement.executeQuery()) {
            var rules = new ArrayList<RequiredTraining>();
            while (rows.next()) {
                rules.add(new RequiredTraining(
                        rows.getString("code"),
                        rows.getObject("leader", Boolean.class),
                        rows.getString("position"),
                        rows.getString("content"),
                        rows.getInt("months"),
                        rows.getObject("first_day", LocalDate.class),
                        rows.getObject("last_day", LocalDate.class)));
            }
            return rules;
        } catch (SQLException e) {
            throw new IllegalStateException("required trainings cannot be read", e);
        }
    }

    /** Opens what was not opened before; a criterion that is open for the officer and year already is enough. A stale event opens nothing. */
    void open(List<RequiredTraining.Call> calls) {
        if (calls.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(OPEN)) {
            for (var call : calls) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, call.officerId());
                insert.setInt(3, call.dueOn().getYear());
                insert.setObject(4, call.post().unitId());
                insert.setArray(5, connection.createArrayOf("text", new Object[] {call.code()}));
                insert.setString(6, call.content());
                insert.setObject(7, call.dueOn());
                insert.setObject(8, call.post().id());
                insert.setObject(9, OffsetDateTime.ofInstant(call.toldAt(), ZoneOffset.UTC));
                insert.setObject(10, call.officerId());
                insert.setLong(11, call.sequence());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("required trainings cannot be opened", e);
        }
    }
}
