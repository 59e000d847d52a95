package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.monthly.Reminder.Kind;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Finds open closings and keeps what was told of them. */
@ApplicationScoped
class ReminderRepository {
    private static final String WAITING =
            "select " + ClosingRepository.COLUMNS + ", w.state as sheet_state, w.rule_set_id, w.count" + """

            from (select * from closings where state = 'OPEN' and id > ? and period_from <= ? order by id limit ?) c
            left join lateral (
                select s.state, s.rule_set_id, count(*) from sheets s
                where s.closing_id = c.id and s.superseded_at is null group by s.state, s.rule_set_id) w on true
            order by c.id""";

    /** What somebody else has told meanwhile is waited for, and not told again. */
    private static final String TELL = """
            insert into closing_reminders (closing_id, step, kind, due, waiting, told_at)
            select r.closing_id, r.step, r.kind, r.due, r.waiting, ?::timestamptz
            from unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::int[]) as r (closing_id, step, kind, due, waiting)
            order by r.closing_id, r.step, r.kind
            on conflict on constraint pk_closing_reminders do nothing
            returning closing_id, step, kind""";

    private final DataSource database;

    ReminderRepository(DataSource database) {
        this.database = database;
    }

    /** Sheets of one rule set in one state. */
    record Counted(SheetState state, UUID ruleSetId, int count) {}

    /** The next open closings of months that have begun, by id, each with its sheets. */
    Map<Closing, List<Counted>> open(UUID after, LocalDate today, int most) {
        var found = new LinkedHashMap<Closing, List<Counted>>();
        read(WAITING, List.of(after, today, most), row -> {
            var counted = found.computeIfAbsent(ClosingRepository.read(row), _ -> new ArrayList<>());
            var state = row.getString("sheet_state");
            if (state != null) {
                counted.add(new Counted(
                        SheetState.valueOf(state), row.getObject("rule_set_id", UUID.class), row.getInt("count")));
            }
        });
        return found;
    }

    /** Writes down what is told now. @return those that nobody has told before */
    List<Reminder> told(List<Reminder> all, Instant at) {
        var fresh = new HashSet<List<Object>>();
        read(
                TELL,
                List.of(
                        SheetRepository.moment(at),
                        all.stream().map(Reminder::closingId).toArray(UUID[]::new),
                        all.stream().map(each -> each.step().name()).toArray(String[]::new),
                        all.stream().map(each -> each.kind().name()).toArray(String[]::new),
                        all.stream().map(Reminder::due).toArray(LocalDate[]::new),
                        all.stream().map(Reminder::waiting).toArray(Integer[]::new)),
                row -> fresh.add(List.of(
                        row.getObject(1, UUID.class),
                        SheetState.valueOf(row.getString(2)),
                        Kind.valueOf(row.getString(3)))));
        return all.stream()
                .filter(each -> fresh.contains(List.of(each.closingId(), each.step(), each.kind())))
                .toList();
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("reminders cannot be kept", e);
        }
    }
}
