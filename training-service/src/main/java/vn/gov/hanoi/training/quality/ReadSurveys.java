package vn.gov.hanoi.training.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.course.ClassRules.Names;
import vn.gov.hanoi.training.quality.QualityRules.Form;
import vn.gov.hanoi.training.quality.QualityRules.Kind;
import vn.gov.hanoi.training.quality.QualityRules.Question;
import vn.gov.hanoi.training.quality.Survey.Suppression;
import vn.gov.hanoi.training.quality.SurveyApi.ChoiceView;
import vn.gov.hanoi.training.quality.SurveyApi.EvaluationView;
import vn.gov.hanoi.training.quality.SurveyApi.FormView;
import vn.gov.hanoi.training.quality.SurveyApi.JudgedRef;
import vn.gov.hanoi.training.quality.SurveyApi.QuestionResult;
import vn.gov.hanoi.training.quality.SurveyApi.QuestionView;
import vn.gov.hanoi.training.quality.SurveyApi.TaskView;
import vn.gov.hanoi.training.quality.SurveyApi.TasksView;
import vn.gov.hanoi.training.quality.SurveyApi.TrainingRef;

/** Shows evaluations to the unit that held the class, and everybody what they may still answer. */
@ApplicationScoped
class ReadSurveys {
    static final String PARTICIPANT = "training-participant";
    static final String PLANNER = "training-planner";

    private final SurveyQueries queries;
    private final Scopes scopes;
    private final Clock clock;
    private final QualityRules rules = QualityRules.shipped();

    ReadSurveys(SurveyQueries queries, Scopes scopes, Clock clock) {
        this.queries = queries;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** Refusal: scope.unit-unknown. */
    @Transactional
    Page<EvaluationView> page(@Nullable UUID classId, Caller caller, PageRequest request) {
        var page = queries.page(classId, scopes.of(caller), request);
        return new Page<>(page.items().stream().map(each -> view(each, null)).toList(), page.page(), page.time());
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    EvaluationView one(UUID id, Caller caller) {
        var found = queries.find(id, scopes.of(caller)).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        return view(found, suppression(found) == Suppression.NONE ? results(found) : null);
    }

    private Suppression suppression(Survey of) {
        return of.suppression(LocalDate.now(clock), rules.leastAnswers());
    }

    private EvaluationView view(Survey of, @Nullable List<QuestionResult> results) {
        return new EvaluationView(
                of.id(),
                new TrainingRef(of.classId(), of.classTitle()),
                of.kind().name(),
                of.formVersion(),
                of.opensOn(),
                of.closesOn(),
                of.invited(),
                of.answered(),
                suppression(of).name(),
                results);
    }

    private List<QuestionResult> results(Survey of) {
        var counts = queries.counts(of.id());
        return rules.form(of.kind()).questions().stream()
                .filter(question -> counts.containsKey(question.code()))
                .map(question -> result(question, Objects.requireNonNull(counts.get(question.code()))))
                .toList();
    }

    private static QuestionResult result(Question question, Map<Integer, Integer> counts) {
        return new QuestionResult(
                question.code(), question.object(), names(question.names()), Survey.mean(counts), counts);
    }

    /** Refusal: scope.unit-unknown. */
    @Transactional
    TasksView tasks(Caller caller) {
        var officer = caller.officerCode();
        boolean learns = caller.roles().contains(PARTICIPANT);
        var turns = queries
                .turns(
                        officer == null ? "" : officer,
                        caller.roles().contains(PLANNER),
                        scopes.of(caller),
                        LocalDate.now(clock))
                .stream()
                .filter(turn -> learns || turn.kind() == Kind.MANAGERS)
                .toList();
        var forms = rules.forms().stream()
                .filter(form -> turns.stream().anyMatch(turn -> turn.kind() == form.kind()))
                .map(this::form)
                .toList();
        return new TasksView(turns.stream().map(ReadSurveys::task).toList(), forms);
    }

    private static TaskView task(SurveyQueries.Turn turn) {
        var judged = turn.kind() == Kind.LEARNERS
                ? null
                : new JudgedRef(turn.enrolmentId(), turn.officerId(), turn.officerCode(), turn.officerName());
        return new TaskView(
                turn.kind().name(),
                turn.evaluationId(),
                new TrainingRef(turn.classId(), turn.classTitle()),
                judged,
                turn.opensOn(),
                turn.closesOn());
    }

    private FormView form(Form form) {
        return new FormView(
                form.kind().name(),
                rules.version(),
                rules.choices().stream()
                        .map(each -> new ChoiceView(each.value(), names(each.names())))
                        .toList(),
                form.questions().stream()
                        .map(each -> new QuestionView(each.code(), each.object(), names(each.names())))
                        .toList());
    }

    private static Map<String, String> names(Names names) {
        return Map.of("vi", names.vi(), "en", names.en());
    }
}
