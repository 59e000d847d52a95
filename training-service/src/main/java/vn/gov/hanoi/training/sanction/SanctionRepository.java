package vn.gov.hanoi.training.sanction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
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

    /** All sanctions of an officer, those that have ended too. */
    SanctionCheck of(UUID officerId) {
        return of(List.of(officerId)).getOrDefault(officerId, new SanctionCheck(List.of()));
    }

    /** The same for many; who has none is left out. */
    Map<UUID, SanctionCheck> of(Collection<UUID> officers) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OF)) {
            statement.setArray(1, connection.createArrayOf("uuid", officers.toArray()));
            var found = new HashMap<UUID, List<ToldSanction>>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var told = told(row);
                    found.computeIfAbsent(told.officerId(), _ -> new ArrayList<>())
                            .add(told);
                }
            }
            var checks = new HashMap<UUID, SanctionCheck>();
            found.forEach((officer, told) -> checks.put(officer, new SanctionCheck(told)));
            return checks;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("sanctions cannot be read", e);
        }
    }

    private static ToldSanction told(ResultSet row) throws SQLException, JsonProcessingException {
        return new ToldSanction(
                row.getObject("case_id", UUID.class),
                row.getInt("revision"),
                row.getObject("officer_id", UUID.class),
                row.getString("form"),
                row.getObject("effective_on", LocalDate.class),
                JSON.readValue(row.getString("bans"), new TypeReference<>() {}),
                row.getObject("lifted_on", LocalDate.class),
                row.getObject("told_at", OffsetDateTime.class).toInstant());
    }
}
