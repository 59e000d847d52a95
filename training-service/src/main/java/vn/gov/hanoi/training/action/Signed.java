package vn.gov.hanoi.training.action;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;

/** What is asked of every paper on which an act rests. */
public final class Signed {
    private Signed() {}

    /** Refusal: training.decision-not-signed-yet. */
    public static List<Refusal> faults(@Nullable LocalDate signedOn, LocalDate today, String pointer) {
        return signedOn == null || !signedOn.isAfter(today)
                ? List.of()
                : List.of(Refusal.of(TrainingProblem.DECISION_NOT_SIGNED_YET, "signedOn", signedOn.toString())
                        .at(pointer + "/signedOn"));
    }
}
