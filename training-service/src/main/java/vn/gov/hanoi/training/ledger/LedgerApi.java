package vn.gov.hanoi.training.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.action.ActionView;

/** Requests and answers about accounts and entries. */
final class LedgerApi {
    private LedgerApi() {}

    /** Kinds that a caller may post directly, and the role for it; the others follow from decisions and closings. */
    enum DirectKind {
        COMMITMENT(EntryKind.COMMITMENT, "training-organiser", "ledger.commit"),
        RELEASE(EntryKind.RELEASE, "training-organiser", "ledger.release"),
        EXPENDITURE(EntryKind.EXPENDITURE, "training-accountant", "ledger.spend"),
        REFUND(EntryKind.REFUND, "training-accountant", "ledger.refund"),
        SETTLEMENT(EntryKind.SETTLEMENT, "training-accountant", "ledger.settle"),
        REVERSAL(EntryKind.REVERSAL, "training-accountant", "ledger.reverse");

        private final EntryKind kind;
        private final String role;
        private final String audited;

        DirectKind(EntryKind kind, String role, String audited) {
            this.kind = kind;
            this.role = role;
            this.audited = audited;
        }

        EntryKind kind() {
            return kind;
        }

        String role() {
            return role;
        }

        String audited() {
            return audited;
        }

        boolean hasAmount() {
            return this != REVERSAL;
        }

        boolean usesCommitment() {
            return this != REVERSAL && this != COMMITMENT;
        }
    }

    @Schema(name = "LedgerDocument", description = "Paper that proves a spending or orders a closing")
    record DocumentRequest(
            @Schema(description = "Number", examples = "15/BB-QT", maxLength = 100)
            @NotBlank
            @Size(max = 100)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String number,

            @Schema(description = "Day it was signed, not after today", examples = "2020-12-15") @NotNull @PlausibleDay
            LocalDate signedOn) {}

    @Schema(name = "LedgerDocumentView", description = "Paper that proves a spending or orders a closing")
    record DocumentView(
            @Schema(description = "Number", examples = "15/BB-QT")
            String number,

            @Schema(description = "Day it was signed", examples = "2020-12-15")
            LocalDate signedOn) {}

