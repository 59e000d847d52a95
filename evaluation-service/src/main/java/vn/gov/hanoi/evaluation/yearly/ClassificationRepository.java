package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.YearResult;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.yearly.Classification.State;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;

/** Loads and changes classifications; the rows of a whole unit are rolled up by {@link YearRollUpRepository}. */
@ApplicationScoped
class ClassificationRepository {
    private static final String SELECT = """
            select c.*, c.sheet_ids <> published_months(c.officer_id, c.year) as stale from annual_classifications c where\s""";

    private static final String SAVE = """
            update annual_classifications set state = ?, facts = ?::jsonb, not_rated = ?, found = ?, suggestion = ?, level_limit = ?,
                missing_opinions = ?::uuid[], flags = ?::text[], digest = decode(?, 'hex'), level = ?, decided_by = ?, decided_at = ?,
                decider_id = ?, delegation_id = ?, decision_number = ?, decision_signed_on = ?, decision_issuer = ?, collective = ?,
                minutes = ?, reason_code = ?, reason_text = ?, consequences = ?::text[], published_at = ?, row_version = row_version + 1
            where id = ? and row_version = ?""";

    private static final String PUBLISH = """
            update annual_classifications set state = 'PUBLISHED', published_at = ?, row_version = row_version + 1
            where closing_id = ? and superseded_at is null and state = 'DECIDED'""";

    private static final String FLAG = """
            update annual_classifications c set consequences = ?::text[], row_version = c.row_version + 1
            where c.id = ? and c.consequences <> ?::text[]""";

    private static final String SUPERSEDE =
            "update annual_classifications set superseded_at = ?, row_version = row_version + 1 where id = ?";

    /** The person's year once more, with nothing rolled up or decided yet. */
    private static final String REVISE = """
            insert into annual_classifications (id, closing_id, year, officer_id, assignment_id, unit_id, rating_unit_id, deciding_unit_id,
                category, position, title, leader, unit_type, last_day, rule_set_id, state, revision, supersedes)
            select ?, closing_id, year, officer_id, assignment_id, unit_id, rating_unit_id, deciding_unit_id, category, position, title, leader,
                unit_type, last_day, rule_set_id, 'SUGGESTED', revision + 1, id
            from annual_classifications where id = ?""";

    /** Told years of a person before one. */
    private static final String BEFORE = """
            select year, level from annual_classifications
            where officer_id = ? and year < ? and state = 'PUBLISHED' and superseded_at is null order by year""";

    private static final String PROGRESS = """
            select c.state, c.rule_set_id, c.sheet_ids <> published_months(c.officer_id, c.year)
                or year_lacks_discipline(c.officer_id, c.year, c.facts), count(*)
            from annual_classifications c
            where c.closing_id = ? and c.superseded_at is null group by 1, 2, 3 order by 1, 2, 3""";

    private static final String SUGGEST = """
            update annual_classifications c set not_rated = s.not_rated, found = s.found, suggestion = s.suggestion,
                level_limit = s.level_limit, missing_opinions = s.missing::uuid[], flags = s.flags::text[],
                digest = decode(s.digest, 'hex'), row_version = c.row_version + 1
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as s (id, not_rated, found, suggestion, level_limit, missing, flags, digest)
            where c.id = s.id and c.digest is distinct from decode(s.digest, 'hex')""";

    private static final String STATE = """
            update annual_classifications c set facts = s.facts::jsonb, row_version = c.row_version + 1
            from unnest(?::uuid[], ?::text[]) as s (id, facts) where c.id = s.id""";

    private final DataSource database;

    ClassificationRepository(DataSource database) {
        this.database = database;
    }

    /** Classifications of one rule set in one state. */
    record Progress(State state, UUID ruleSetId, boolean stale, int count) {}

    Optional<Classification> find(UUID id) {
        return rows("c.id = ?", id).stream().findFirst();
    }

    /** The row, held until the end of the transaction. The closing is held before it, by everybody. */
    Optional<Classification> hold(UUID id) {
        return rows("c.id = ? for update", id).stream().findFirst();
    }

    /** The living rows of a closing, by officer. */
    List<Classification> living(UUID closingId) {
        return rows("c.closing_id = ? and c.superseded_at is null order by c.officer_id", closingId);
    }

    /**
     * Undecided ones of held closings; whether their months stand is not asked, since they were just rolled up.
     *
     * @param ids those that were written; whoever has no suggestion yet is found besides
     * @param officers people who are found in any case
     */
    void undecided(
            Collection<UUID> closingIds,
            Collection<UUID> ids,
            Collection<UUID> officers,
            Consumer<Classification> target) {
        read(
                """
                select c.*, false as stale from annual_classifications c
                where c.closing_id = any (?) and c.state = 'SUGGESTED' and c.superseded_at is null
                    and (c.id = any (?) or c.digest is null or c.officer_id = any (?))""",
                List.of(closingIds.toArray(UUID[]::new), ids.toArray(UUID[]::new), officers.toArray(UUID[]::new)),
                row -> target.accept(ClassificationRowRepository.read(row)));
    }

