package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.ledger.TrialBalance.AccountBalance;
import vn.gov.hanoi.training.ledger.TrialBalance.Sides;

/** Adds up entries, never the sums that the accounts keep. */
@ApplicationScoped
class TrialBalanceQueries {
    private static final String BALANCES = """
            select a.id, a.year, a.block_code, a.funding_source, count(e.side) / 2 as entries,
                coalesce(sum(e.amount) filter (where e.side = 'APPROPRIATION'), 0) as appropriation,
                coalesce(sum(e.amount) filter (where e.side = 'AVAILABLE'), 0) as available,
                coalesce(sum(e.amount) filter (where e.side = 'COMMITTED'), 0) as committed,
                coalesce(sum(e.amount) filter (where e.side = 'SPENT'), 0) as spent,
                coalesce(sum(e.amount) filter (where e.side = 'SETTLED'), 0) as settled,
                coalesce(sum(e.amount) filter (where e.side = 'RETURNED'), 0) as returned,
                coalesce(sum(e.amount) filter (where e.side = 'TRANSFER'), 0) as transfer,
                coalesce(sum(e.amount) filter (where e.side = 'CARRIED'), 0) as carried
            from accounts a left join lateral (
                select s.side, s.amount from ledger_entries x
                    cross join lateral (values (x.debit, x.amount_vnd), (x.credit, -x.amount_vnd)) s (side, amount)
                where x.account_id = a.id and x.recorded_at <= :knownAt) e on true
            where a.unit_id in (select id from units_within(:scope)) and a.created_at <= :knownAt
                and (:year = 0 or a.year = :year) and (:source = '' or a.funding_source = :source)
            group by a.id order by a.year, a.block_code, a.id limit 10000""";

    private final EntityManager entities;
    private final Scopes scopes;
    private final Clock clock;

    TrialBalanceQueries(EntityManager entities, Scopes scopes, Clock clock) {
        this.entities = entities;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Accounts of the caller's scope.
     *
     * @param knownAt entries recorded up to it count; null for now
     */
    @Transactional
    @SuppressWarnings("unchecked")
    TrialBalance read(
            @Nullable Integer year, @Nullable FundingSource source, @Nullable Instant knownAt, Caller caller) {
        var moment = knownAt == null ? clock.instant() : knownAt;
        var rows = (List<Tuple>) entities.createNativeQuery(BALANCES, Tuple.class)
                .setParameter("knownAt", moment)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .setParameter("year", year == null ? 0 : year)
                .setParameter("source", source == null ? "" : source.name())
                .getResultList();
        var accounts = rows.stream().map(TrialBalanceQueries::balance).toList();
        var total = accounts.stream().map(AccountBalance::sides).reduce(Sides.ZERO, Sides::plus);
        return new TrialBalance(
                year, source == null ? null : source.name(), moment, isBalanced(accounts), total, accounts);
    }

    private static boolean isBalanced(List<AccountBalance> accounts) {
        var clearing = new HashMap<String, Long>();
        accounts.forEach(account -> clearing.merge(
                account.year() + account.fundingSource(), account.sides().transferVnd(), Math::addExact));
        return accounts.stream().allMatch(account -> account.sides().sum() == 0)
                && clearing.values().stream().allMatch(sum -> sum == 0);
    }

    private static AccountBalance balance(Tuple row) {
        var sides = new Sides(
                sum(row, "appropriation"),
                sum(row, "available"),
                sum(row, "committed"),
                sum(row, "spent"),
                sum(row, "settled"),
                sum(row, "returned"),
                sum(row, "transfer"),
                sum(row, "carried"));
        return new AccountBalance(
                row.get("id", UUID.class),
                row.get("year", Integer.class),
                row.get("block_code", String.class),
                row.get("funding_source", String.class),
                row.get("entries", Long.class),
                sides);
    }

    private static long sum(Tuple row, String column) {
        return row.get(column, java.math.BigDecimal.class).longValueExact();
    }
}
