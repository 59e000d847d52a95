package vn.gov.hanoi.training.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.Writes.Kept;
import vn.gov.hanoi.kernel.idempotency.Writes.UsedKey;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.LedgerApi.LedgerEntryRequest;
import vn.gov.hanoi.training.ledger.LedgerApi.LedgerEntryView;

/** Posts what callers may post directly: commitments that belong to no class, and what becomes of any commitment. */
@ApplicationScoped
class PostEntry {
    /** An entry never changes, so it has one version. */
    private static final long ONLY_VERSION = 1;

    private final PostingDesk desk;
    private final LedgerRepository ledger;
    private final LedgerQueries queries;
    private final Clock clock;

    PostEntry(PostingDesk desk, LedgerRepository ledger, LedgerQueries queries, Clock clock) {
        this.desk = desk;
        this.ledger = ledger;
        this.queries = queries;
        this.clock = clock;
    }

    /** Who may post which kind. Refusal: auth.role-missing. */
    void authorise(LedgerEntryRequest request, Caller caller) {
        if (!caller.roles().contains(request.kind().role())) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
    }

    /**
     * Posts under the key, together with what others post at the same moment.
     *
     * <p>Refusals: auth.role-missing, training.account-unknown (also outside the scope), idempotency.in-progress,
     * idempotency.payload-differs, training.entry-field-missing, training.entry-field-unfit, training.entry-date-unfit,
     * training.line-pending-approval, training.account-closed, training.budget-exceeded, training.commitment-unknown,
     * training.commitment-of-class, training.commitment-exceeded, training.unsettled-exceeded, training.entry-unknown,
     * training.entry-not-reversible, training.entry-reversed, authority.own-act, server.unavailable.
     */
    Kept post(LedgerEntryRequest request, Caller caller, UsedKey key) {
        authorise(request, caller);
        var order = order(request, caller, key);
        var verdict = desk.post(order);
        return switch (verdict.outcome()) {
            case POSTED -> new Kept(answer(view(order.posting(), verdict)), false);
            case REPLAYED -> new Kept(answer(queries.entry(verdict.entryId(), caller)), true);
            default -> throw verdict.refused();
        };
    }

    /** The same in the transaction of a trial. */
    Answer tryOut(LedgerEntryRequest request, Caller caller) {
        var order = order(request, caller, null);
        var verdict = ledger.post(List.of(order)).getFirst();
        if (!verdict.isPosted()) {
            throw verdict.refused();
        }
        return answer(view(order.posting(), verdict));
    }

    private Order order(LedgerEntryRequest request, Caller caller, @Nullable UsedKey key) {
        Refused.ifAny(refusals(request));
        var document = request.document();
        var uses = new Posting.Uses(
                request.commitmentId(),
                request.reversesId(),
                null,
                null,
                request.expiresOn(),
                document == null ? null : new Posting.Document(PlainText.of(document.number()), document.signedOn()));
        var amount = request.amountVnd() == null ? null : new Money(request.amountVnd());
        var posting = new Posting(
                Ids.next(),
                request.accountId(),
                request.kind().kind(),
                amount,
                PlainText.of(request.description()),
                uses);
        return new Order(posting, caller, request.kind().audited(), new Order.Direct(key, Trace.id()));
    }

    private List<Refusal> refusals(LedgerEntryRequest request) {
        var refusals = new ArrayList<Refusal>();
        var kind = request.kind();
        check(refusals, kind.hasAmount(), request.amountVnd(), "amountVnd", kind);
        check(refusals, kind.usesCommitment(), request.commitmentId(), "commitmentId", kind);
        check(refusals, kind == LedgerApi.DirectKind.REVERSAL, request.reversesId(), "reversesId", kind);
        var document = request.document();
        if (kind == LedgerApi.DirectKind.SETTLEMENT && document == null) {
            refusals.add(missing("document", kind));
        }
        var today = LocalDate.now(clock);
        if (document != null && document.signedOn().isAfter(today)) {
            refusals.add(unfitDay("/document/signedOn", document.signedOn()));
        }
        var expiresOn = request.expiresOn();
        if (expiresOn != null && kind != LedgerApi.DirectKind.COMMITMENT) {
            refusals.add(unfit("expiresOn", kind));
        } else if (expiresOn != null && expiresOn.isBefore(today)) {
            refusals.add(unfitDay("/expiresOn", expiresOn));
        }
        return refusals;
    }

    private static void check(
            List<Refusal> refusals, boolean wanted, @Nullable Object given, String field, LedgerApi.DirectKind kind) {
        if (wanted && given == null) {
            refusals.add(missing(field, kind));
        } else if (!wanted && given != null) {
            refusals.add(unfit(field, kind));
        }
    }

    private static Refusal missing(String field, LedgerApi.DirectKind kind) {
        return Refusal.of(TrainingProblem.ENTRY_FIELD_MISSING, "field", field, "kind", kind.name())
                .at("/" + field);
    }

    private static Refusal unfit(String field, LedgerApi.DirectKind kind) {
        return Refusal.of(TrainingProblem.ENTRY_FIELD_UNFIT, "field", field, "kind", kind.name())
                .at("/" + field);
    }

    private static Refusal unfitDay(String place, LocalDate day) {
        return Refusal.of(TrainingProblem.ENTRY_DATE_UNFIT, "day", day.toString())
                .at(place);
    }

    private static Answer answer(LedgerEntryView view) {
        return Answer.created("/training/v1/ledger-entries/" + view.id(), view, ONLY_VERSION);
    }

    private static LedgerEntryView view(Posting posting, Verdict verdict) {
        var uses = posting.uses();
        var document = uses.document();
        return new LedgerEntryView(
                posting.id(),
                posting.accountId(),
                Objects.requireNonNull(verdict.planId()),
                Objects.requireNonNull(verdict.seq()),
                posting.kind().name(),
                Objects.requireNonNull(verdict.debit()).name(),
                Objects.requireNonNull(verdict.credit()).name(),
                Objects.requireNonNull(verdict.amountVnd()),
                posting.description(),
                verdict.commitmentId(),
                uses.reversesId(),
                uses.transferId(),
                uses.decisionId(),
                uses.expiresOn(),
                document == null ? null : new LedgerApi.DocumentView(document.number(), document.signedOn()),
                Objects.requireNonNull(verdict.recordedAt()));
    }
}