    @Schema(
            name = "LedgerEntryRequest",
            description =
                    "A commitment of free money that belongs to no class, or what becomes of a commitment. COMMITMENT and RELEASE need"
                            + " training-organiser, the others training-accountant")
    record LedgerEntryRequest(
            @Schema(description = "Account that pays") @NotNull
            UUID accountId,

            @Schema(description = "What is posted", examples = "COMMITMENT") @NotNull
            DirectKind kind,

            @Schema(description = "Amount in đồng, above zero; absent for REVERSAL", examples = "12500000")
            @Positive
            @Max(9007199254740991L)
            @Nullable
            Long amountVnd,

            @Schema(description = "Purpose; no personal data", examples = "In tài liệu bồi dưỡng", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String description,

            @Schema(
                    description = "Entry that made the commitment; for RELEASE, EXPENDITURE, REFUND, SETTLEMENT",
                    nullable = true)
            @Nullable
            UUID commitmentId,

            @Schema(description = "Entry that is taken back, posted by somebody else; for REVERSAL", nullable = true)
            @Nullable
            UUID reversesId,

            @Schema(
                    description = "Last day in Hanoi of a COMMITMENT; what is open after it is released",
                    nullable = true,
                    examples = "2020-12-31")
            @PlausibleDay
            @Nullable
            LocalDate expiresOn,

            @Schema(description = "Needed for SETTLEMENT, possible for each", nullable = true) @Valid @Nullable
            DocumentRequest document) {}

    @Schema(name = "LedgerEntry", description = "An entry; never altered")
    record LedgerEntryView(
            UUID id,
            UUID accountId,
            UUID planId,

            @Schema(description = "Place in the account's order, contiguous from 1", examples = "1")
            long seq,

            @Schema(description = "What it does", examples = "COMMITMENT")
            String kind,

            @Schema(description = "Side that the amount goes to", examples = "COMMITTED")
            String debit,

            @Schema(description = "Side that the amount comes from", examples = "AVAILABLE")
            String credit,

            @Schema(description = "Amount in đồng", examples = "12500000")
            long amountVnd,

            @Schema(description = "Purpose") String description,

            @Schema(description = "Commitment it makes or uses; null if none", nullable = true) @Nullable
            UUID commitmentId,

            @Schema(description = "Entry that it takes back; null if none", nullable = true) @Nullable
            UUID reversesId,

            @Schema(description = "Common to the two entries of a transfer; null if none", nullable = true) @Nullable
            UUID transferId,

            @Schema(description = "Decision about the plan that moved the money; null if none", nullable = true)
            @Nullable
            UUID decisionId,

            @Schema(description = "Last day of a commitment; null if none", nullable = true, examples = "2020-12-31")
            @Nullable
            LocalDate expiresOn,

            @Schema(description = "Paper that proves or orders it; null if none", nullable = true) @Nullable
            DocumentView document,

            @Schema(description = "When it was posted") Instant recordedAt) {}

    @Schema(name = "Account", description = "Sums of the entries of one year, funding source and block, in đồng")
    record AccountView(
            UUID id,

            @Schema(description = "Changes with every entry and every change of state", examples = "\"3\"")
            String etag,

            UUID planId,

            @Schema(description = "Plan year", examples = "2020")
            int year,

            @Schema(description = "Code of the block", examples = "DEPARTMENTS")
            String block,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "OPEN, PENDING_APPROVAL while no money may be used, or CLOSED", examples = "OPEN")
            String state,

            @Schema(description = "Given by decisions", examples = "134663000000")
            long allocatedVnd,

            @Schema(description = "Promised, not yet spent", examples = "12500000")
            long committedVnd,

            @Schema(description = "Spent, less refunds", examples = "0")
            long spentVnd,

            @Schema(description = "Part of what is spent that has accepted documents", examples = "0")
            long settledVnd,

            @Schema(description = "Given back to the budget at the closing", examples = "0")
            long returnedVnd,

            @Schema(description = "allocatedVnd - committedVnd - spentVnd - returnedVnd", examples = "134650500000")
            long availableVnd,

            @Schema(description = "Sequence of the newest entry", examples = "2")
            long lastSeq,

            @Schema(description = "When the books were closed; null if they are open", nullable = true) @Nullable
            Instant closedAt,

            @JsonProperty("_actions")
            @Schema(description = "What can be done with it; not in lists, nor of a moment in the past", maxItems = 1)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<ActionView> actions,

            @JsonIgnore @Schema(hidden = true) long version) {
        /** The same account with what lists leave out. */
        AccountView with(List<ActionView> offered) {
            return new AccountView(
                    id,
                    etag,
                    planId,
                    year,
                    block,
                    fundingSource,
                    state,
                    allocatedVnd,
                    committedVnd,
                    spentVnd,
                    settledVnd,
                    returnedVnd,
                    availableVnd,
                    lastSeq,
                    closedAt,
                    offered,
                    version);
        }
    }

    @Schema(name = "BudgetCommitment", description = "A commitment and what became of it, in đồng")
    record CommitmentView(
            @Schema(description = "Id of the entry that made it")
            UUID id,

            @Schema(description = "Purpose") String description,

            @Schema(description = "Promised", examples = "12500000")
            long committedVnd,

            @Schema(description = "committedVnd - releasedVnd - spentVnd", examples = "0")
            long openVnd,

            @Schema(description = "Given back, refunds included", examples = "500000")
            long releasedVnd,

            @Schema(description = "Paid, less refunds", examples = "12000000")
            long spentVnd,

            @Schema(description = "Part of spentVnd that has accepted documents", examples = "0")
            long settledVnd,

            @Schema(description = "Whether a class holds it, and releases it itself")
            boolean forClass,

            @Schema(description = "Last day; null if none", examples = "2020-12-31", nullable = true) @Nullable
            LocalDate expiresOn,

            @Schema(
                    description = "Commitment of another account that this one goes on with; null: none",
                    nullable = true)
            @Nullable
            UUID movedFromId,

            @Schema(
                    description = "Commitment of another account that goes on with this one; null: none",
                    nullable = true)
            @Nullable
            UUID movedToId,

            @Schema(description = "When it was made") Instant recordedAt) {}
}
