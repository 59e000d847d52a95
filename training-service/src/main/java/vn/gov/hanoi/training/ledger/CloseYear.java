package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.bulk.BulkVerdicts;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.AccountRepository.Followed;
import vn.gov.hanoi.training.ledger.AccountRepository.Held;
import vn.gov.hanoi.training.ledger.ClosingApi.CloseAccountsRequest;
import vn.gov.hanoi.training.ledger.ClosingApi.Remainder;

/** Closes the books of a plan year in one act: what can be closed is, and of each other account it is said why not. */
@ApplicationScoped
class CloseYear {
    static final int MOST = 500;
    private static final String PATH = "/training/v1/accounts";

    private final AccountRepository accounts;
    private final LedgerRepository ledger;
    private final CloseAccount closeAccount;
    private final Scopes scopes;
    private final Problems problems;

    CloseYear(
            AccountRepository accounts,
            LedgerRepository ledger,
            CloseAccount closeAccount,
            Scopes scopes,
            Problems problems) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.closeAccount = closeAccount;
        this.scopes = scopes;
        this.problems = problems;
    }

    /**
     * A row for each account that is not closed, at most 500 of them and first those that can be; the rest by the next call. All
     * remainders are posted by one statement.
     *
     * <p>Refusals of all: training.plan-missing if the year has no account in the scope, training.entry-date-unfit. Of an account: those
     * of {@link AccountGuard#state}, training.carry-target-missing.
     */
    @Transactional
    Answer close(CloseAccountsRequest request, Caller caller, Locale locale) {
        var scope = scopes.of(caller);
        int year = request.data().year();
        if (!accounts.hasAny(year, scope)) {
            throw new Refused(
                    Refusal.of(TrainingProblem.PLAN_MISSING, "year", year).at("/data/year"));
        }
        Refused.ifAny(closeAccount.unsigned(request.decision()));
        var rows = accounts.unclosed(year, scope, MOST);
        var held = hold(rows, request.data().remainder(), caller);
        var verdicts = new BulkVerdicts(false);
        var closable = new ArrayList<Held>();
        var orders = new ArrayList<Order>();
        for (var row : rows) {
            var account = held.get(row.id());
            if (account == null) {
                continue;
            }
            var target = request.data().remainder() == Remainder.RETURN ? null : held.get(row.next());
            var refusals = refusals(account, target, request, caller);
            if (!refusals.isEmpty()) {
                verdicts.refused(row.id().toString(), row.id(), refusals);
                continue;
            }
            boolean left = account.availableVnd() > 0;
            if (left) {
                orders.addAll(CloseAccount.remainder(account, Optional.ofNullable(target), request.decision(), caller));
            }
            closable.add(account);
            verdicts.done(row.id().toString(), row.id(), 200, account.version() + (left ? 2 : 1));
        }
        if (!orders.isEmpty()) {
            ledger.postAll(orders);
        }
        closable.forEach(each -> closeAccount.finish(each, request.data().remainder(), request.decision(), caller));
        return verdicts.answer(PATH, problems, locale);
    }

    private Map<@Nullable UUID, Held> hold(List<Followed> rows, Remainder remainder, Caller caller) {
        var ids = rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.id()),
                        remainder == Remainder.RETURN ? Stream.empty() : Stream.ofNullable(row.next())))
                .distinct()
                .sorted()
                .toList();
        return ids.isEmpty()
                ? new HashMap<>()
                : accounts.hold(ids, scopes.of(caller)).stream().collect(Collectors.toMap(Held::id, each -> each));
    }

    private static List<Refusal> refusals(
            Held account, @Nullable Held target, CloseAccountsRequest request, Caller caller) {
        var found = new ArrayList<>(new AccountGuard(account, caller).state());
        boolean carries = request.data().remainder() == Remainder.CARRY_OVER && account.availableVnd() > 0;
        if (carries && (target == null || target.state() == AccountState.CLOSED)) {
            found.add(Refusal.of(TrainingProblem.CARRY_TARGET_MISSING));
        }
        return found;
    }
}
