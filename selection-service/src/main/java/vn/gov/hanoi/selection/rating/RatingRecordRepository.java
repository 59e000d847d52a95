package vn.gov.hanoi.selection.rating;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.gov.hanoi.selection.RecordsChanged;

/** Keeps what was told, whatever order it comes in. Set-based: the closing of a month tells 150,000 results. */
@ApplicationScoped
class RatingRecordRepository {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String TOLD = """
            jsonb_to_recordset(?::jsonb) as t (id uuid, "officerId" uuid, "unitId" uuid, "ratingUnitId" uuid, "periodType" text,
                period text, outcome text, grade text, consequences text[], "ruleSetCode" text, "ruleSetVersion" int, revision int,
                supersedes uuid, "toldAt" timestamptz)""";

    /** Before the new ones come, because one record of an officer and period counts at any moment. */
    private static final String OUTDATE = """
            update rating_records r set living = false from (
                select "officerId", period, max(revision) as revision from %s
                where not exists (select 1 from rating_records k where k.id = t.id) group by "officerId", period) n
            where r.officer_id = n."officerId" and r.period = n.period and r.living and r.revision < n.revision""".formatted(TOLD);

    private static final String INSERT = """
            insert into rating_records (id, officer_id, unit_id, rating_unit_id, period_type, period, outcome, grade, consequences,
                rule_set_code, rule_set_version, revision, supersedes, told_at, living)
            select t.*, revision = max(revision) over (partition by "officerId", period) and not exists (
                select 1 from rating_records k where k.officer_id = "officerId" and k.period = t.period and k.revision > t.revision)
            from %s on conflict (id) do nothing""".formatted(TOLD);

    private final DataSource database;
    private final Event<RecordsChanged> changed;

    RatingRecordRepository(DataSource database, Event<RecordsChanged> changed) {
        this.database = database;
        this.changed = changed;
    }

    /** Inside the transaction of the inbox. A second result of the same revision is refused by the database. */
    void keep(List<ToldRating> told) {
        if (told.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var outdate = connection.prepareStatement(OUTDATE);
                var insert = connection.prepareStatement(INSERT)) {
            var rows = JSON.writeValueAsString(told);
            if (told.stream().anyMatch(each -> each.revision() > 1)) {
                outdate.setString(1, rows);
                outdate.executeUpdate();
            }
            insert.setString(1, rows);
            insert.executeUpdate();
            changed.fire(
                    new RecordsChanged(told.stream().map(ToldRating::officerId).collect(Collectors.toSet())));
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("rating records cannot be written", e);
        }
    }
}
