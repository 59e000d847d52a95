package vn.gov.hanoi.evaluation.monthly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.imports.Cells;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.monthly.WorkApi.BonusRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.MarkRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.Work;
import vn.gov.hanoi.evaluation.officer.OfficerCode;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Reads the cells of rows with scores. What is wrong with them beside other cells and the sheet is left to those who decide. */
@ApplicationScoped
class ScoreReader {
    private static final Pattern MONTH = Pattern.compile(PeriodText.PATTERN);
    private static final List<String> DOCUMENT =
            List.of(ScoreColumns.DECISION, ScoreColumns.SIGNED_ON, ScoreColumns.ISSUER);
    /** Most characters, as in a single request. */
    private static final int REASON = 500;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Validator validator;

    ScoreReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * The row, or null if a cell is wrong. Presence and document may both be missing, as in the exported row of a sheet that waits for them.
     *
     * @param criteria columns of the file that are criteria
     */
    @Nullable
    ScoreRow read(Cells cells, List<String> criteria) {
        var officer = cells.code(ScoreColumns.OFFICER, OfficerCode::fault);
        var month = cells.code(ScoreColumns.PERIOD, ScoreReader::monthFault);
        boolean documented = !DOCUMENT.stream().allMatch(cells::isEmpty);
        var decision = documented ? decision(cells) : null;
        var presence =
                documented || !cells.isEmpty(ScoreColumns.PRESENCE) ? cells.number(ScoreColumns.PRESENCE, 1) : null;
        var notRated = cells.optionalOneOf(ScoreColumns.NOT_RATED, NotRatedReason.class);
        var grade = cells.optionalOneOf(ScoreColumns.GRADE, Grade.class);
        var unitGrade = cells.optionalOneOf(ScoreColumns.UNIT_GRADE, Grade.class);
        var reason = cells.optionalText(ScoreColumns.REASON, REASON);
        var collective = reference(cells, ScoreColumns.COLLECTIVE);
        var minutes = reference(cells, ScoreColumns.MINUTES);
        var comment = cells.optionalText(ScoreColumns.COMMENT, SheetApi.COMMENT);
        var further = further(cells);
        var work = work(cells, criteria, further);
        if (officer == null || month == null || !cells.areGood()) {
            return null;
        }
        var data = new DecideData(
                presence == null ? BigDecimal.ZERO : presence,
                notRated,
                work,
                null,
                grade,
                unitGrade,
                further.disciplines(),
                collective,
                minutes,
                null,
                comment,
                null);
        return new ScoreRow(
                cells, officer, Period.month(YearMonth.parse(month)), data, presence != null, reason, decision);
    }

    private static Optional<Refusal> monthFault(String text) {
        return MONTH.matcher(text).matches() ? Optional.empty() : Optional.of(allowed(ScoreColumns.PERIOD, "yyyy-MM"));
    }

    private static @Nullable Decision decision(Cells cells) {
        var number = cells.text(ScoreColumns.DECISION, TextRule.DECISION_NUMBER);
        var signedOn = cells.date(ScoreColumns.SIGNED_ON, Validity::dateFault);
        var issuer = cells.text(ScoreColumns.ISSUER, TextRule.UNIT_NAME);
        return number == null || signedOn == null || issuer == null ? null : new Decision(number, signedOn, issuer);
    }

    private static @Nullable String reference(Cells cells, String column) {
        return cells.optionalText(column, SheetApi.REFERENCE);
    }

    /** Null if the row gives no work, so that what is at hand stands. */
    private static @Nullable Work work(Cells cells, List<String> criteria, FurtherWork further) {
        var marks = new ArrayList<MarkRequest>();
        for (var criterion : criteria) {
            var points = cells.optionalNumber(criterion, 4);
            if (points != null) {
                marks.add(new MarkRequest(criterion, points));
            }
        }
        var bonuses = new ArrayList<>(GivenWork.all(further.bonuses()));
        bonus(cells).ifPresent(bonuses::add);
        return marks.isEmpty() && bonuses.isEmpty() && !further.isWork()
                ? null
                : new Work(marks, bonuses, further.deductions(), further.products(), further.factors());
    }

    private static Optional<BonusRequest> bonus(Cells cells) {
        var points = cells.optionalNumber(ScoreColumns.BONUS, 4);
        var evidence = reference(cells, ScoreColumns.BONUS_EVIDENCE);
        var approver = reference(cells, ScoreColumns.BONUS_APPROVER);
        // People write that there was no bonus, too.
        return points == null || points.compareTo(BigDecimal.ZERO) == 0
                ? Optional.empty()
                : Optional.of(new BonusRequest(
                        ScoreRow.BONUS_CODE, points, evidence == null ? List.of() : List.of(evidence), approver));
    }

    private FurtherWork further(Cells cells) {
        var found = new FurtherWork[] {FurtherWork.NONE};
        cells.optionalCode(ScoreColumns.FURTHER, text -> {
            if (!text.startsWith("{")) {
                return Optional.of(notWork());
            }
            try {
                found[0] = JSON.readValue(text, FurtherWork.class);
            } catch (JsonProcessingException _) {
                return Optional.of(notWork());
            }
            return validator.validate(found[0]).isEmpty() ? Optional.empty() : Optional.of(notWork());
        });
        return found[0];
    }

    private static Refusal notWork() {
        return allowed(ScoreColumns.FURTHER, "JSON: bonuses, deductions, products, factors, disciplines");
    }

    private static Refusal allowed(String column, String values) {
        return Refusal.of(EvaluationProblem.IMPORT_VALUE_NOT_ALLOWED, "column", column, "allowed", values);
    }
}
