package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.gov.hanoi.training.ledger.LedgerApi.CommitmentView;
import vn.gov.hanoi.training.ledger.LedgerApi.DocumentView;
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
            a.allocated_vnd, a.committed_vnd, a.spent_vnd, a.settled_vnd, a.returned_vnd, a.last_seq, a.version,
            a.closed_at""";
    /** Accounts as their entries up to a moment give them. */
    private static final String ACCOUNTS_AT = """
            (select b.id, b.plan_id, b.unit_id, b.year, b.block_code, b.funding_source, b.created_at,
                case when b.closed_at <= :knownAt then 'CLOSED'
                    when b.activated_at > :knownAt or b.state = 'PENDING_APPROVAL' then 'PENDING_APPROVAL'
                    else 'OPEN' end as state,
                case when b.closed_at <= :knownAt then b.closed_at end as closed_at,
                s.allocated_vnd, s.committed_vnd, s.spent_vnd, s.settled_vnd, s.returned_vnd, s.last_seq, s.last_seq as version
            from accounts b cross join lateral (
                select cast(coalesce(-sum(m.amount) filter (where m.side in ('APPROPRIATION', 'TRANSFER', 'CARRIED')), 0) as bigint)
                        as allocated_vnd,
                    cast(coalesce(sum(m.amount) filter (where m.side = 'COMMITTED'), 0) as bigint) as committed_vnd,
                    cast(coalesce(sum(m.amount) filter (where m.side in ('SPENT', 'SETTLED')), 0) as bigint) as spent_vnd,
                    cast(coalesce(sum(m.amount) filter (where m.side = 'SETTLED'), 0) as bigint) as settled_vnd,
                    cast(coalesce(sum(m.amount) filter (where m.side = 'RETURNED'), 0) as bigint) as returned_vnd,
                    coalesce(max(m.seq), 0) as last_seq
                from (select x.seq, y.side, y.amount from ledger_entries x
                    cross join lateral (values (x.debit, x.amount_vnd), (x.credit, -x.amount_vnd)) y (side, amount)
                    where x.account_id = b.id and x.recorded_at <= :knownAt) m) s) a""";

    private static final String ENTRY_COLUMNS = """
            e.id, e.account_id, a.plan_id, e.seq, e.kind, e.debit, e.credit, e.amount_vnd, e.description, e.commitment_id,
            e.reverses_id, e.transfer_id, e.decision_id, c.expires_on, e.document_number, e.document_on, e.recorded_at""";
    private static final String ENTRIES = """
            ledger_entries e join accounts a on a.id = e.account_id left join ledger_commitments c on c.id = e.id""";

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
            @Nullable EntryKind kind,
            @Nullable Instant knownAt) {}

    /** Accounts by year and block. */
    @Transactional
    Page<AccountView> accounts(AccountFilter filter, @Nullable Instant knownAt, Caller caller, PageRequest request) {
        var source = filter.fundingSource();
        var query = new ListQuery(ACCOUNT_COLUMNS, knownAt == null ? "accounts a" : ACCOUNTS_AT)
                .filter("a.created_at <= :knownAt", "knownAt", knownAt)
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
                "listAccounts|" + filter + "|" + knownAt,
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
                .filter("e.recorded_at <= :knownAt", "knownAt", filter.knownAt())
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
    AccountView account(UUID id, @Nullable Instant knownAt, Caller caller) {
        if (knownAt == null) {
            return account(
                    one("select " + ACCOUNT_COLUMNS + " from accounts a where a.id = :id and " + WITHIN, id, caller));
        }
        var sql = "select " + ACCOUNT_COLUMNS + " from " + ACCOUNTS_AT
                + " where a.id = :id and a.created_at <= :knownAt and " + WITHIN;
        var query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("knownAt", knownAt)
                .setParameter("scope", scopes.of(caller).rootUnitId());
        return Optional.ofNullable((Tuple) query.getSingleResultOrNull())
                .map(LedgerQueries::account)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** Commitments of an account by id, which is by age. Refusal: resource.not-found, also outside the scope. */
    @Transactional
    Page<CommitmentView> commitments(UUID account, boolean unfinished, Caller caller, PageRequest request) {
        account(account, null, caller);
        var query = new ListQuery(
                        "c.*, e.description, e.recorded_at, n.id as moved_to_id",
                        "ledger_commitments c join ledger_entries e on e.id = c.id left join ledger_commitments n on n.moved_from_id = c.id")
                .filter("c.account_id = :account", "account", account)
                .filter(
                        "(c.open_vnd > 0 or c.spent_vnd > c.settled_vnd) = :unfinished",
                        "unfinished",
                        unfinished ? Boolean.TRUE : null)
                .order("c.id", "c.id > cast(:after0 as uuid)");
        return pages.page(
                query,
                "listBudgetCommitments|" + account + "|" + unfinished,
                request,
                new Shape<>(LedgerQueries::commitment, item -> List.of(item.id().toString())));
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
        long returned = row.get("returned_vnd", Long.class);
        return new AccountView(
                row.get("id", UUID.class),
                Etags.of(row.get("version", Long.class)),
                row.get("plan_id", UUID.class),
                row.get("year", Integer.class),
                row.get("block_code", String.class),
                row.get("funding_source", String.class),
                row.get("state", String.class),
                allocated,
                committed,
                spent,
                row.get("settled_vnd", Long.class),
                returned,
                allocated - committed - spent - returned,
                row.get("last_seq", Long.class),
                row.get("closed_at", Instant.class),
                null,
                row.get("version", Long.class));
    }

    private static CommitmentView commitment(Tuple row) {
        long committed = row.get("committed_vnd", Long.class);
        long open = row.get("open_vnd", Long.class);
        long spent = row.get("spent_vnd", Long.class);
        return new CommitmentView(
                row.get("id", UUID.class),
                row.get("description", String.class),
                committed,
                open,
                committed - open - spent,
                spent,
                row.get("settled_vnd", Long.class),
                row.get("for_class", Boolean.class),
                day(row, "expires_on"),
                row.get("moved_from_id", UUID.class),
                row.get("moved_to_id", UUID.class),
                row.get("recorded_at", Instant.class));
    }

    private static LedgerEntryView entry(Tuple row) {
        var number = row.get("document_number", String.class);
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
                row.get("commitment_id", UUID.class),
                row.get("reverses_id", UUID.class),
                row.get("transfer_id", UUID.class),
                row.get("decision_id", UUID.class),
                day(row, "expires_on"),
                number == null ? null : new DocumentView(number, Objects.requireNonNull(day(row, "document_on"))),
                row.get("recorded_at", Instant.class));
    }

    private static @Nullable LocalDate day(Tuple row, String column) {
        return row.get(column) instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) row.get(column);
    }
}
