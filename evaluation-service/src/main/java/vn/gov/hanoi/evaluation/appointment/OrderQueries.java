package vn.gov.hanoi.evaluation.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.appointment.OrderApi.OrderView;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;

/** Reads told appointments for operators, who look after the whole service and see ids only. */
@ApplicationScoped
class OrderQueries {
    private static final String LIST = """
            select id, revision, officer_id, unit_id, effective_on, state, assignment_id, refusal, refusal_args, changed_at
            from appointment_orders where %s order by created_at, id limit""" + " " + PageRequest.MOST;

    private final DataSource database;
    private final Clock clock;

    OrderQueries(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The oldest first. @param state null for those that need a person: refused ones and late revocations */
    @Transactional
    Page<OrderView> list(@Nullable OrderState state) {
        var items = new ArrayList<OrderView>();
        var query = state == null
                ? new Query(LIST.formatted("refusal is not null"), List.of(), null)
                : new Query(LIST.formatted("state = ?"), List.of(state.name()), null);
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> items.add(view(row)));
        } catch (SQLException e) {
            throw new IllegalStateException("told appointments cannot be read", e);
        }
        var time = new Page.Time(LocalDate.now(clock), clock.instant());
        return new Page<>(List.copyOf(items), new Page.Info(PageRequest.MOST, null, null, null), time);
    }

    private static OrderView view(ResultSet row) throws SQLException {
        return new OrderView(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getObject("officer_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("effective_on", LocalDate.class),
                OrderState.valueOf(row.getString("state")),
                row.getObject("assignment_id", UUID.class),
                row.getString("refusal"),
                OrderRepository.args(row.getString("refusal_args")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
