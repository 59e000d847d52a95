package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Opens accounts, changes their state, finds them. */
@ApplicationScoped
class AccountRepository {
    private static final String OPEN = """
            insert into accounts
                (id, plan_id, block_id, unit_id, year, block_code, funding_source, state, created_at, created_by)
            values (:id, :plan, :block, :unit, :year, :code, :source, :state, :at, :by)""";

    private final EntityManager entities;
    private final Clock clock;

    AccountRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    UUID open(NewAccount account, Caller caller) {
        var id = Ids.next();
        entities.createNativeQuery(OPEN)
                .setParameter("id", id)
                .setParameter("plan", account.planId())
                .setParameter("block", account.blockId())
                .setParameter("unit", account.unitId())
                .setParameter("year", account.year())
                .setParameter("code", account.blockCode())
                .setParameter("source", account.fundingSource().name())
                .setParameter("state", account.state().name())
                .setParameter("at", OffsetDateTime.now(clock))
                .setParameter("by", caller.subject())
                .executeUpdate();
        return id;
    }

    /** @return the state after it; empty if there is no such account */
    Optional<AccountState> activate(UUID accountId, UUID decisionId) {
        var sql = """
                update accounts set state = 'OPEN', activated_by_id = :decision, activated_at = :at, version = version + 1
                where id = :id and state = 'PENDING_APPROVAL'""";
        entities.createNativeQuery(sql)
                .setParameter("at", OffsetDateTime.now(clock))
                .setParameter("decision", decisionId)
                .setParameter("id", accountId)
                .executeUpdate();
        var state = (String) entities.createNativeQuery("select state from accounts where id = :id")
                .setParameter("id", accountId)
                .getSingleResultOrNull();
        return Optional.ofNullable(state).map(AccountState::valueOf);
    }

    Optional<FundingSource> source(UUID id, UnitScope scope) {
        var sql = """
                select funding_source from accounts where id = :id and unit_id in (select id from units_within(:scope))""";
        var source = (String) entities.createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("scope", scope.rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(source).map(FundingSource::valueOf);
    }

    boolean shareYearAndSource(UUID one, UUID other) {
        var sql = """
                select count(*) from accounts a join accounts b on b.year = a.year and b.funding_source = a.funding_source
                where a.id = :one and b.id = :other""";
        var found = (Long) entities.createNativeQuery(sql)
                .setParameter("one", one)
                .setParameter("other", other)
                .getSingleResult();
        return found > 0;
    }

    /**
     * An account that this transaction holds.
     *
     * @param open number of commitments that are not used up
     */
    record Held(
            UUID id,
            UUID unitId,
            long version,
            String series,
            int year,
            AccountState state,
            long committedVnd,
            long unsettledVnd,
            long availableVnd,
            long open) {
        /** Whether money that is left may go on to the other account. */
        boolean goesOnTo(Held next) {
            return next.year == year + 1 && next.series.equals(series);
        }
    }

    /** Accounts of the scope, as they are now. */
    List<Held> see(List<UUID> ids, UnitScope scope) {
        return read(ids, scope, "");
    }

    /** Holds accounts of the scope in the order of their ids, as every posting does. */
    List<Held> hold(List<UUID> ids, UnitScope scope) {
        return read(ids, scope, " for no key update of a");
    }

    @SuppressWarnings("unchecked")
    private List<Held> read(List<UUID> ids, UnitScope scope, String lock) {
        var sql = """
                select id, unit_id, version, unit_id || ' ' || block_code || ' ' || funding_source as series, year, state,
                    committed_vnd, spent_vnd - settled_vnd as unsettled,
                    allocated_vnd - committed_vnd - spent_vnd - returned_vnd as available,
                    (select count(*) from ledger_commitments c where c.account_id = a.id and c.open_vnd > 0) as open
                from accounts a
                where id in (:ids) and unit_id in (select id from units_within(:scope))
                order by id""";
        var rows = (List<Tuple>) entities.createNativeQuery(sql + lock, Tuple.class)
                .setParameter("ids", ids)
                .setParameter("scope", scope.rootUnitId())
                .getResultList();
        return rows.stream()
                .map(row -> new Held(
                        row.get("id", UUID.class),
                        row.get("unit_id", UUID.class),
                        row.get("version", Long.class),
                        row.get("series", String.class),
                        row.get("year", Integer.class),
                        AccountState.valueOf(row.get("state", String.class)),
                        row.get("committed_vnd", Long.class),
                        row.get("unsettled", Long.class),
                        row.get("available", Long.class),
                        row.get("open", Long.class)))
                .toList();
    }

    /** An account of a year with the one that goes on with it in the next year, if there is one. */
    record Followed(UUID id, @Nullable UUID next) {}

    /** Accounts of the year in the scope that are not closed: first those that can be, so that repeated calls come to an end. */
    @SuppressWarnings("unchecked")
    List<Followed> unclosed(int year, UnitScope scope, int most) {
        var sql = """
                select a.id, n.id as next_id from accounts a
                    left join accounts n on n.year = a.year + 1 and n.unit_id = a.unit_id and n.block_code = a.block_code
                        and n.funding_source = a.funding_source
                where a.year = :year and a.state <> 'CLOSED' and a.unit_id in (select id from units_within(:scope))
                order by a.state = 'PENDING_APPROVAL', a.committed_vnd > 0, a.spent_vnd > a.settled_vnd, a.id limit :most""";
        var rows = (List<Tuple>) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("year", year)
                .setParameter("scope", scope.rootUnitId())
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new Followed(row.get("id", UUID.class), row.get("next_id", UUID.class)))
                .toList();
    }

