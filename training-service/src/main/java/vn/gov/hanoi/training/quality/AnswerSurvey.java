package vn.gov.hanoi.training.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.quality.QualityRules.Choice;
import vn.gov.hanoi.training.quality.QualityRules.Kind;
import vn.gov.hanoi.training.quality.QualityRules.Question;
import vn.gov.hanoi.training.quality.SurveyApi.AnswerRequest;
import vn.gov.hanoi.training.quality.SurveyApi.ChosenAnswer;

/** Counts an answer. The turn is used up, and the counts grow; the two know nothing of each other. */
@ApplicationScoped
class AnswerSurvey {
    private final SurveyQueries queries;
    private final SurveyRepository surveys;
    private final AuditTrail audit;
    private final Scopes scopes;
    private final Clock clock;
    private final QualityRules rules = QualityRules.shipped();

    AnswerSurvey(SurveyQueries queries, SurveyRepository surveys, AuditTrail audit, Scopes scopes, Clock clock) {
        this.queries = queries;
        this.surveys = surveys;
        this.audit = audit;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Refusals: scope.unit-unknown; resource.not-found for who has no turn; auth.role-missing, training.survey-not-open,
     * training.survey-answered, training.question-unknown, training.choice-unknown, training.code-repeated, training.answers-missing.
     */
    @Transactional
    void answer(UUID id, AnswerRequest request, Caller caller) {
        var turn = turn(id, request, caller);
        var survey = queries.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        requireRole(survey, caller);
        if (!survey.isOpen(LocalDate.now(clock))) {
            throw new Refused(Refusal.of(
                    TrainingProblem.SURVEY_NOT_OPEN,
                    "opensOn",
                    survey.opensOn().toString(),
                    "closesOn",
                    survey.closesOn().toString()));
        }
        var chosen = chosen(survey, request.answers());
        if (!surveys.spend(id, turn)) {
            throw new Refused(TrainingProblem.SURVEY_ANSWERED);
        }
        surveys.count(id, chosen);
        // Not by the person: the entry has a time, and nothing with a time may name who answered.
        audit.record(
                Caller.system("quality"),
                new AuditTrail.Act("quality.answer", "quality-evaluations", id, null, Map.of()));
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    UUID turn(UUID id, AnswerRequest request, Caller caller) {
        var officer = caller.officerCode();
        return queries.turn(id, request.enrolmentId(), officer == null ? "" : officer, scopes.of(caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private static void requireRole(Survey survey, Caller caller) {
        var role = survey.kind() == Kind.LEARNERS ? ReadSurveys.PARTICIPANT : ReadSurveys.PLANNER;
        if (!caller.roles().contains(role)) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
    }

    private Map<String, Integer> chosen(Survey survey, List<ChosenAnswer> answers) {
        var questions = rules.form(survey.kind()).questions().stream()
                .map(Question::code)
                .toList();
        var choices = rules.choices().stream().map(Choice::value).toList();
        var found = new ArrayList<Refusal>();
        var chosen = new HashMap<String, Integer>();
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var place = "/answers/" + i;
            if (!questions.contains(answer.question())) {
                found.add(Refusal.of(TrainingProblem.QUESTION_UNKNOWN, "question", answer.question())
                        .at(place + "/question"));
            } else if (!choices.contains(answer.choice())) {
                found.add(Refusal.of(TrainingProblem.CHOICE_UNKNOWN, "choice", answer.choice())
                        .at(place + "/choice"));
            } else if (chosen.putIfAbsent(answer.question(), answer.choice()) != null) {
                found.add(Refusal.of(TrainingProblem.CODE_REPEATED, "value", answer.question())
                        .at(place + "/question"));
            }
        }
        if (found.isEmpty() && chosen.size() < questions.size()) {
            found.add(Refusal.of(TrainingProblem.ANSWERS_MISSING, "missing", questions.size() - chosen.size())
                    .at("/answers"));
        }
        Refused.ifAny(found);
        return chosen;
    }
}
