package vn.gov.hanoi.kernel.sanctioncopy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps sanctions as told, whatever order the revisions of one come in. */
@ApplicationScoped
class SanctionRepository {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String KEEP = """
            insert into sanctions as k (case_id, revision, officer_id, form, effective_on, bans, lifted_on, told_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (case_id) do update set revision = excluded.revision, officer_id = excluded.officer_id, form = excluded.form,
                effective_on = excluded.effective_on, bans = excluded.bans, lifted_on = excluded.lifted_on, told_at = excluded.told_at
            where k.revision < excluded.revision""";

    private static final String OF = """
            select case_id, revision, officer_id, form, effective_on, bans, lifted_on, told_at from sanctions
            where officer_id = any (?) order by effective_on, case_id""";

    /** The end is told once and stays, whatever order the two come in. */
    private static final String KEEP_EXAMINATION = """
            insert into examinations as k (case_id, officer_id, began_on, ended_on, bans) values (?, ?, ?, ?, ?)
            on conflict (case_id) do update set ended_on = excluded.ended_on where k.ended_on is null""";

    private static final String EXAMINATIONS_OF = """
            select case_id, officer_id, began_on, ended_on, bans from examinations
            where officer_id = any (?) order by began_on, case_id""";

    private final DataSource database;

    SanctionRepository(DataSource database) {
        this.database = database;
    }

    /** Inside the transaction of the inbox. */
    void keep(ToldSanction told) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(KEEP)) {
            upsert.setObject(1, told.caseId());
            upsert.setInt(2, told.revision());
            upsert.setObject(3, told.officerId());
            upsert.setString(4, told.form());
            upsert.setObject(5, told.effectiveOn());
            upsert.setString(6, JSON.writeValueAsString(told.bans()));
            upsert.setObject(7, told.liftedOn());
            upsert.setObject(8, OffsetDateTime.ofInstant(told.toldAt(), ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("sanctions cannot be written", e);
        }
    }

    /** Inside the transaction of the inbox. */
    void keep(ToldExamination told) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(KEEP_EXAMINATION)) {
            upsert.setObject(1, told.caseId());
            upsert.setObject(2, told.officerId());
            upsert.setObject(3, told.beganOn());
            upsert.setObject(4, told.endedOn());
            upsert.setArray(5, connection.createArrayOf("text", told.bans().toArray()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("examinations cannot be written", e);
        }
    }

    /** All sanctions and cases of an officer, those that have ended too. */
    SanctionCheck of(UUID officerId) {
        return of(List.of(officerId)).getOrDefault(officerId, SanctionCheck.NONE);
    }

    /** The same of many; who has none is left out. */
    Map<UUID, SanctionCheck> of(Collection<UUID> officers) {
        try (var connection = database.getConnection()) {
            var wanted = connection.createArrayOf("uuid", officers.toArray());
            var sanctions = sanctions(connection, wanted);
            var examinations = examinations(connection, wanted);
            var found = new HashMap<UUID, SanctionCheck>();
            for (var officer : officers) {
                var check = new SanctionCheck(
                        sanctions.getOrDefault(officer, List.of()), examinations.getOrDefault(officer, List.of()));
                if (!check.equals(SanctionCheck.NONE)) {
                    found.put(officer, check);
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("sanctions cannot be read", e);
        }
    }

    private static Map<UUID, List<ToldExamination>> examinations(Connection connection, Array wanted)
            throws SQLException {
        try (var statement = connection.prepareStatement(EXAMINATIONS_OF)) {
            statement.setArray(1, wanted);
            var found = new HashMap<UUID, List<ToldExamination>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var told = new ToldExamination(
                            row.getObject("case_id", UUID.class),
                            row.getObject("officer_id", UUID.class),
                            row.getObject("began_on", LocalDate.class),
                            row.getObject("ended_on", LocalDate.class),
                            List.of((String[]) row.getArray("bans").getArray()));
                    found.computeIfAbsent(told.officerId(), _ -> new ArrayList<>())
                            .add(told);
                }
            }
            return found;
        }
    }

    private static Map<UUID, List<ToldSanction>> sanctions(Connection connection, Array wanted)
            throws SQLException, JsonProcessingException {
        try (var statement = connection.prepareStatement(OF)) {
            statement.setArray(1, wanted);
            var found = new HashMap<UUID, List<ToldSanction>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var told = new ToldSanction(
                            row.getObject("case_id", UUID.class),
                            row.getInt("revision"),
                            row.getObject("officer_id", UUID.class),
                            row.getString("form"),
                            row.getObject("effective_on", LocalDate.class),
                            JSON.readValue(row.getString("bans"), new TypeReference<>() {}),
                            row.getObject("lifted_on", LocalDate.class),
                            row.getObject("told_at", OffsetDateTime.class).toInstant());
                    found.computeIfAbsent(told.officerId(), _ -> new ArrayList<>())
                            .add(told);
                }
            }
            return found;
        }
    }
}