    boolean hasAny(int year, UnitScope scope) {
        var sql = """
                select count(*) from accounts where year = :year and unit_id in (select id from units_within(:scope))""";
        var found = (Long) entities.createNativeQuery(sql)
                .setParameter("year", year)
                .setParameter("scope", scope.rootUnitId())
                .getSingleResult();
        return found > 0;
    }

    /** The last change of an account. */
    void close(UUID id, Caller caller) {
        var sql = """
                update accounts set state = 'CLOSED', closed_at = :at, closed_by = :by, version = version + 1 where id = :id""";
        entities.createNativeQuery(sql)
                .setParameter("at", OffsetDateTime.now(clock))
                .setParameter("by", caller.subject())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** A commitment of which something is open after its last day. */
    record Expired(UUID commitmentId, UUID accountId) {}

    @SuppressWarnings("unchecked")
    List<Expired> expired(LocalDate today, int most) {
        var sql = """
                select id, account_id from ledger_commitments where open_vnd > 0 and expires_on < :today
                order by expires_on, id limit :most""";
        var rows = (List<Tuple>) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("today", today)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new Expired(row.get("id", UUID.class), row.get("account_id", UUID.class)))
                .toList();
    }

    Optional<UUID> ofCommitment(UUID commitmentId) {
        var query = entities.createNativeQuery("select account_id from ledger_commitments where id = :id")
                .setParameter("id", commitmentId);
        return Optional.ofNullable((UUID) query.getSingleResultOrNull());
    }

    /** Waits for postings that use it. */
    void handOver(UUID commitmentId) {
        entities.createNativeQuery("update ledger_commitments set for_class = false where id = :id")
                .setParameter("id", commitmentId)
                .executeUpdate();
    }

    /** What is open of a commitment, and until when it may be used. */
    record Promised(Money open, @Nullable LocalDate expiresOn) {}

    Promised promised(UUID commitmentId) {
        var row = (Tuple) entities.createNativeQuery(
                        "select open_vnd, expires_on from ledger_commitments where id = :id", Tuple.class)
                .setParameter("id", commitmentId)
                .getSingleResult();
        return new Promised(money(row, "open_vnd"), row.get("expires_on", LocalDate.class));
    }

    /** The second commitment goes on with the first one, for a class if that did. */
    void goesOn(UUID commitmentId, UUID next) {
        var sql = """
                update ledger_commitments n set moved_from_id = c.id, for_class = c.for_class from ledger_commitments c
                where c.id = :id and n.id = :next""";
        entities.createNativeQuery(sql)
                .setParameter("id", commitmentId)
                .setParameter("next", next)
                .executeUpdate();
    }

    /** What went over to another account counts once: as given by the first of them. */
    Optional<Spending> spending(UUID commitmentId) {
        var sql = """
                with recursive chain as (
                    select * from ledger_commitments where id = :id
                    union all
                    select c.* from chain join ledger_commitments c on c.id = chain.moved_from_id)
                select cast(sum(committed_vnd) filter (where moved_from_id is null) as bigint) as committed_vnd,
                    cast(sum(open_vnd) as bigint) as open_vnd, cast(sum(spent_vnd) as bigint) as spent_vnd,
                    cast(sum(settled_vnd) as bigint) as settled_vnd
                from chain having count(*) > 0""";
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", commitmentId)
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(found -> {
            var committed = money(found, "committed_vnd");
            var open = money(found, "open_vnd");
            var spent = money(found, "spent_vnd");
            return new Spending(
                    committed, committed.minus(open).minus(spent), spent, money(found, "settled_vnd"), open);
        });
    }

    private static Money money(Tuple row, String column) {
        return new Money(row.get(column, Long.class));
    }
}
