package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.enrolment.Candidate.Passed;
import vn.gov.hanoi.training.enrolment.Candidate.Post;
import vn.gov.hanoi.training.enrolment.Candidate.Taken;
import vn.gov.hanoi.training.sanction.TrainingBans;

/** Reads what is known of officers, many with a few statements; inside the caller's transaction. */
@ApplicationScoped
class CandidateQueries {
    private static final String OFFICERS = """
            with hosts as materialized (
                select w.id from (select ?::uuid as unit_id union select unit_id from class_invitations where class_id = ?) h
                cross join lateral units_within(h.unit_id) w),
            reach as materialized (select id from units_within(?))
            select o.id, o.officer_code, o.full_name, p.unit_id, u.code, u.name, p.category,
                p.unit_id in (select id from hosts) as invited,
                exists (select 1 from main_posts_today() m where m.officer_id = o.id and m.unit_id in (select id from reach)) as reachable,
                exists (select 1 from assignments a where a.officer_id = o.id and a.main
                    and a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?)) as stays,
                (select max(a.valid_to) from assignments a where a.officer_id = o.id and a.main
                    having count(*) = count(a.valid_to)) as left_on
            from officers o
            left join lateral (
                select a.unit_id, a.category from assignments a where a.officer_id = o.id and a.main
                    and a.valid_from <= ? and (a.valid_to is null or a.valid_to > ?)
                order by a.valid_from desc, a.id desc limit 1) p on true
            left join lateral unit_on(p.unit_id, ?) u on true
            where o.id = any (?)""";

    private static final String PASSED = """
            select distinct on (e.officer_id) e.officer_id, e.class_id, c.ends_on from enrolments e join classes c on c.id = e.class_id
            where e.officer_id = any (?) and e.outcome = 'PASSED' and c.course_code = ? and c.id <> ? and c.state = 'DELIVERED'
            order by e.officer_id, c.ends_on desc""";

    private static final String TAKEN = """
            select officer_id, class_id, min(day) as day from learner_days
            where officer_id = any (?) and day = any (?) and class_id <> ? group by officer_id, class_id order by day, class_id""";

    private final DataSource database;
    private final TrainingBans bans;

    CandidateQueries(DataSource database, TrainingBans bans) {
        this.database = database;
        this.bans = bans;
    }

    /**
     * Those of the officers that the read copy has.
     *
     * @param of class with at least one session
     */
    Map<UUID, Candidate> of(ClassFacts of, Collection<UUID> officers, UnitScope scope) {
        var days = List.copyOf(of.timetable().days());
        var banned = bans.lastDays(officers, days);
        try (var connection = database.getConnection()) {
            var ids = connection.createArrayOf("uuid", officers.toArray());
            var passed = passed(connection, of, ids);
            var taken = taken(connection, of, ids, days);
            try (var statement = connection.prepareStatement(OFFICERS)) {
                var first = days.getFirst();
                var last = days.getLast();
                int at = 0;
                for (Object value :
                        List.of(of.unitId(), of.id(), scope.rootUnitId(), last, last, first, first, first)) {
                    statement.setObject(++at, value);
                }
                statement.setArray(++at, ids);
                var found = new HashMap<UUID, Candidate>();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        var id = row.getObject("id", UUID.class);
                        found.put(id, candidate(row, banned.get(id), passed.get(id), taken.get(id)));
                    }
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("candidates cannot be read", e);
        }
    }

    /** Officers by their codes; those that the read copy does not have are left out. */
    Map<String, UUID> ids(Collection<String> codes) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select officer_code, id from officers where officer_code = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            var found = new HashMap<String, UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("officers cannot be read", e);
        }
    }

    private static Candidate candidate(
            ResultSet row, @Nullable LocalDate banned, @Nullable Passed passed, @Nullable List<Taken> taken)
            throws SQLException {
        var unitId = row.getObject("unit_id", UUID.class);
        return new Candidate(
                row.getObject("id", UUID.class),
                row.getString("officer_code"),
                row.getString("full_name"),
                row.getBoolean("reachable"),
                unitId == null
                        ? null
                        : new Post(
                                unitId,
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("category"),
                                row.getBoolean("invited")),
                row.getBoolean("stays"),
                row.getObject("left_on", LocalDate.class),
                banned,
                passed,
                taken == null ? List.of() : taken);
    }

    private static Map<UUID, Passed> passed(Connection connection, ClassFacts of, Array officers) throws SQLException {
        var found = new HashMap<UUID, Passed>();
        if (of.courseCode() == null) {
            return found;
        }
        try (var statement = connection.prepareStatement(PASSED)) {
            statement.setArray(1, officers);
            statement.setString(2, of.courseCode());
            statement.setObject(3, of.id());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getObject(1, UUID.class),
                            new Passed(row.getObject(2, UUID.class), row.getObject(3, LocalDate.class)));
                }
            }
        }
        return found;
    }

    private static Map<UUID, List<Taken>> taken(
            Connection connection, ClassFacts of, Array officers, List<LocalDate> days) throws SQLException {
        var found = new HashMap<UUID, List<Taken>>();
        try (var statement = connection.prepareStatement(TAKEN)) {
            statement.setArray(1, officers);
            statement.setArray(2, connection.createArrayOf("date", days.toArray()));
            statement.setObject(3, of.id());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(new Taken(row.getObject(2, UUID.class), row.getObject(3, LocalDate.class)));
                }
            }
        }
        return found;
    }
}
