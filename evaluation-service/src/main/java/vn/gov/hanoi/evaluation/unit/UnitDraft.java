package vn.gov.hanoi.evaluation.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What somebody wants recorded as a unit, before it is looked up where it belongs. */
public record UnitDraft(String code, String name, UnitType type, Validity validity) {
    /** Takes a name as people type it: any normal form, white space outside. */
    public static UnitDraft of(String code, String name, UnitType type, LocalDate from, @Nullable LocalDate to) {
        return new UnitDraft(code, name(name), type, new Validity(from, to));
    }

    /** A name as it is kept: normal form, without white space outside. */
    public static String name(String typed) {
        return VietnameseText.nfc(typed.strip());
    }

    /** Refusals: unit.code-malformed, those of the name, date.out-of-range, validity.empty. */
    public List<Refusal> faults() {
        return new Faults()
                .add("/code", UnitCode.fault(code))
                .add("/name", TextRule.UNIT_NAME.fault(name))
                .date("/validFrom", validity.from())
                .date("/validTo", validity.to())
                .add("/validTo", validity.fault())
                .all();
    }

    /** Whether the parent named or not named fits the type. Refusal: unit.parent-mismatch. */
    Optional<Refusal> parentFault(boolean named) {
        return parentFault(type, named);
    }

    /** Only the City has no parent. Refusal: unit.parent-mismatch. */
    static Optional<Refusal> parentFault(UnitType type, boolean named) {
        return named == (type != UnitType.CITY)
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.UNIT_PARENT_MISMATCH));
    }
}
