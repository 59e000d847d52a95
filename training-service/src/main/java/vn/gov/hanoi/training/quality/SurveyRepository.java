package vn.gov.hanoi.training.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.course.ClassDelivered;
import vn.gov.hanoi.training.quality.QualityRules.Form;

/** Stores evaluations, turns and counts; inside the caller's transaction. */
@ApplicationScoped
class SurveyRepository {
    private static final String OPEN = """
            insert into quality_evaluations (id, class_id, unit_id, kind, form_version, opens_on, closes_on)
            values (:id, :class, :unit, :kind, :version, :opens, :closes)""";

    /** Learners who were there judge the class; managers judge those who passed. */
    private static final String TURNS = """
            insert into quality_turns (evaluation_id, enrolment_id)
            select :id, e.id from enrolments e where e.class_id = :class and e.state = 'ENROLLED'
                and (e.outcome = 'PASSED' or :kind = 'LEARNERS' and e.outcome <> 'ABSENT')""";

    private static final String TALLY = """
            insert into quality_tallies (evaluation_id, question, choice) values (:id, :question, :choice)""";

    private static final String SPEND = """
            update quality_turns set spent = true where evaluation_id = :id and enrolment_id = :enrolment and not spent""";

    /** All rows are written, whatever was chosen. */
    private static final String COUNT = """
            update quality_tallies t set times = times + case when exists (
                    select 1 from unnest(cast(:questions as text[]), cast(:choices as int[])) g(question, choice)
                    where g.question = t.question and g.choice = t.choice) then 1 else 0 end
            where t.evaluation_id = :id""";

    private final EntityManager entities;

    SurveyRepository(EntityManager entities) {
        this.entities = entities;
    }

    void open(ClassDelivered over, Form form, QualityRules rules) {
        var id = Ids.next();
        entities.createNativeQuery(OPEN)
                .setParameter("id", id)
                .setParameter("class", over.classId())
                .setParameter("unit", over.unitId())
                .setParameter("kind", form.kind().name())
                .setParameter("version", rules.version())
                .setParameter("opens", first(over.lastDay(), form))
                .setParameter("closes", over.lastDay().plus(form.closesAfter()))
                .executeUpdate();
        entities.createNativeQuery(TURNS)
                .setParameter("id", id)
                .setParameter("class", over.classId())
                .setParameter("kind", form.kind().name())
                .executeUpdate();
        for (var question : form.questions()) {
            for (var choice : rules.choices()) {
                entities.createNativeQuery(TALLY)
                        .setParameter("id", id)
                        .setParameter("question", question.code())
                        .setParameter("choice", choice.value())
                        .executeUpdate();
            }
        }
    }

    private static LocalDate first(LocalDate lastDay, Form form) {
        return lastDay.plus(form.opensAfter());
    }

    /** Whether the turn was there and nobody had used it. */
    boolean spend(UUID id, UUID enrolmentId) {
        return entities.createNativeQuery(SPEND)
                        .setParameter("id", id)
                        .setParameter("enrolment", enrolmentId)
                        .executeUpdate()
                == 1;
    }

    /** @param chosen choice by question */
    void count(UUID id, Map<String, Integer> chosen) {
        var questions = chosen.keySet().toArray(String[]::new);
        entities.createNativeQuery(COUNT)
                .setParameter("id", id)
                .setParameter("questions", questions)
                .setParameter(
                        "choices",
                        java.util.Arrays.stream(questions).map(chosen::get).toArray(Integer[]::new))
                .executeUpdate();
    }
}
