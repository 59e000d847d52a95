package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.ledger.LedgerApi.AccountView;
import vn.gov.hanoi.training.ledger.LedgerApi.LedgerEntryView;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;

/** Reads accounts and entries; only those whose unit is within the caller's scope. */
@ApplicationScoped
class LedgerQueries {
    private static final String WITHIN = "a.unit_id in (select id from units_within(:scope))";

    private static final String ACCOUNT_COLUMNS = """
            a.id, a.plan_id, a.year, a.block_code, a.funding_source, a.state,
            a.allocated_vnd, a.committed_vnd, a.spent_vnd, a.last_seq""";
    private static final String ENTRY_COLUMNS = """
            e.id, e.account_id, a.plan_id, e.seq, e.kind, e.debit, e.credit, e.amount_vnd, e.description, e.recorded_at""";
    private static final String ENTRIES = "ledger_entries e join accounts a on a.id = e.account_id";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;

    LedgerQueries(EntityManager entities, KeysetQueries pages, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
    }

    /** Filters of the list of accounts; null means any. */
    record AccountFilter(
            @Nullable Integer year,
            @Nullable UUID planId,
            @Nullable String block,
            @Nullable FundingSource fundingSource) {}

    /** Filters of the list of entries; null means any. */
    record EntryFilter(
            @Nullable UUID planId,
            @Nullable UUID accountId,
            @Nullable EntryKind kind) {}

    /** Accounts by year and block. */
    @Transactional
    Page<AccountView> accounts(AccountFilter filter, Caller caller, PageRequest request) {
        var source = filter.fundingSource();
        var query = new ListQuery(ACCOUNT_COLUMNS, "accounts a")
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("a.year = :year", "year", filter.year())
                .filter("a.plan_id = :plan", "plan", filter.planId())
                .filter("a.block_code = :block", "block", filter.block())
                .filter("a.funding_source = :source", "source", source == null ? null : source.name())
                .order(
                        "a.year, a.block_code, a.id",
                        "(a.year, a.block_code, a.id) > (cast(:after0 as int), :after1, cast(:after2 as uuid))");
        return pages.page(
                query,
                "listAccounts|" + filter,
                request,
                new Shape<>(
                        LedgerQueries::account,
                        item -> List.of(
                                String.valueOf(item.year()),
                                item.block(),
                                item.id().toString())));
    }

    /** Entries by account and sequence: the order in which the ledger can be replayed. */
    @Transactional
    Page<LedgerEntryView> entries(EntryFilter filter, Caller caller, PageRequest request) {
        var kind = filter.kind();
        var query = new ListQuery(ENTRY_COLUMNS, ENTRIES)
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("a.plan_id = :plan", "plan", filter.planId())
                .filter("e.account_id = :account", "account", filter.accountId())
                .filter("e.kind = :kind", "kind", kind == null ? null : kind.name())
                .order(
                        "e.account_id, e.seq",
                        "(e.account_id, e.seq) > (cast(:after0 as uuid), cast(:after1 as bigint))");
        return pages.page(
                query,
                "listLedgerEntries|" + filter,
                request,
                new Shape<>(
                        LedgerQueries::entry,
                        item -> List.of(item.accountId().toString(), String.valueOf(item.seq()))));
    }

    /** Refusal: resource.not-found, also outside the scope. */
    @Transactional
    AccountView account(UUID id, Caller caller) {
        return account(
                one("select " + ACCOUNT_COLUMNS + " from accounts a where a.id = :id and " + WITHIN, id, caller));
    }

    /** Refusal: resource.not-found, also outside the scope. */
    @Transactional
    LedgerEntryView entry(UUID id, Caller caller) {
        return entry(
                one("select " + ENTRY_COLUMNS + " from " + ENTRIES + " where e.id = :id and " + WITHIN, id, caller));
    }

    private Tuple one(String sql, UUID id, Caller caller) {
        var query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId());
        return Optional.ofNullable((Tuple) query.getSingleResultOrNull())
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private static AccountView account(Tuple row) {
        long allocated = row.get("allocated_vnd", Long.class);
        long committed = row.get("committed_vnd", Long.class);
        long spent = row.get("spent_vnd", Long.class);
        long lastSeq = row.get("last_seq", Long.class);
        return new AccountView(
                row.get("id", UUID.class),
                Etags.of(lastSeq),
                row.get("plan_id", UUID.class),
                row.get("year", Integer.class),
                row.get("block_code", String.class),
                row.get("funding_source", String.class),
                row.get("state", String.class),
                allocated,
                committed,
                spent,
                allocated - committed - spent,
                lastSeq);
    }

    private static LedgerEntryView entry(Tuple row) {
        return new LedgerEntryView(
                row.get("id", UUID.class),
                row.get("account_id", UUID.class),
                row.get("plan_id", UUID.class),
                row.get("seq", Long.class),
                row.get("kind", String.class),
                row.get("debit", String.class),
                row.get("credit", String.class),
                row.get("amount_vnd", Long.class),
                row.get("description", String.class),
                row.get("recorded_at", Instant.class));
    }
}
