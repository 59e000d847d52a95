package vn.gov.hanoi.training.ledger;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.training.PlainText;

/** Requests and answers about accounts and entries. */
final class LedgerApi {
    private LedgerApi() {}

    /** Kinds that a caller may post directly; the others follow from decisions and classes. */
    enum DirectKind {
        COMMITMENT
    }

    @Schema(name = "LedgerEntryRequest", description = "A commitment of free money that belongs to no class")
    record LedgerEntryRequest(
            @Schema(description = "Account that pays") @NotNull
            UUID accountId,

            @Schema(description = "COMMITMENT") @NotNull DirectKind kind,

            @Schema(description = "Amount in đồng, above zero", examples = "12500000")
            @NotNull
            @Positive
            @Max(9007199254740991L)
            Long amountVnd,

            @Schema(description = "Purpose; no personal data", examples = "In tài liệu bồi dưỡng", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String description) {}

    @Schema(name = "LedgerEntry", description = "An entry; never altered")
    record LedgerEntryView(
            UUID id,
            UUID accountId,
            UUID planId,

            @Schema(description = "Place in the account's order, contiguous from 1", examples = "1")
            long seq,

            @Schema(description = "ALLOCATION or COMMITMENT", examples = "COMMITMENT")
            String kind,

            @Schema(description = "Side that the amount goes to", examples = "COMMITTED")
            String debit,

            @Schema(description = "Side that the amount comes from", examples = "AVAILABLE")
            String credit,

            @Schema(description = "Amount in đồng", examples = "12500000")
            long amountVnd,

            @Schema(description = "Purpose") String description,

            @Schema(description = "When it was posted") Instant recordedAt) {}

    @Schema(name = "Account", description = "Sums of the entries of one year, funding source and block, in đồng")
    record AccountView(
            UUID id,

            @Schema(description = "Changes with every entry", examples = "\"3\"")
            String etag,

            UUID planId,

            @Schema(description = "Plan year", examples = "2020")
            int year,

            @Schema(description = "Code of the block", examples = "DEPARTMENTS")
            String block,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "CITY_BUDGET")
            String fundingSource,

            @Schema(description = "OPEN, or PENDING_APPROVAL while no money may be used", examples = "OPEN")
            String state,

            @Schema(description = "Given by decisions", examples = "134663000000")
            long allocatedVnd,

            @Schema(description = "Promised, not yet spent", examples = "12500000")
            long committedVnd,

            @Schema(description = "Spent", examples = "0") long spentVnd,

            @Schema(description = "allocatedVnd - committedVnd - spentVnd", examples = "134650500000")
            long availableVnd,

            @Schema(description = "Sequence of the newest entry", examples = "2")
            long lastSeq) {}
}
