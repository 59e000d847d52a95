package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.commitment.CommitmentViewApi.OfficerRef;
import vn.gov.hanoi.training.commitment.CompensationViewApi.CompensationView;
import vn.gov.hanoi.training.decree.Trigger;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.listing.OfficerFilter;

/** Reads cases of officers that a unit of the caller keeps today. */
@ApplicationScoped
class CompensationQueries {
    private static final String WITHIN = "carried_unit(officer_id) in (select id from units_within(:scope))";
    /** What is due by instalments of days that are over, and not paid. */
    private static final String FROM = """
            (select c.*, s.officer_code, s.officer_name, case when c.state in ('DECIDED', 'PAYING') then greatest(0, (
                    select coalesce(sum(i.amount_vnd), 0) from compensation_instalments i
                    where i.case_id = c.id and i.due_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date) - c.paid_vnd)::bigint else 0 end
                as overdue_vnd
            from compensations c join service_commitments s on s.id = c.commitment_id) cases""";

    private static final String COLUMNS = """
            id, version, commitment_id, officer_id, officer_code, officer_name, trigger, event_on, state, opened_at, coalesce(amount_vnd, 0) as amount_vnd, paid_vnd,
            overdue_vnd, due_on""";

    private final KeysetQueries pages;
    private final Scopes scopes;

    CompensationQueries(KeysetQueries pages, Scopes scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable CompensationState state,
            @Nullable Trigger trigger,
            @Nullable Boolean overdue,
            OfficerFilter officers) {}

    /** The latest proposed first. */
    @Transactional
    Page<CompensationView> page(Filter filter, Caller caller, PageRequest request) {
        var state = filter.state();
        var trigger = filter.trigger();
        var query = filter.officers()
                .on(new ListQuery(COLUMNS, FROM))
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("state = :state", "state", state == null ? null : state.name())
                .filter("trigger = :trigger", "trigger", trigger == null ? null : trigger.name())
                .filter("(overdue_vnd > 0) = :overdue", "overdue", filter.overdue())
                .order(
                        "opened_at desc, id desc",
                        "(opened_at, id) < (cast(:after0 as timestamptz), cast(:after1 as uuid))");
        return pages.page(
                query,
                "listCompensations|" + filter,
                request,
                new Shape<>(
                        CompensationQueries::view,
                        item -> List.of(item.openedAt().toString(), item.id().toString())));
    }

    private static CompensationView view(Tuple row) {
        return new CompensationView(
                row.get("id", UUID.class),
                row.get("commitment_id", UUID.class),
                new OfficerRef(
                        row.get("officer_id", UUID.class),
                        row.get("officer_code", String.class),
                        row.get("officer_name", String.class)),
                row.get("trigger", String.class),
                row.get("event_on", LocalDate.class),
                CompensationState.valueOf(row.get("state", String.class)),
                row.get("opened_at", Instant.class),
                row.get("amount_vnd", Long.class),
                row.get("paid_vnd", Long.class),
                row.get("overdue_vnd", Long.class),
                row.get("due_on", LocalDate.class),
                null,
                null,
                row.get("version", Long.class));
    }
}
