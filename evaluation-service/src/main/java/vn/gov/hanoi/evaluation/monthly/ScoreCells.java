package vn.gov.hanoi.evaluation.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Extras;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.WorkApi.BonusRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.DeductionRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.DisciplineRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.FactorsRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.ProductErrorRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.ProductRequest;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.score.Sheet.Bonus;
import vn.gov.hanoi.evaluation.score.Tasks.LeaderFactors;

/** Writes a stored sheet as the cells that {@link ScoreReader} reads: its inverse. Pure. */
final class ScoreCells {
    private static final Pattern LINES = Pattern.compile("\\s+");

    private final Map<String, String> cells = new HashMap<>();

    private ScoreCells() {}

    /**
     * Cells by the name of their column; those that are missing are empty.
     *
     * @param texts rule set, kind, officer, name, marks, extras, presence, reason of no rating, grade below the points, number of the
     *     decision, collective, minutes, details of the decision, template of the unit
     */
    static Map<String, String> of(List<@Nullable String> texts, ScoreForm form, String period) {
        var said = new ScoreCells();
        said.put(ScoreColumns.OFFICER, texts.get(2));
        said.put(ScoreColumns.NAME, texts.get(3));
        said.put(ScoreColumns.PERIOD, period);
        var template = texts.get(13);
        var sheet = new ScoreForm.Sheet(
                UUID.fromString(text(texts.get(0))),
                SheetKind.valueOf(text(texts.get(1))),
                template == null ? null : UUID.fromString(template));
        said.marks(text(texts.get(4)), form.criteria(sheet));
        said.extras(SheetJson.read(texts.get(5), Extras.class));
        var presence = texts.get(6);
        said.put(ScoreColumns.PRESENCE, presence == null ? null : plain(new BigDecimal(presence)));
        said.put(ScoreColumns.NOT_RATED, texts.get(7));
        said.put(ScoreColumns.GRADE, texts.get(8));
        said.put(ScoreColumns.DECISION, texts.get(9));
        said.put(ScoreColumns.COLLECTIVE, texts.get(10));
        said.put(ScoreColumns.MINUTES, texts.get(11));
        said.details(SheetJson.read(texts.get(12), Details.class), texts.get(9));
        return said.cells;
    }

    private static String text(@Nullable String text) {
        return java.util.Objects.requireNonNull(text);
    }

    private void put(String column, @Nullable String cell) {
        if (cell != null) {
            cells.put(column, cell);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** @param array as the database writes one: {5.0000,NULL} */
    private void marks(String array, List<String> criteria) {
        var marks = array.substring(1, array.length() - 1).split(",", -1);
        for (int i = 0; i < criteria.size() && i < marks.length; i++) {
            if (!marks[i].isEmpty() && !marks[i].equals("NULL")) {
                put(criteria.get(i), plain(new BigDecimal(marks[i])));
            }
        }
    }

    private void extras(@Nullable Extras extras) {
        if (extras == null) {
            return;
        }
        var grade = extras.unitGrade();
        put(ScoreColumns.UNIT_GRADE, grade == null ? null : grade.name());
        var others = new ArrayList<BonusRequest>();
        for (var bonus : extras.bonuses()) {
            if (bonus.code().equals(ScoreRow.BONUS_CODE) && bonus.evidence().size() <= 1) {
                put(ScoreColumns.BONUS, plain(bonus.points()));
                bonus.evidence().forEach(each -> put(ScoreColumns.BONUS_EVIDENCE, each));
                put(ScoreColumns.BONUS_APPROVER, bonus.approver());
            } else {
                others.add(bonus(bonus));
            }
        }
        var further = further(extras, others);
        put(ScoreColumns.FURTHER, further.equals(FurtherWork.NONE) ? null : SheetJson.write(further));
    }

    private static BonusRequest bonus(Bonus bonus) {
        return new BonusRequest(bonus.code(), bonus.points(), bonus.evidence(), bonus.approver());
    }

    private static FurtherWork further(Extras extras, List<BonusRequest> bonuses) {
        return new FurtherWork(
                some(bonuses),
                // What inspections found is taken off anyway, whoever sends the file.
                some(extras.deductions().stream()
                        .filter(each -> each.charge() == null)
                        .map(each -> new DeductionRequest(each.rule(), each.violation()))
                        .toList()),
                some(extras.products().stream()
                        .map(each -> new ProductRequest(
                                each.code(),
                                each.factor(),
                                each.assigned(),
                                each.completed(),
                                each.errors().stream()
                                        .map(error -> new ProductErrorRequest(
                                                error.kind(), error.reference(), error.objectiveCause()))
                                        .toList()))
                        .toList()),
                factors(extras.factors()),
                some(extras.disciplines().stream()
                        .map(each -> new DisciplineRequest(each.decision(), each.effectiveOn(), each.partyOnly()))
                        .toList()));
    }

    private static <T> @Nullable List<T> some(List<T> items) {
        return items.isEmpty() ? null : items;
    }

    private static @Nullable FactorsRequest factors(@Nullable LeaderFactors factors) {
        if (factors == null) {
            return null;
        }
        var setting = factors.unit().setting();
        return new FactorsRequest(
                factors.unit().grades(),
                setting == null ? null : setting.value(),
                setting == null ? null : setting.reason(),
                factors.organisation(),
                factors.unity());
    }

    /** A comment is for people: a cell holds one line of it. */
    private void details(@Nullable Details details, @Nullable String number) {
        if (details == null) {
            return;
        }
        var decision = details.decision();
        if (decision != null && decision.number().equals(number)) {
            put(ScoreColumns.SIGNED_ON, decision.signedOn().toString());
            put(ScoreColumns.ISSUER, decision.issuer());
        }
        var reason = details.reason();
        put(ScoreColumns.REASON, reason == null ? null : line(reason.text()));
        var comment = details.comment();
        put(ScoreColumns.COMMENT, comment == null ? null : line(comment));
    }

    private static String line(String text) {
        return LINES.matcher(text).replaceAll(" ").strip();
    }
}
