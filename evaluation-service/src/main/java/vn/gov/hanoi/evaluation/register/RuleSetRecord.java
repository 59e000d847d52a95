package vn.gov.hanoi.evaluation.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.LegalCheck;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.ruleset.RuleSetKind;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * One version of a rule set as the register keeps it, without its text.
 *
 * @param written who began the draft
 * @param changed who gave it its present content
 * @param published who approved it for trial; null for a draft
 * @param check the legal check that made it official; null before
 * @param rowVersion version of this record, for the ETag
 */
record RuleSetRecord(
        UUID id,
        Head head,
        RuleSetStatus status,
        boolean shipped,
        Mark written,
        Mark changed,
        @Nullable Mark published,
        @Nullable Check check,
        long rowVersion) {

    /**
     * What lists show of a document.
     *
     * @param code the id of the document, for example {@code HN-M-2022}
     * @param version of the rules, from 1
     * @param digest of the content
     */
    record Head(
            String code,
            int version,
            RuleSetKind kind,
            Title title,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            Set<PeriodType> periods,
            String digest) {}

    /** Who did something when. */
    record Mark(String by, Instant at) {}

    /**
     * The lawyer's check of the whole rule set.
     *
     * @param by person or office that checked
     * @param document in which the check is written down
     * @param recorded who made the rule set official on it
     */
    record Check(String by, Decision document, Mark recorded) {
        LegalCheck legalCheck() {
            return new LegalCheck(by, document.signedOn(), document.number());
        }
    }

    /** What somebody may want to do with a version. */
    enum Act {
        CHANGE("rules-editor", RuleSetStatus.DRAFT, EvaluationProblem.RULE_SET_NOT_DRAFT),
        DISCARD("rules-editor", RuleSetStatus.DRAFT, EvaluationProblem.RULE_SET_NOT_DRAFT),
        PUBLISH("rules-approver", RuleSetStatus.DRAFT, EvaluationProblem.RULE_SET_NOT_DRAFT),
        MAKE_OFFICIAL("rules-approver", RuleSetStatus.PILOT, EvaluationProblem.RULE_SET_NOT_PILOT);

        private final String role;
        private final RuleSetStatus from;
        private final EvaluationProblem otherwise;

        Act(String role, RuleSetStatus from, EvaluationProblem otherwise) {
            this.role = role;
            this.from = from;
            this.otherwise = otherwise;
        }

        private boolean approves() {
            return role.equals("rules-approver");
        }
    }

    /**
     * What speaks against an act of a caller; the answer of the act and its {@code _actions} both come from here.
     *
     * <p>Refusals: auth.role-missing, scope.outside, authority.own-act, rule-set.not-draft, rule-set.not-pilot.
     *
     * @param cityWide whether the caller's scope is the whole City
     */
    List<Refusal> refusals(Act act, Caller caller, boolean cityWide) {
        var found = new ArrayList<Refusal>();
        if (!caller.roles().contains(act.role)) {
            found.add(Refusal.of(KernelProblem.FORBIDDEN));
        }
        if (!cityWide) {
            found.add(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
        }
        if (act.approves() && wrote(caller.subject())) {
            found.add(Refusal.of(KernelProblem.OWN_ACT));
        }
        if (status != act.from) {
            found.add(Refusal.of(act.otherwise, "status", status.name()));
        }
        return found;
    }

    private boolean wrote(String subject) {
        return subject.equals(written.by()) || subject.equals(changed.by());
    }

    /** As rules know it; without name and day before the check. */
    LegalCheck legalCheck() {
        return check == null ? new LegalCheck(null, null, null) : check.legalCheck();
    }
}
