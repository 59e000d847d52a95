package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.discipline.DisciplineDecision.Person;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** As what somebody serves on a day: forms differ by category and by who leads. */
@ApplicationScoped
class PersonQueries {
    /** The last main post, so that who has left is still who he or she was. */
    private static final String POST = """
            select a.unit_id, a.category, a.leader from assignments a
            where a.officer_id = ? and a.main and a.superseded_at is null and a.valid_from <= ?
            order by a.valid_from desc limit 1""";

    private final DataSource database;

    PersonQueries(DataSource database) {
        this.database = database;
    }

    Optional<Person> on(UUID officerId, LocalDate day) {
        try (var connection = database.getConnection();
                var statement = new Query(POST, List.of(officerId, day), null).prepare(connection);
                var row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Person(
                            row.getObject("unit_id", UUID.class),
                            Category.valueOf(row.getString("category")),
                            row.getBoolean("leader")))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the post of an officer cannot be read", e);
        }
    }
}
