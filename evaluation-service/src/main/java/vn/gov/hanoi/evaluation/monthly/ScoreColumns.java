package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Criterion;
import vn.gov.hanoi.evaluation.ruleset.Group;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Columns of files with scores: those that all have, and one for each criterion of the published rule sets and templates of units. */
@ApplicationScoped
class ScoreColumns {
    static final String OFFICER = "officerCode";
    static final String PERIOD = "period";
    static final String PRESENCE = "presenceDays";
    static final String DECISION = "decisionNumber";
    static final String SIGNED_ON = "decisionSignedOn";
    static final String ISSUER = "decisionIssuer";
    static final List<String> NEEDED = List.of(OFFICER, PERIOD, PRESENCE, DECISION, SIGNED_ON, ISSUER);

    static final String NAME = "fullName";
    static final String NOT_RATED = "notRated";
    static final String GRADE = "grade";
    static final String REASON = "reason";
    static final String UNIT_GRADE = "unitGrade";
    static final String BONUS = "bonusPoints";
    static final String BONUS_EVIDENCE = "bonusEvidence";
    static final String BONUS_APPROVER = "bonusApprover";
    static final String FURTHER = "furtherWork";
    static final String COLLECTIVE = "collective";
    static final String MINUTES = "minutes";
    static final String COMMENT = "comment";
    private static final List<String> OPTIONAL = List.of(
            NAME,
            NOT_RATED,
            GRADE,
            REASON,
            UNIT_GRADE,
            BONUS,
            BONUS_EVIDENCE,
            BONUS_APPROVER,
            FURTHER,
            COLLECTIVE,
            MINUTES,
            COMMENT);

    private static final Set<ProblemCode> OF_THE_MONTH =
            Set.of(EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN, EvaluationProblem.EVALUATION_STEP_NOT_OPEN);

    private final RuleSetCatalogue catalogue;

    private final UnitTemplates own;

    ScoreColumns(RuleSetCatalogue catalogue, UnitTemplates own) {
        this.catalogue = catalogue;
        this.own = own;
    }

    /** Codes of criteria are written in capitals, so none of them is the name of another column. */
    List<String> optional() {
        var criteria = catalogue.periodic().stream()
                .flatMap(ruleSet -> ruleSet.rules().groups().stream())
                .map(Group::criteria)
                .flatMap(List::stream)
                .map(Criterion::code);
        return Stream.concat(
                        OPTIONAL.stream(),
                        Stream.concat(criteria, own.codes().stream()).distinct().sorted())
                .toList();
    }

    /** Those columns of a file that are criteria; columns of an earlier refusal are none. */
    static List<String> criteria(List<String> header) {
        return header.stream().filter(ScoreColumns::isCriterion).toList();
    }

    static boolean isCriterion(String column) {
        return Character.isUpperCase(column.charAt(0));
    }

    /** The column that a refusal speaks of, by its pointer into a single request. */
    static String of(Refusal refusal, List<String> criteria) {
        if (OF_THE_MONTH.contains(refusal.code())) {
            return PERIOD;
        }
        var pointer = refusal.pointer() == null ? "" : refusal.pointer();
        var parts = pointer.split("/", -1);
        var last = parts[parts.length - 1];
        return switch (parts.length < 2 ? "" : parts[1]) {
            case "decision" -> last.equals("number") ? DECISION : last.equals("signedOn") ? SIGNED_ON : ISSUER;
            case "reason" -> REASON;
            case "circumstances" -> last.equals(NOT_RATED) ? NOT_RATED : PRESENCE;
            case "period" -> PERIOD;
            case "data" ->
                parts.length == 3 && parts[2].equals("work") ? ofMissing(refusal, criteria) : ofData(parts, criteria);
            default -> OFFICER;
        };
    }

    /** Data of a sheet are missing: where the first of them would stand. */
    private static String ofMissing(Refusal refusal, List<String> criteria) {
        return Arrays.stream(String.valueOf(refusal.args().get("missing")).split(", "))
                .filter(criteria::contains)
                .findFirst()
                .orElse(OFFICER);
    }

    private static String ofData(String[] parts, List<String> criteria) {
        return switch (parts[2]) {
            case "grade", "unitGrade", "collective", "minutes", "comment" -> parts[2];
            case "reasons" -> REASON;
            case "disciplines" -> FURTHER;
            case "work" -> parts.length > 3 ? ofWork(parts, criteria) : OFFICER;
            default -> OFFICER;
        };
    }

    private static String ofBonus(String code, String property) {
        if (!code.isEmpty() && !code.equals(ScoreRow.BONUS_CODE)) {
            return FURTHER;
        }
        return switch (property) {
            case "evidence" -> BONUS_EVIDENCE;
            case "approver" -> BONUS_APPROVER;
            default -> BONUS;
        };
    }

    private static String ofWork(String[] parts, List<String> criteria) {
        var code = parts.length > 4 ? parts[4] : "";
        return switch (parts[3]) {
            case "marks" -> criteria.contains(code) ? code : OFFICER;
            case "bonuses" -> ofBonus(code, parts[parts.length - 1]);
            case "groups" -> OFFICER;
            default -> FURTHER;
        };
    }
}
