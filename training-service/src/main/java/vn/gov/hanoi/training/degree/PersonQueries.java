package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.commitment.Learner;

/** Reads what the copies of the directory know of somebody; inside the caller's transaction. */
@ApplicationScoped
class PersonQueries {
    private static final String OFFICER = """
            select o.id, o.officer_code, o.full_name, u.id as unit_id, u.code, u.name, coalesce(p.category, o.category) as category,
                p.unit_id is not null as in_service,
                (select min(a.valid_from) from assignments a where a.officer_id = o.id and a.main) as first_post_on,
                (select min(t.sent_on) from degree_trainings t where t.officer_id = o.id) as first_sent_on
            from officers o
            left join lateral (
                select a.unit_id, a.category from assignments a where a.officer_id = o.id and a.main
                    and a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?)
                order by a.valid_from desc, a.id desc limit 1) p on true
            cross join lateral unit_on(coalesce(p.unit_id, carried_unit(o.id)), ?) u
            where o.id = ?""";

    private final DataSource database;

    PersonQueries(DataSource database) {
        this.database = database;
    }

    /**
     * An officer on a day.
     *
     * @param inService whether there is a main post on the day
     * @param firstPostOn first day of the earliest known main post
     * @param firstSentOn first day on which the person was sent to a degree
     */
    record Known(
            Learner learner,
            String category,
            boolean inService,
            @Nullable LocalDate firstPostOn,
            @Nullable LocalDate firstSentOn) {}

    Optional<Known> officer(UUID id, LocalDate day) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OFFICER)) {
            statement.setObject(1, day);
            statement.setObject(2, day);
            statement.setObject(3, day);
            statement.setObject(4, id);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new Known(
                        new Learner(
                                row.getObject("id", UUID.class),
                                row.getString("officer_code"),
                                row.getString("full_name"),
                                row.getObject("unit_id", UUID.class),
                                row.getString("code"),
                                row.getString("name")),
                        row.getString("category"),
                        row.getBoolean("in_service"),
                        row.getObject("first_post_on", LocalDate.class),
                        row.getObject("first_sent_on", LocalDate.class)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("officer cannot be read", e);
        }
    }
}
