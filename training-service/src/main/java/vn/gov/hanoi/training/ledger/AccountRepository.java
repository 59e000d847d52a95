package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
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
                update accounts set state = 'OPEN', activated_by_id = :decision, version = version + 1
                where id = :id and state = 'PENDING_APPROVAL'""";
        entities.createNativeQuery(sql)
                .setParameter("decision", decisionId)
                .setParameter("id", accountId)
                .executeUpdate();
        var state = (String) entities.createNativeQuery("select state from accounts where id = :id")
                .setParameter("id", accountId)
                .getSingleResultOrNull();
        return Optional.ofNullable(state).map(AccountState::valueOf);
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

    Optional<UUID> ofBlock(UUID blockId) {
        var query = entities.createNativeQuery("select id from accounts where block_id = :block")
                .setParameter("block", blockId);
        return Optional.ofNullable((UUID) query.getSingleResultOrNull());
    }

    /** Unit whose money it is; empty if the account is unknown or outside the scope, which look the same. */
    Optional<UUID> ownerWithin(UUID accountId, UnitScope scope) {
        var sql = "select unit_id from accounts where id = :id and unit_id in (select id from units_within(:scope))";
        var query =
                entities.createNativeQuery(sql).setParameter("id", accountId).setParameter("scope", scope.rootUnitId());
        return Optional.ofNullable((UUID) query.getSingleResultOrNull());
    }

    Optional<UUID> ofCommitment(UUID commitmentId) {
        var query = entities.createNativeQuery("select account_id from ledger_commitments where id = :id")
                .setParameter("id", commitmentId);
        return Optional.ofNullable((UUID) query.getSingleResultOrNull());
    }

    Optional<Spending> spending(UUID commitmentId) {
        var sql = "select committed_vnd, open_vnd, spent_vnd, settled_vnd from ledger_commitments where id = :id";
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
