package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.imports.ImportTemplate;
import vn.gov.hanoi.evaluation.monthly.ScoreTemplateQueries.Person;
import vn.gov.hanoi.evaluation.register.RuleSetCatalogue;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplates;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.table.Field;

/** The file that an agency fills for a month: its people who are not decided yet, and the criteria by which they are rated. */
@ApplicationScoped
class ScoreTemplate {
    private final ScoreColumns columns;
    private final ScoreTemplateQueries people;
    private final ClosingRepository closings;
    private final SheetVisibilityQueries visibility;
    private final RuleSetCatalogue catalogue;
    private final UnitTemplates own;

    ScoreTemplate(
            ScoreColumns columns,
            ScoreTemplateQueries people,
            ClosingRepository closings,
            SheetVisibilityQueries visibility,
            RuleSetCatalogue catalogue,
            UnitTemplates own) {
        this.columns = columns;
        this.people = people;
        this.closings = closings;
        this.visibility = visibility;
        this.catalogue = catalogue;
        this.own = own;
    }

    /** All columns that files may have beside the needed ones. */
    List<String> optional() {
        return columns.optional();
    }

    /** Refusals: auth.role-missing, scope.unit-unknown, scope.outside, resource.not-found if the agency has not opened the month. */
    @Transactional
    ImportTemplate of(YearMonth month, UUID unitId, Caller caller) {
        if (!caller.roles().contains(EvaluationRoles.KEEPER)) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
        visibility.requireUnit(unitId, caller);
        var period = Period.month(month);
        var closing = closings.find(period, unitId).orElseThrow(SheetVisibilityQueries::notFound);
        var undecided = people.undecided(closing.id());
        var form = ScoreForm.of(undecided.stream().map(Person::sheet).toList(), catalogue::version, own);
        var names = form.names();
        return ImportTemplate.of(
                form.headings(),
                undecided.stream()
                        .map(person -> names.stream()
                                .map(name -> field(name, person, form, period))
                                .toList())
                        .toList());
    }

    private static Field field(String name, Person person, ScoreForm form, Period period) {
        return switch (name) {
            case ScoreColumns.OFFICER -> Field.given(person.officerCode());
            case ScoreColumns.NAME -> Field.given(person.fullName());
            case ScoreColumns.PERIOD -> Field.given(period.text());
            case ScoreColumns.PRESENCE -> Field.ofNumber(BigDecimal.valueOf(person.workingDays()));
            default ->
                ScoreColumns.isCriterion(name)
                        ? form.most(person.sheet(), name).map(Field::ofNumber).orElseGet(Field::closed)
                        : Field.ofText();
        };
    }
}
