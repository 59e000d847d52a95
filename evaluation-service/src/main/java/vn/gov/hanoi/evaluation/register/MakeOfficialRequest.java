package vn.gov.hanoi.evaluation.register;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Check;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Mark;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** The legal check on which a rule set is made official. */
@Schema(name = "MakeRuleSetOfficialRequest", additionalProperties = Schema.False.class)
record MakeOfficialRequest(
        @Schema(description = "Document in which the legal check is written down; signed today or before")
        @Valid
        @NotNull
        Decision decision,

        @Schema(description = "The check") @Valid @NotNull Data data) {

    @Schema(name = "RuleSetLegalCheckData", additionalProperties = Schema.False.class)
    record Data(
            @Schema(
                    description = "Person or office that checked; kept in NFC, trimmed",
                    maxLength = 200,
                    examples = "Phòng Pháp chế, Sở Nội vụ")
            @NotNull
            @Size(max = 200)
            String checkedBy) {}

    /** In the form in which it is kept. Refusals: those of the texts, date.out-of-range. */
    Check check(Mark recorded, LocalDate today) {
        var by = VietnameseText.nfc(data.checkedBy().strip());
        var document = decision.kept();
        Refused.ifAny(new Faults()
                .addAll(document.faults("/decision"))
                .add("/decision/signedOn", later(document.signedOn(), today))
                .add("/data/checkedBy", TextRule.UNIT_NAME.fault(by))
                .all());
        return new Check(by, document, recorded);
    }

    private static Optional<Refusal> later(LocalDate day, LocalDate today) {
        return day.isAfter(today)
                ? Optional.of(Refusal.of(
                        EvaluationProblem.DATE_OUT_OF_RANGE,
                        "from",
                        Validity.EARLIEST.toString(),
                        "to",
                        today.toString()))
                : Optional.empty();
    }
}
