package vn.gov.hanoi.training.degree;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.decree.Condition;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.degree.DegreeTraining.Waiver;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.ledger.Spending;

/** Answers about degree trainings. */
final class DegreeViewApi {
    private DegreeViewApi() {}

    @Schema(name = "DegreeTraining", description = "An officer who is or shall be sent to a degree")
    record DegreeTrainingView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "The officer") LearnerView officer,

            @Schema(description = "Unit of the officer when it was proposed or, later, when the person was sent")
            UnitRef unit,

            @Schema(description = "Code of the degree level", examples = "MASTER", maxLength = 35)
            String level,

            @Schema(description = "Field", maxLength = 200) String field,

            @Schema(description = "Institution", maxLength = 200)
            String institution,

            @Schema(description = "Country, ISO 3166", examples = "VN", maxLength = 2)
            String country,

            @Schema(description = "Planned day of sending") LocalDate startsOn,

            @Schema(description = "Planned last day of study")
            LocalDate endsOn,

            @Schema(description = "Code of who pays", examples = "CITY_BUDGET", maxLength = 35)
            String fundingSource,

            @Schema(description = "Sum of the costs in đồng, without salary and allowances", examples = "60000000")
            long costVnd,

            @Schema(description = "Rule of the day of sending", examples = "ND171-POSTGRADUATE", maxLength = 40)
            String rule,

            @Schema(description = "Number of its decree", examples = "171/2025/NĐ-CP", maxLength = 40)
            String legalBasis,

            @Schema(
                    description = "PROPOSED, APPROVED, REJECTED, WITHDRAWN, SENT, COMPLETED, NOT_COMPLETED or LEFT",
                    examples = "SENT",
                    maxLength = 20)
            DegreeState state,

            @Schema(description = "When it was proposed") Instant proposedAt,

            @Schema(description = "Day of sending; null until then", nullable = true) @Nullable
            LocalDate sentOn,

            @Schema(description = "Last day of study; null until it is over", nullable = true) @Nullable
            LocalDate endedOn,

            @Schema(description = "More; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            DetailsView details,

            @JsonProperty("_actions")
            @Schema(description = "What can be done with it; not in lists", maxItems = 6)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<ActionView> actions,

            @JsonIgnore @Schema(hidden = true) long version) {
        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }

        static DegreeTrainingView of(DegreeTraining training) {
            return of(training, null, null);
        }

        static DegreeTrainingView full(DegreeTraining training, List<PaymentView> payments, List<ActionView> offered) {
            return of(training, DetailsView.of(training, payments), offered);
        }

        private static DegreeTrainingView of(
                DegreeTraining training, @Nullable DetailsView more, @Nullable List<ActionView> offered) {
            var learner = training.learner();
            var study = training.study();
            var ending = training.ending();
            return new DegreeTrainingView(
                    training.id(),
                    new LearnerView(learner.officerId(), learner.code(), learner.name(), training.category()),
                    new UnitRef(learner.unitId(), learner.unitCode(), learner.unitName()),
                    study.level(),
                    study.field(),
                    study.institution(),
                    study.country(),
                    study.startsOn(),
                    study.endsOn(),
                    study.fundingSource(),
                    study.costVnd(),
                    training.rule(),
                    DegreeRules.shipped().number(training.decree().decree()),
                    training.state(),
                    training.proposedAt(),
                    training.sentOn(),
                    ending == null ? null : ending.endedOn(),
                    more,
                    offered,
                    training.version());
        }
    }

    @Schema(name = "DegreeLearner")
    record LearnerView(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Code", examples = "CB0000001", maxLength = 35)
            String code,

            @Schema(description = "Name", maxLength = 200) String name,

            @Schema(
                    description = "Category of personnel on the day of sending",
                    examples = "CIVIL_SERVANT",
                    maxLength = 40)
            String category) {}

    @Schema(name = "DegreeTrainingDetails")
    record DetailsView(
            @Schema(description = "What it costs", maxItems = 20)
            List<CostView> costs,

            @Schema(description = "What the training money pays of it; empty if nothing", maxItems = 100)
            List<PaymentView> payments,

            @Schema(description = "Conditions as last checked, in the order of the rule", maxItems = 9)
            List<ConditionView> conditions,

            @Schema(description = "The decision; null if there is none", nullable = true) @Nullable
            ActDecision decision,

            @Schema(description = "Why it was rejected, taken back or not completed; else null", nullable = true)
            @Nullable
            ActReason reason,

            @Schema(description = "Conditions that were waived", maxItems = 9)
            List<WaiverView> waivers,

            @Schema(description = "The diploma; null until it is there", nullable = true) @Nullable
            Document diploma) {
        static DetailsView of(DegreeTraining training, List<PaymentView> payments) {
            var decided = training.decision();
            var ending = training.ending();
            return new DetailsView(
                    training.study().costs().stream()
                            .map(each -> new CostView(each.item(), each.amountVnd()))
                            .toList(),
                    payments,
                    training.checked().stream().map(ConditionView::of).toList(),
                    decided == null ? null : decided.decision(),
                    ending != null ? ending.reason() : decided == null ? null : decided.reason(),
                    training.waivers().stream().map(WaiverView::of).toList(),
                    ending == null ? null : ending.diploma());
        }
    }

    @Schema(name = "DegreeCost")
    record CostView(
            @Schema(description = "Code of the list of costs", examples = "TUITION", maxLength = 35)
            String item,

            @Schema(description = "In đồng", examples = "60000000")
            long amountVnd) {}

    @Schema(name = "DegreePayment", description = "A commitment of the ledger for the degree, and what became of it")
    record PaymentView(
            @Schema(description = "Account that pays") UUID accountId,

            @Schema(description = "Entry that made the commitment; spending names it")
            UUID commitmentId,

            @Schema(description = "Committed, in đồng", examples = "60000000")
            long committedVnd,

            @Schema(description = "Given back, in đồng", examples = "0")
            long releasedVnd,

            @Schema(description = "Spent, less refunds, in đồng", examples = "30000000")
            long spentVnd,

            @Schema(description = "Part of what is spent that has its documents, in đồng", examples = "30000000")
            long settledVnd,

            @Schema(description = "Open, in đồng", examples = "30000000")
            long openVnd) {
        static PaymentView of(DegreePaymentRepository.Payment payment, Spending spending) {
            return new PaymentView(
                    payment.accountId(),
                    payment.commitmentId(),
                    spending.committed().dong(),
                    spending.released().dong(),
                    spending.spent().dong(),
                    spending.settled().dong(),
                    spending.open().dong());
        }
    }

    @Schema(name = "DegreeCondition", description = "A condition with what was found")
    record ConditionView(
            @Schema(description = "Code", examples = "SENIORITY", maxLength = 40)
            String code,

            @Schema(description = "In words, by language") Map<String, String> names,

            @Schema(description = "MET, NOT_MET, or UNKNOWN while a fact is missing", examples = "MET", maxLength = 20)
            String verdict,

            @Schema(description = "Whether a decision may waive it")
            boolean waivable,

            @Schema(description = "LAW, or ASSUMED while nobody confirmed it", examples = "LAW", maxLength = 20)
            String confidence,

            @Schema(description = "Facts that were looked at; an age, never a birth date")
            Map<String, Object> evidence) {
        static ConditionView of(Condition condition) {
            var text = DegreeRules.shipped().text(condition.code());
            return new ConditionView(
                    condition.code().name(),
                    Map.of("vi", text.names().vi(), "en", text.names().en()),
                    condition.verdict().name(),
                    text.waivable(),
                    text.confidence(),
                    condition.evidence());
        }
    }

    @Schema(name = "DegreeWaiver")
    record WaiverView(
            @Schema(description = "The condition", examples = "AGE", maxLength = 40)
            String condition,

            @Schema(description = "The decision that waives it")
            ActDecision decision,

            @Schema(description = "Why") ActReason reason) {
        static WaiverView of(Waiver waiver) {
            return new WaiverView(waiver.condition().name(), waiver.decision(), waiver.reason());
        }
    }
}
