package vn.gov.hanoi.training.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.ledger.LedgerApi.DocumentRequest;

/** Requests that close books. */
final class ClosingApi {
    private ClosingApi() {}

    /** What becomes of money that is left. */
    enum Remainder {
        RETURN,
        CARRY_OVER
    }

    @Schema(name = "CloseAccountRequest", description = "Closes the books of an account")
    record CloseAccountRequest(
            @Schema(description = "Decision that orders the closing") @NotNull @Valid
            DocumentRequest decision,

            @Schema(description = "What becomes of what is left") @NotNull @Valid
            CloseData data) {}

    @Schema(name = "CloseAccountData", description = "What becomes of what is left")
    record CloseData(
            @Schema(description = "RETURN to the budget, or CARRY_OVER to the next year", examples = "RETURN") @NotNull
            Remainder remainder,

            @Schema(
                    description =
                            "For CARRY_OVER of more than zero: account of the next year of the same source, block and unit",
                    nullable = true)
            @Nullable
            UUID carryToAccountId) {}

    @Schema(name = "CloseAccountsRequest", description = "Closes the books of a plan year")
    record CloseAccountsRequest(
            @Schema(description = "Decision that orders the closing") @NotNull @Valid
            DocumentRequest decision,

            @Schema(description = "Which books, and what becomes of what is left") @NotNull @Valid
            CloseAccountsData data) {}

    @Schema(name = "CloseAccountsData", description = "Which books, and what becomes of what is left")
    record CloseAccountsData(
            @Schema(description = "Plan year", examples = "2026") @NotNull @Min(2000) @Max(2100)
            Integer year,

            @Schema(
                    description =
                            "RETURN to the budget, or CARRY_OVER to the account of the next year of the same source, block and unit",
                    examples = "RETURN")
            @NotNull
            Remainder remainder) {}
}