    /** Facts that are recorded, of the few of whom there are any. */
    void state(Map<UUID, Facts> recorded) {
        if (!recorded.isEmpty()) {
            var ids = List.copyOf(recorded.keySet());
            var facts = ids.stream().map(recorded::get).map(Objects::requireNonNull);
            change(STATE, List.of(ids.toArray(UUID[]::new), texts(facts.map(YearJson::write))));
        }
    }

    /** What the rules suggest now; a row that has it already stays as it is. */
    void suggest(Map<UUID, Suggestion> found) {
        var ids = List.copyOf(found.keySet());
        var all = ids.stream().map(found::get).map(Objects::requireNonNull).toList();
        change(
                SUGGEST,
                Arrays.asList(
                        ids.toArray(UUID[]::new),
                        texts(all.stream().map(Suggestion::notRated).map(ClassificationRepository::name)),
                        texts(all.stream().map(Suggestion::found).map(ClassificationRepository::name)),
                        texts(all.stream().map(Suggestion::level).map(ClassificationRepository::name)),
                        texts(all.stream().map(Suggestion::limit).map(ClassificationRepository::name)),
                        texts(all.stream().map(each -> ClassificationRowRepository.array(each.missingOpinions()))),
                        texts(all.stream().map(each -> ClassificationRowRepository.array(each.flags()))),
                        texts(all.stream().map(Suggestion::digest))));
    }

    List<Progress> progress(UUID closingId) {
        var found = new ArrayList<Progress>();
        read(
                PROGRESS,
                List.of(closingId),
                row -> found.add(new Progress(
                        State.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class),
                        row.getBoolean(3),
                        row.getInt(4))));
        return found;
    }

    /** Told years of a person before one, oldest first. */
    List<YearResult> before(UUID officerId, int year) {
        var found = new ArrayList<YearResult>();
        read(
                BEFORE,
                List.of(officerId, year),
                row -> found.add(new YearResult(row.getInt(1), ClassificationRowRepository.grade(row, "level"))));
        return found;
    }

    /** Keeps what was decided on a held row. */
    void save(Classification row) {
        var found = row.suggested();
        var decided = row.decided();
        var decision = decided == null ? null : decided.decision();
        var reason = decided == null ? null : decided.reason();
        var values = Arrays.asList(
                row.state().name(),
                YearJson.write(row.facts()),
                name(found.notRated()),
                name(found.found()),
                name(found.level()),
                name(found.limit()),
                ClassificationRowRepository.array(found.missingOpinions()),
                ClassificationRowRepository.array(found.flags()),
                found.digest(),
                decided == null ? null : name(decided.level()),
                decided == null ? null : decided.by(),
                decided == null ? null : ClassificationRowRepository.moment(decided.at()),
                decided == null ? null : decided.officerId(),
                decided == null ? null : decided.delegationId(),
                decision == null ? null : decision.number(),
                decision == null ? null : decision.signedOn(),
                decision == null ? null : decision.issuer(),
                decided == null ? null : decided.collective(),
                decided == null ? null : decided.minutes(),
                reason == null ? null : reason.code(),
                reason == null ? null : reason.text(),
                ClassificationRowRepository.array(row.consequences()),
                row.publishedAt() == null ? null : ClassificationRowRepository.moment(row.publishedAt()),
                row.id(),
                row.rowVersion());
        if (change(SAVE, values) != 1) {
            throw new IllegalStateException("the classification was not held: " + row.id());
        }
    }

    /** @return number of rows published */
    int publish(UUID closingId, Instant at) {
        return change(PUBLISH, List.of(ClassificationRowRepository.moment(at), closingId));
    }

    void flag(UUID id, List<String> consequences) {
        change(
                FLAG,
                List.of(
                        ClassificationRowRepository.array(consequences),
                        id,
                        ClassificationRowRepository.array(consequences)));
    }

    /** Puts an undecided revision into the place of a told one. */
    void supersede(UUID id, UUID next, Instant at) {
        change(SUPERSEDE, List.of(ClassificationRowRepository.moment(at), id));
        change(REVISE, List.of(next, id));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable String[] texts(Stream<? extends @Nullable String> all) {
        return all.toArray(String[]::new);
    }

    private List<Classification> rows(String condition, Object... values) {
        var found = new ArrayList<Classification>();
        read(SELECT + condition, Arrays.asList(values), row -> found.add(ClassificationRowRepository.read(row)));
        return found;
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("classifications cannot be read", e);
        }
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("classifications cannot be written", e);
        }
    }
}
