package vn.gov.hanoi.evaluation.yearly;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualFlag;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.yearly.Classification.Career;
import vn.gov.hanoi.evaluation.yearly.Classification.Decided;
import vn.gov.hanoi.evaluation.yearly.Classification.Month;
import vn.gov.hanoi.evaluation.yearly.Classification.Months;
import vn.gov.hanoi.evaluation.yearly.Classification.Person;
import vn.gov.hanoi.evaluation.yearly.Classification.Revision;
import vn.gov.hanoi.evaluation.yearly.Classification.State;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;

/** How a year stands in its columns. */
final class ClassificationRowRepository {
    private ClassificationRowRepository() {}

    static Classification read(ResultSet row) throws SQLException {
        var career = row.getString("career");
        var facts = row.getString("facts");
        return new Classification(
                row.getObject("id", UUID.class),
                row.getObject("closing_id", UUID.class),
                row.getInt("year"),
                person(row),
                row.getObject("rule_set_id", UUID.class),
                State.valueOf(row.getString("state")),
                months(row),
                career == null
                        ? new Career(List.of(), List.of(), List.of(), null, List.of(), null)
                        : YearJson.read(career, new TypeReference<>() {}),
                row.getBytes("digest") == null ? null : suggestion(row),
                facts == null ? Facts.NONE : YearJson.read(facts, new TypeReference<>() {}),
                row.getString("decided_by") == null ? null : decided(row),
                List.of((String[]) row.getArray("consequences").getArray()),
                row.getBoolean("stale"),
                instant(row, "published_at"),
                new Revision(
                        row.getInt("revision"), row.getObject("supersedes", UUID.class), instant(row, "superseded_at")),
                row.getLong("row_version"));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("officer_id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("rating_unit_id", UUID.class),
                row.getObject("deciding_unit_id", UUID.class),
                Category.valueOf(row.getString("category")),
                Position.valueOf(row.getString("position")),
                row.getString("title"),
                row.getBoolean("leader"),
                UnitType.valueOf(row.getString("unit_type")));
    }

    private static Months months(ResultSet row) throws SQLException {
        return new Months(
                row.getInt("count_a"),
                row.getInt("count_b"),
                row.getInt("count_c"),
                row.getInt("count_d"),
                row.getInt("left_out"),
                row.getBigDecimal("points_sum"),
                row.getBigDecimal("points_mean"),
                YearJson.read(row.getString("months"), new TypeReference<List<Month>>() {}));
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        var notRated = row.getString("not_rated");
        return new Suggestion(
                notRated == null ? null : NotRated.Reason.valueOf(notRated),
                grade(row, "found"),
                grade(row, "suggestion"),
                grade(row, "level_limit"),
                List.of((UUID[]) row.getArray("missing_opinions").getArray()),
                Arrays.stream((String[]) row.getArray("flags").getArray())
                        .map(AnnualFlag::valueOf)
                        .toList(),
                HexFormat.of().formatHex(row.getBytes("digest")));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        var reason = row.getString("reason_code");
        return new Decided(
                grade(row, "level"),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("decider_id", UUID.class),
                row.getObject("delegation_id", UUID.class),
                new Decision(
                        row.getString("decision_number"),
                        row.getObject("decision_signed_on", LocalDate.class),
                        row.getString("decision_issuer")),
                row.getString("collective"),
                row.getString("minutes"),
                reason == null ? null : new Reason(reason, row.getString("reason_text")));
    }

    static String array(List<?> values) {
        return values.stream()
                .map(each -> each instanceof Enum<?> constant ? constant.name() : each.toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static @Nullable Grade grade(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : Grade.valueOf(text);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
