package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Extras;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.monthly.SheetCase.Presented;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.MarkReason;
import vn.gov.hanoi.evaluation.monthly.WorkApi.FactorsRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.MarkReasonRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.MarkRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.Work;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Circumstances.Discipline;
import vn.gov.hanoi.evaluation.score.Scoring;
import vn.gov.hanoi.evaluation.score.Sheet.Bonus;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;
import vn.gov.hanoi.evaluation.score.Sheet.Mark;
import vn.gov.hanoi.evaluation.score.Tasks.LeaderFactors;
import vn.gov.hanoi.evaluation.score.Tasks.Product;
import vn.gov.hanoi.evaluation.score.Tasks.ProductError;
import vn.gov.hanoi.evaluation.score.Tasks.Setting;
import vn.gov.hanoi.evaluation.score.Tasks.UnitGrades;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Reads what people hand in, and says what is wrong with it. */
final class GivenWork {
    private GivenWork() {}

    /**
     * Marks and extras for a sheet.
     *
     * <p>Refusals: those of {@link Scoring#faults} with pointers below {@code /data/work}; before the decision nobody has to have approved
     * a bonus.
     */
    static Content content(SheetCase at, Work work, boolean deciding) {
        var marks = work.marks().stream()
                .map(mark -> new Mark(mark.criterion(), mark.points()))
                .toList();
        var extras = extras(work).advised(at.sheet().content().advice());
        var whole = new Presented(BigDecimal.valueOf(at.sheet().workingDays()), null);
        Refused.ifAny(Scoring.faults(at.ruleSet(), at.template(), at.input(marks, extras, whole)).stream()
                .filter(fault -> deciding || fault.code() != EvaluationProblem.SCORE_BONUS_WITHOUT_APPROVER)
                .map(GivenWork::below)
                .toList());
        return new Content(
                at.inOrder(
                        work.marks().stream().collect(Collectors.toMap(MarkRequest::criterion, MarkRequest::points))),
                extras.equals(Extras.NONE) ? null : extras);
    }

    private static Refusal below(Refusal fault) {
        var place = fault.pointer();
        return place == null || place.equals("/period") || place.equals("/subject")
                ? fault
                : fault.at("/data/work" + place);
    }

    private static Extras extras(Work work) {
        return new Extras(
                all(work.bonuses()).stream()
                        .map(each -> new Bonus(
                                each.code(),
                                each.points(),
                                each.evidence().stream().map(GivenWork::kept).toList(),
                                text(each.approver())))
                        .toList(),
                all(work.deductions()).stream()
                        .map(each -> new Deduction(each.rule(), kept(each.violation())))
                        .toList(),
                all(work.products()).stream()
                        .map(each -> new Product(
                                each.code(),
                                each.factor(),
                                each.assigned(),
                                each.completed(),
                                all(each.errors()).stream()
                                        .map(error -> new ProductError(
                                                error.kind(), kept(error.reference()), text(error.objectiveCause())))
                                        .toList()))
                        .toList(),
                factors(work.factors()),
                null,
                List.of(),
                List.of());
    }

    private static @Nullable LeaderFactors factors(@Nullable FactorsRequest given) {
        if (given == null) {
            return null;
        }
        var setting = given.setValue() == null
                ? null
                : new Setting(given.setValue(), given.setReason() == null ? "" : kept(given.setReason()));
        return new LeaderFactors(new UnitGrades(given.grades(), setting), given.organisation(), given.unity());
    }

    /** Disciplinary decisions as the decider types them. */
    static List<Discipline> disciplines(DecideData data) {
        return all(data.disciplines()).stream()
                .map(each -> new Discipline(kept(each.decision()), each.effectiveOn(), each.partyOnly()))
                .toList();
    }

    /** The content with what bears on the grade besides: level of the unit and disciplines. */
    static Content decided(Content content, @Nullable Grade unitGrade, List<Discipline> disciplines) {
        var before = content.extras() == null ? Extras.NONE : content.extras();
        var extras = new Extras(
                before.bonuses(),
                before.deductions(),
                before.products(),
                before.factors(),
                unitGrade,
                disciplines,
                before.advice());
        return new Content(content.marks(), extras.equals(Extras.NONE) ? null : extras);
    }

    /** Refusal: evaluation.reason-missing for each mark that differs from the earlier ones without a reason. */
    static List<Refusal> unexplained(
            Map<String, BigDecimal> earlier, Map<String, BigDecimal> marks, List<MarkReason> reasons) {
        var explained = reasons.stream().map(MarkReason::criterion).collect(Collectors.toSet());
        return changed(earlier, marks).stream()
                .filter(code -> !explained.contains(code))
                .sorted()
                .map(code -> Refusal.of(EvaluationProblem.EVALUATION_REASON_MISSING)
                        .at("/data/reasons/" + code.replace("~", "~0").replace("/", "~1")))
                .toList();
    }

    /** Criteria whose mark is another one, or is there only once. */
    static Set<String> changed(Map<String, BigDecimal> earlier, Map<String, BigDecimal> marks) {
        var codes = new HashSet<>(earlier.keySet());
        codes.addAll(marks.keySet());
        codes.removeIf(code -> {
            var was = earlier.get(code);
            var is = marks.get(code);
            return was != null && is != null && was.compareTo(is) == 0;
        });
        return codes;
    }

    /** The reasons that say something; one for each criterion. */
    static List<MarkReason> reasons(@Nullable List<MarkReasonRequest> given) {
        var found = new HashMap<String, MarkReason>();
        for (var each : all(given)) {
            var text = kept(each.text());
            if (!text.isEmpty()) {
                found.put(each.criterion(), new MarkReason(each.criterion(), text));
            }
        }
        return found.values().stream()
                .sorted(java.util.Comparator.comparing(MarkReason::criterion))
                .toList();
    }

    /** The texts that say something, as they are kept. Refusal: text.control-character. */
    static List<String> texts(String pointer, @Nullable List<String> given) {
        var places = new HashMap<String, @Nullable String>();
        var found = new ArrayList<String>();
        for (var each : all(given)) {
            places.put(pointer + places.size(), each);
            var text = text(each);
            if (text != null) {
                found.add(text);
            }
        }
        check(places);
        return found;
    }

    /** A text as it is kept: NFC, trimmed; null if it says nothing. */
    static @Nullable String text(@Nullable String given) {
        var kept = given == null ? "" : kept(given);
        return kept.isEmpty() ? null : kept;
    }

    /** Refusal: text.control-character at the first text that hides something; lines and tabs are allowed. */
    static void check(Map<String, @Nullable String> texts) {
        var faults = new ArrayList<Refusal>();
        texts.forEach((pointer, text) -> {
            if (text != null && text.codePoints().anyMatch(GivenWork::isHidden)) {
                faults.add(Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER).at(pointer));
            }
        });
        Refused.ifAny(faults);
    }

    private static boolean isHidden(int point) {
        return Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE
                || Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    }

    static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static String kept(String text) {
        return VietnameseText.nfc(text.strip());
    }
}
