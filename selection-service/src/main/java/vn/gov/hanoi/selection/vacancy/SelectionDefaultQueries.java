package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.ruleset.AppointmentRules;
import vn.gov.hanoi.selection.ruleset.DefenceRules;
import vn.gov.hanoi.selection.ruleset.PanelRules;
import vn.gov.hanoi.selection.ruleset.RoundRules;
import vn.gov.hanoi.selection.ruleset.SelectionDefaults;
import vn.gov.hanoi.selection.ruleset.WrittenRules;

/** Reads the parameters of selection; inside the transaction of its caller. */
@ApplicationScoped
public class SelectionDefaultQueries {
    private final EntityManager entities;

    SelectionDefaultQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** The parameters in force on a day in Hanoi. Refusal: selection.rules-missing. */
    public SelectionDefaults on(LocalDate day) {
        var values = values(day);
        if (!SelectionDefaults.isComplete(values)) {
            throw missing(day);
        }
        return SelectionDefaults.from(values);
    }

    /** The deadlines in force on a day in Hanoi. Refusal: selection.rules-missing. */
    public RoundRules roundsOn(LocalDate day) {
        var values = values(day);
        if (!RoundRules.isComplete(values)) {
            throw missing(day);
        }
        return RoundRules.from(values);
    }

    /** The composition of councils and boards in force on a day in Hanoi. Refusal: selection.rules-missing. */
    public PanelRules panelsOn(LocalDate day) {
        var values = values(day);
        if (!PanelRules.isComplete(values)) {
            throw missing(day);
        }
        return PanelRules.from(values);
    }

    /** The numbers of the written round in force on a day in Hanoi. Refusal: selection.rules-missing. */
    public WrittenRules writtenOn(LocalDate day) {
        var values = values(day);
        if (!WrittenRules.isComplete(values)) {
            throw missing(day);
        }
        return WrittenRules.from(values);
    }

    /** The rules of the defence and the result in force on a day in Hanoi. Refusal: selection.rules-missing. */
    public DefenceRules defencesOn(LocalDate day) {
        var values = values(day);
        if (!DefenceRules.isComplete(values)) {
            throw missing(day);
        }
        return DefenceRules.from(values);
    }

    /** The rules of appointments in force on a day in Hanoi. Refusal: selection.rules-missing. */
    public AppointmentRules appointmentsOn(LocalDate day) {
        var values = values(day);
        if (!AppointmentRules.isComplete(values)) {
            throw missing(day);
        }
        return AppointmentRules.from(values);
    }

    private static Refused missing(LocalDate day) {
        return new Refused(Refusal.of(SelectionProblem.RULES_MISSING, "day", day));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> values(LocalDate day) {
        var sql = """
                select code, value from selection_defaults
                where valid_from <= :day and (valid_to is null or :day < valid_to)""";
        List<Tuple> rows = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("code", String.class), row -> row.get("value", String.class)));
    }
}
