package vn.gov.hanoi.evaluation.officer;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Stamp;

/** Writes the dated rows of officers. */
@ApplicationScoped
class OfficerRowRepository {
    private static final String INSERT_STATES = """
            insert into officer_states (id, officer_id, full_name, sort_key, search_key, birth_date, sex, number_sealed, number_index,
                recorded_at, recorded_by)
            select uuidv7(), *, ?, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[], ?::bytea[], ?::bytea[])""";
    private static final String INSERT_POSTS = """
            insert into assignments (id, officer_id, unit_id, position, title, leader, main, kind, category, valid_from, valid_to,
                decision_number, recorded_at, recorded_by)
            select *, ?, ?
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::text[], ?::text[],
                ?::date[], ?::date[], ?::text[])""";
    private static final String SUPERSEDE_STATES = """
            update officer_states set superseded_at = ?, superseded_by = ? where officer_id = any (?::uuid[]) and superseded_at is null""";
    private static final String SUPERSEDE_POSTS = """
            update assignments set superseded_at = ?, superseded_by = ? where id = any (?::uuid[]) and superseded_at is null""";

    /** A row of assignments. */
    record PostRow(UUID officerId, Post post) {
        static List<PostRow> of(Officer officer) {
            return officer.posts().stream()
                    .map(post -> new PostRow(officer.id(), post))
                    .toList();
        }
    }

    void insertStates(Connection connection, List<Officer> rows, Stamp stamp) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(INSERT_STATES)) {
            insert.setObject(1, stamp.moment());
            insert.setString(2, stamp.by());
            insert.setArray(3, column(connection, "uuid", rows, Officer::id));
            insert.setArray(
                    4, column(connection, "text", rows, row -> row.identity().fullName()));
            insert.setArray(
                    5,
                    column(
                            connection,
                            "text",
                            rows,
                            row -> VietnameseText.personKey(row.identity().fullName())));
            insert.setArray(6, column(connection, "text", rows, OfficerRowRepository::searchKey));
            insert.setArray(
                    7, column(connection, "date", rows, row -> row.identity().birthDate()));
            insert.setArray(
                    8, column(connection, "text", rows, row -> row.identity().sex()));
            insert.setArray(9, column(connection, "bytea", rows, OfficerRowRepository::sealed));
            insert.setArray(10, column(connection, "bytea", rows, OfficerRowRepository::index));
            insert.executeUpdate();
        }
    }

    private static String searchKey(Officer officer) {
        return VietnameseText.fold(officer.identity().fullName() + " " + officer.officerCode());
    }

    private static byte @Nullable [] sealed(Officer officer) {
        var number = officer.identity().number();
        return number == null ? null : number.sealed();
    }

    private static byte @Nullable [] index(Officer officer) {
        var number = officer.identity().number();
        return number == null ? null : number.index();
    }

    void insertPosts(Connection connection, List<PostRow> rows, Stamp stamp) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(INSERT_POSTS)) {
            insert.setObject(1, stamp.moment());
            insert.setString(2, stamp.by());
            insert.setArray(
                    3, column(connection, "uuid", rows, row -> row.post().id()));
            insert.setArray(4, column(connection, "uuid", rows, PostRow::officerId));
            insert.setArray(
                    5, column(connection, "uuid", rows, row -> row.post().unitId()));
            insert.setArray(
                    6, column(connection, "text", rows, row -> row.post().position()));
            insert.setArray(
                    7, column(connection, "text", rows, row -> row.post().title()));
            insert.setArray(
                    8, column(connection, "bool", rows, row -> row.post().leader()));
            insert.setArray(
                    9, column(connection, "bool", rows, row -> row.post().main()));
            insert.setArray(
                    10, column(connection, "text", rows, row -> row.post().kind()));
            insert.setArray(
                    11, column(connection, "text", rows, row -> row.post().category()));
            insert.setArray(12, column(connection, "date", rows, row -> row.post()
                    .validity()
                    .from()));
            insert.setArray(13, column(connection, "date", rows, row -> row.post()
                    .validity()
                    .to()));
            insert.setArray(
                    14, column(connection, "text", rows, row -> row.post().decisionNumber()));
            insert.executeUpdate();
        }
    }

    void supersedeStates(Connection connection, List<Officer> rows, Stamp stamp) throws SQLException {
        if (!rows.isEmpty()) {
            supersede(
                    connection, SUPERSEDE_STATES, rows.stream().map(Officer::id).toArray(UUID[]::new), stamp);
        }
    }

    void supersedePosts(Connection connection, List<PostRow> rows, Stamp stamp) throws SQLException {
        if (!rows.isEmpty()) {
            var ids = rows.stream().map(row -> row.post().id()).toArray(UUID[]::new);
            supersede(connection, SUPERSEDE_POSTS, ids, stamp);
        }
    }

    private static void supersede(Connection connection, String sql, UUID[] ids, Stamp stamp) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setObject(1, stamp.moment());
            update.setString(2, stamp.by());
            update.setArray(3, connection.createArrayOf("uuid", ids));
            update.executeUpdate();
        }
    }

    /** Brings officer_scopes, from which lists are read, in step with posts and names. */
    void listAgain(Connection connection, List<Officer> officers) throws SQLException {
        list(connection, "select list_officers_again(?::uuid[])", officers);
    }

    /** As {@link #listAgain}, for officers who were not recorded before. */
    void listNew(Connection connection, List<Officer> officers) throws SQLException {
        list(connection, "select list_new_officers(?::uuid[])", officers);
    }

    private static void list(Connection connection, String sql, List<Officer> officers) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, column(connection, "uuid", officers, Officer::id));
            statement.execute();
        }
    }
}
