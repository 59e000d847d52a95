package vn.gov.hanoi.training.reorganisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.ledger.FundingSource;

/** Answers about drafts of moving decisions. */
final class MoveViewApi {
    private MoveViewApi() {}

    @Schema(name = "PlanMoveSummary")
    record MoveSummary(
            UUID id,

            @Schema(description = "FOLLOW: along the lineage; RETURN: the opposite, since it was taken back")
            MoveDraft.Kind kind,

            @Schema(description = "DRAFT until approved or withdrawn")
            MoveDraft.State state,

            UUID planId,

            @Schema(description = "Plan year", examples = "2025")
            int year,

            ReorganisationRef reorganisation,

            @Schema(description = "Approved: the decision that moved it", nullable = true) @Nullable
            UUID decisionId,

            @Schema(description = "When the suite drafted it")
            Instant createdAt) {}

    @Schema(name = "ReorganisationRef")
    record ReorganisationRef(
            UUID id,

            @Schema(description = "Number of the decision about the units", examples = "18/NQ-HĐND", maxLength = 100)
            String decisionNumber,

            @Schema(description = "First day of the new order", examples = "2025-07-01")
            LocalDate effectiveOn) {}

    @Schema(
            name = "PlanMoveView",
            description = "What moves where. A draft shows what would move now; an approved one what was moved")
    record MoveView(
            UUID id,

            @Schema(description = "Send it back as If-Match; changes with all that the giving units hold in the plan")
            String etag,

            MoveSummary draft,

            @Schema(description = "What the decision rests on", maxLength = 1000)
            String legalBasis,

            @Schema(description = "Whether somebody laid down amounts instead of the shares")
            boolean divided,

            @Schema(description = "Free money", maxItems = 100000)
            List<MoneyView> money,

            @Schema(description = "Commitments that are open, each as a whole", maxItems = 100000)
            List<CommitmentView> commitments,

            @Schema(
                    description = "Commitments that are released first, since their last day is over",
                    maxItems = 100000)
            List<UUID> expiredCommitments,

            @Schema(description = "Quota of lines", maxItems = 100000)
            List<QuotaView> quotas,

            @Schema(description = "Classes that are not over", maxItems = 100000)
            List<ClassView> classes,

            @Schema(description = "Money of all units concerned; the sums of a source are the same before and after")
            List<BalanceView> balances,

            @Schema(description = "What the caller may do") @JsonProperty("_actions")
            List<ActionView> actions) {}

    @Schema(name = "MovedMoney")
    record MoneyView(
            @Schema(description = "Code of the block", examples = "DISTRICTS")
            String block,

            FundingSource fundingSource,
            UnitRef from,
            UnitRef to,

            @Schema(description = "Đồng", examples = "250000000")
            long amountVnd) {}

    @Schema(name = "MovedCommitment")
    record CommitmentView(
            @Schema(description = "Entry that names it") UUID id,

            @Schema(description = "Entry that names it from now on; null until it is moved", nullable = true) @Nullable
            UUID nextId,

            @Schema(description = "Code of the block", examples = "DISTRICTS")
            String block,

            FundingSource fundingSource,
            UnitRef from,
            UnitRef to,

            @Schema(description = "What is open of it in đồng; what was spent stays", examples = "30000000")
            long openVnd) {}

    @Schema(name = "MovedQuota")
    record QuotaView(
            UUID lineId,

            @Schema(description = "Code of the line that gives", examples = "DEPARTMENTS-1")
            String line,

            @Schema(description = "Line that takes; null until it is moved", nullable = true) @Nullable
            UUID nextLineId,

            @Schema(description = "Code of the block", examples = "DISTRICTS")
            String block,

            FundingSource fundingSource,
            UnitRef from,
            UnitRef to,

            @Schema(description = "The line waits for its release and has no figures yet")
            boolean pending,

            @Schema(description = "Classes that are not opened", examples = "3")
            int freeClasses,

            @Schema(description = "Places without a class", examples = "120")
            int freePlaces,

            @Schema(description = "Opened classes that are not over", examples = "1")
            int openedClasses,

            @Schema(description = "Their places", examples = "40")
            int openedPlaces) {}

    @Schema(name = "MovedClass")
    record ClassView(
            UUID id,
            @Schema(description = "Title") String title,

            @Schema(description = "Unit that holds it; null if that stays", nullable = true) @Nullable
            UnitRef from,

            @Schema(description = "Unit that goes on with it", nullable = true) @Nullable
            UnitRef to,

            @Schema(description = "Line that it leaves; null if it stays", nullable = true) @Nullable
            UUID lineId) {}

    @Schema(name = "MovedBalance")
    record BalanceView(
            UnitRef unit,
            FundingSource fundingSource,

            @Schema(description = "Đồng that nothing is promised from", examples = "250000000")
            long freeBeforeVnd,

            @Schema(description = "Đồng promised and not spent", examples = "30000000")
            long openBeforeVnd,

            @Schema(description = "The same afterwards", examples = "0")
            long freeAfterVnd,

            @Schema(description = "The same afterwards", examples = "0")
            long openAfterVnd) {}
}
