package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.UnitScope;

/**
 * The only writer of accounts and entries, set-based on purpose: a posting is one statement that changes the sums with the
 * limit in its WHERE clause, takes the next sequence number and adds the entry. Nothing reads a balance to decide.
 */
@ApplicationScoped
class LedgerRepository {
    private static final String POST = """
            with account as (
                update accounts set
                    allocated_vnd = allocated_vnd + :allocated,
                    committed_vnd = committed_vnd + :committed,
                    last_seq = last_seq + 1
                where id = :account
                    and (state = 'OPEN' or not :needsOpen)
                    and committed_vnd + spent_vnd + :committed <= allocated_vnd + :allocated
                returning id, last_seq)
            insert into ledger_entries
                (id, account_id, seq, kind, debit, credit, amount_vnd, description, recorded_at, recorded_by)
            select :entry, id, last_seq, :kind, :debit, :credit, :amount, :description, :at, :by from account
            returning seq""";

    private static final String OPEN = """
            insert into accounts
                (id, plan_id, block_id, unit_id, year, block_code, funding_source, state, created_at, created_by)
            values (:id, :plan, :block, :unit, :year, :code, :source, :state, :at, :by)""";

    private final EntityManager entities;
    private final Clock clock;

    LedgerRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** State and free money of an account, for the words of a refusal. */
    record Standing(AccountState state, long availableVnd) {}

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

    /** @return empty if the limit or the state of the account refuses */
    Optional<PostedEntry> post(Posting posting, Caller caller) {
        var id = Ids.next();
        var at = clock.instant();
        var kind = posting.kind();
        long amount = posting.amount().dong();
        var seq = (Long) entities.createNativeQuery(POST)
                .setParameter("account", posting.accountId())
                .setParameter("allocated", kind.allocates(amount))
                .setParameter("committed", kind.commits(amount))
                .setParameter("needsOpen", kind.needsOpenAccount())
                .setParameter("entry", id)
                .setParameter("kind", kind.name())
                .setParameter("debit", kind.debit().name())
                .setParameter("credit", kind.credit().name())
                .setParameter("amount", amount)
                .setParameter("description", posting.description())
                .setParameter("at", at)
                .setParameter("by", caller.subject())
                .getSingleResultOrNull();
        return Optional.ofNullable(seq).map(taken -> new PostedEntry(id, taken, at));
    }

    Optional<UUID> ofBlock(UUID blockId) {
        var query = entities.createNativeQuery("select id from accounts where block_id = :block")
                .setParameter("block", blockId);
        return Optional.ofNullable((UUID) query.getSingleResultOrNull());
    }

    Optional<Standing> standing(UUID accountId) {
        var sql = "select state, allocated_vnd - committed_vnd - spent_vnd as available from accounts where id = :id";
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", accountId)
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(found -> new Standing(
                        AccountState.valueOf(found.get("state", String.class)), found.get("available", Long.class)));
    }

    /** Unit whose money it is; empty if the account is unknown or outside the scope, which look the same. */
    Optional<UUID> ownerWithin(UUID accountId, UnitScope scope) {
        var sql = "select unit_id from accounts where id = :id and unit_id in (select id from units_within(:scope))";
        var query =
                entities.createNativeQuery(sql).setParameter("id", accountId).setParameter("scope", scope.rootUnitId());
        return Optional.ofNullable((UUID) query.getSingleResultOrNull());
    }
}
