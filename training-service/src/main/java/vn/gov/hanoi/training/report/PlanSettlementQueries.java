package vn.gov.hanoi.training.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.training.plan.PlanTime;
import vn.gov.hanoi.training.report.PlanSettlement.Block;
import vn.gov.hanoi.training.report.PlanSettlement.Money;
import vn.gov.hanoi.training.report.PlanSettlement.Source;

/** Adds up entries, as the trial balance does, of the accounts of the caller's scope. */
@ApplicationScoped
class PlanSettlementQueries {
    private static final String MONEY = """
            select a.funding_source, a.block_code, b.name as block_name, count(*) as accounts,
                count(*) filter (where a.closed_at <= :moment) as closed,
                sum(e.allocated) as allocated, sum(e.transferred) as transferred, sum(e.carried_in) as carried_in,
                sum(e.available) as available, sum(e.committed) as committed, sum(e.unsettled) as unsettled,
                sum(e.settled) as settled, sum(e.returned) as returned, sum(e.carried_over) as carried_over
            from accounts a join plan_blocks b on b.id = a.block_id
                cross join lateral (
                    select coalesce(-sum(s.amount) filter (where s.side = 'APPROPRIATION'), 0) as allocated,
                        coalesce(-sum(s.amount) filter (where s.side = 'TRANSFER'), 0) as transferred,
                        coalesce(-sum(s.amount) filter (where s.side = 'CARRIED' and x.kind = 'CARRIED_IN'), 0) as carried_in,
                        coalesce(sum(s.amount) filter (where s.side = 'CARRIED' and x.kind = 'CARRIED_OUT'), 0) as carried_over,
                        coalesce(sum(s.amount) filter (where s.side = 'AVAILABLE'), 0) as available,
                        coalesce(sum(s.amount) filter (where s.side = 'COMMITTED'), 0) as committed,
                        coalesce(sum(s.amount) filter (where s.side = 'SPENT'), 0) as unsettled,
                        coalesce(sum(s.amount) filter (where s.side = 'SETTLED'), 0) as settled,
                        coalesce(sum(s.amount) filter (where s.side = 'RETURNED'), 0) as returned
                    from ledger_entries x
                        cross join lateral (values (x.debit, x.amount_vnd), (x.credit, -x.amount_vnd)) s (side, amount)
                    where x.account_id = a.id and x.recorded_at <= :moment) e
            where a.plan_id = :plan and a.created_at <= :moment and a.unit_id in (select id from units_within(:scope))
            group by a.funding_source, a.block_code, b.name order by a.funding_source, a.block_code""";

    private final EntityManager entities;
    private final PlanYearQueries years;
    private final Scopes scopes;
    private final Clock clock;

    PlanSettlementQueries(EntityManager entities, PlanYearQueries years, Scopes scopes, Clock clock) {
        this.entities = entities;
        this.years = years;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** The settlement; the plan is readable as such, its money only within the scope. Refusal: resource.not-found. */
    @Transactional
    @SuppressWarnings("unchecked")
    PlanSettlement read(UUID planId, PlanTime time, Caller caller) {
        int year = years.of(planId, caller);
        var moment = moment(time);
        var rows = (List<Tuple>) entities.createNativeQuery(MONEY, Tuple.class)
                .setParameter("moment", moment)
                .setParameter("plan", planId)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getResultList();
        var blocks = new LinkedHashMap<String, List<Block>>();
        rows.forEach(row -> blocks.computeIfAbsent(row.get("funding_source", String.class), _ -> new ArrayList<>())
                .add(block(row)));
        var sources = blocks.entrySet().stream()
                .map(each -> Source.of(each.getKey(), each.getValue()))
                .toList();
        return PlanSettlement.of(planId, year, moment, sources);
    }

    /** Entries have no day but that of their recording: those of a day are those recorded until it ends in Hanoi. */
    private Instant moment(PlanTime time) {
        var now = clock.instant();
        var known = time.knownAt() == null ? now : time.knownAt();
        var asOf = time.asOf();
        var end = asOf == null
                ? known
                : asOf.plusDays(1).atStartOfDay(HanoiClock.ZONE).toInstant().minusMillis(1);
        return end.isBefore(known) ? end : known;
    }

    private static Block block(Tuple row) {
        long unsettled = sum(row, "unsettled");
        long settled = sum(row, "settled");
        var money = new Money(
                sum(row, "allocated"),
                sum(row, "transferred"),
                sum(row, "carried_in"),
                sum(row, "available"),
                sum(row, "committed"),
                unsettled,
                settled,
                Math.addExact(unsettled, settled),
                sum(row, "returned"),
                sum(row, "carried_over"));
        return new Block(
                row.get("block_code", String.class),
                row.get("block_name", String.class),
                row.get("accounts", Long.class),
                row.get("closed", Long.class),
                money);
    }

    private static long sum(Tuple row, String column) {
        return row.get(column, BigDecimal.class).longValueExact();
    }
}
