package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.SheetCase.Presented;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.score.ScoreInput;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** The door of this room for who computes with what was decided: the stored inputs of living sheets, beside the stored results. */
@ApplicationScoped
public class DecidedSheetQueries {
    private static final String MONTHS = """
            with within as materialized (select id from units_within(?)),
            touched as (
                select distinct s.closing_id from sheets s
                where s.unit_id in (select id from within) and s.period_type = 'MONTH' and s.period_from between ? and ?
                    and s.superseded_at is null)
            select c.id, c.unit_id, c.period_type, c.period_from, c.raised_number is not null,
                count(*) filter (where s.unit_id in (select id from within)), count(*)
            from touched t join closings c on c.id = t.closing_id
            join sheets s on s.closing_id = c.id and s.superseded_at is null
            group by c.id order by c.unit_id, c.period_from""";

    private static final String SHEETS = "select " + SheetRepository.COLUMNS + " from sheets s where s.closing_id = ?"
            + " and s.superseded_at is null and s.unit_id in (select id from units_within(?)) order by s.officer_id";

    private final DataSource database;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates own;

    DecidedSheetQueries(DataSource database, RuleSetCatalogue catalogue, UnitTemplates own) {
        this.database = database;
        this.catalogue = catalogue;
        this.own = own;
    }

    /**
     * A month of a rating unit.
     *
     * @param raised whether a decision raises the cap on the top grade
     * @param sheets living sheets of people whose post lies in the scope
     * @param whole whether these are all of the month
     */
    public record Month(UUID closingId, UUID unitId, Period period, boolean raised, int sheets, boolean whole) {}

    /**
     * A living sheet.
     *
     * @param ruleSet the one it is rated by
     * @param unitType of the unit of the post
     * @param decided null before the decision
     */
    public record Kept(
            RuleSet ruleSet,
            SheetTemplate template,
            Category category,
            UnitType unitType,
            @Nullable Decided decided) {}

    /**
     * What was decided, and from what.
     *
     * @param input from which the stored result is recomputed
     * @param points 0-100, scale 4; null unless the outcome is RATED
     * @param gradeByPoints null unless the outcome is RATED
     * @param grade the computed one or a lower one; null unless the outcome is RATED
     */
    public record Decided(
            ScoreInput input,
            Score.Outcome outcome,
            @Nullable BigDecimal points,
            @Nullable Grade gradeByPoints,
            @Nullable Grade grade) {}

    /** The months of a scope, by rating unit and month; of agencies above the scope only the sheets within it count. */
    @Transactional
    public List<Month> months(UnitScope scope, LocalDate from, LocalDate to) {
        var found = new ArrayList<Month>();
        read(
                new Query(MONTHS, List.of(scope.rootUnitId(), from, to), null),
                0,
                row -> found.add(new Month(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        ClosingRepository.period(row),
                        row.getBoolean(5),
                        row.getInt(6),
                        row.getInt(6) == row.getInt(7))));
        return found;
    }

    /** The sheets of a month within a scope, by officer, one by one; the database sends some at a time, within the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void sheets(Month month, UnitScope scope, int fetchRows, Consumer<Kept> target) {
        var ruleSets = new HashMap<UUID, RuleSet>();
        var templates = new HashMap<Form, SheetTemplate>();
        read(new Query(SHEETS, List.of(month.closingId(), scope.rootUnitId()), null), fetchRows, row -> {
            var sheet = SheetRepository.read(row);
            var ruleSet = ruleSets.computeIfAbsent(sheet.ruleSetId(), catalogue::version);
            var template = templates.computeIfAbsent(
                    new Form(sheet.ruleSetId(), sheet.person().sheetKind(), sheet.templateId()),
                    form -> own.of(ruleSet, form.kind(), form.templateId()));
            target.accept(new Kept(
                    ruleSet, template, sheet.person().category(), sheet.person().unitType(), decided(sheet, template)));
        });
    }

    private record Form(
            UUID ruleSetId, SheetKind kind, @Nullable UUID templateId) {}

    static @Nullable Decided decided(EvaluationSheet sheet, SheetTemplate template) {
        var result = sheet.result();
        if (result == null) {
            return null;
        }
        var value = result.value();
        var input = SheetCase.input(
                sheet,
                SheetCase.given(template, sheet.content()),
                sheet.content().extras(),
                new Presented(result.presenceDays(), result.notRated()));
        return new Decided(
                input,
                result.outcome(),
                value == null ? null : value.points(),
                value == null ? null : value.gradeByPoints(),
                value == null ? null : value.grade());
    }

    private void read(Query query, int fetchRows, RowRepository.RowReader reader) {
        try (var connection = database.getConnection();
                var statement = query.prepare(connection)) {
            statement.setFetchSize(fetchRows);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("sheets of months cannot be read", e);
        }
    }
}
