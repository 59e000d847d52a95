package vn.gov.hanoi.training.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Shows what a guard answers. */
@ApplicationScoped
public class Actions {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final ProblemTexts texts;

    Actions(ProblemTexts texts) {
        this.texts = texts;
    }

    /**
     * An act of a record.
     *
     * @param record path of the record
     * @param refusals what the guard answers; empty if the act may be done
     */
    public ActionView of(String verb, String record, List<String> needs, List<Refusal> refusals) {
        var blocked = refusals.stream().map(this::blocker).toList();
        return new ActionView(verb, record + "/actions/" + verb, blocked.isEmpty(), needs, blocked);
    }

    private ActionView.Blocker blocker(Refusal refusal) {
        return new ActionView.Blocker(
                refusal.code().code(), refusal.args(), texts.detail(refusal.code(), refusal.args(), VIETNAMESE));
    }
}
