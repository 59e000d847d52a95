package vn.gov.hanoi.training.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class QualityTest {
    private static final String EVALUATIONS = "/training/v1/quality-evaluations";
    private static final List<String> LEARNER_QUESTIONS = List.of(
            "PROGRAMME_FITS",
            "PROGRAMME_BALANCED",
            "LEARNERS_ACTIVE",
            "LECTURER_KNOWS",
            "LECTURER_TEACHES",
            "FACILITIES_SUIT",
            "COURSE_ORGANISED");
    private static final List<String> MANAGER_QUESTIONS = List.of("EFFECT_SKILLS", "EFFECT_RESULTS", "EFFECT_APPLIED");

    private final Clock clock;

    QualityTest(Clock clock) {
        this.clock = clock;
    }

    /** A class that ended on a day, all of whose learners passed but the last, who was absent. */
    private record Judged(TestClass training, List<UUID> officers, List<String> enrolments) {
        UUID evaluation(String kind) {
            return (UUID) Database.query(
                            "select id from quality_evaluations where class_id = ? and kind = ?", training.id(), kind)
                    .getFirst()
                    .get("id");
        }
    }

    private Judged judged(int learners, LocalDate day) {
        var training = TestClass.open(learners);
        var officers = TestOfficers.of(City.WARD, learners);
        var enrolments = officers.stream().map(training::enrolled).toList();
        training.began(day);
        var outcomes = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < learners; i++) {
            outcomes.add(Map.of("enrolmentId", enrolments.get(i), "outcome", i == learners - 1 ? "ABSENT" : "PASSED"));
        }
        training.act(TestClass.organiser(), "close", Map.of("outcomes", outcomes))
                .then()
                .statusCode(200);
        return new Judged(training, officers, enrolments);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static RequestSpecification learner(UUID officer) {
        return Api.as(Tokens.user("learner." + officer)
                .unit(City.WARD.code())
                .officer(TestOfficers.code(officer))
                .roles("training-participant")
                .token());
    }

    private static RequestSpecification manager() {
        return Callers.of(City.DISTRICT, "training-planner");
    }

    private static Response answer(RequestSpecification who, UUID evaluation, List<String> questions, int choice) {
        return TestPlan.post(
                who, EVALUATIONS + "/" + evaluation + "/answers", Map.of("answers", answers(questions, choice)));
    }

    private static List<Map<String, Object>> answers(List<String> questions, int choice) {
        return questions.stream()
                .map(question -> Map.<String, Object>of("question", question, "choice", choice))
                .toList();
    }

    private static Response read(UUID evaluation) {
        return TestClass.organiser().get(EVALUATIONS + "/" + evaluation);
    }

    @Test
    void shouldShowResultsOnlyWhenNobodyCanAnswerAnyMoreAndFiveDid() {
        // Given
        var class7 = judged(7, today());
        var evaluation = class7.evaluation("LEARNERS");
        for (int i = 0; i < 5; i++) {
            answer(learner(class7.officers().get(i)), evaluation, LEARNER_QUESTIONS, i == 0 ? 2 : 5)
                    .then()
                    .statusCode(201);
        }

        // When
        var open = read(evaluation);
        var twice = answer(learner(class7.officers().getFirst()), evaluation, LEARNER_QUESTIONS, 1);
        var absent = answer(learner(class7.officers().getLast()), evaluation, LEARNER_QUESTIONS, 1);
        var stranger = answer(learner(TestOfficers.one(City.WARD)), evaluation, LEARNER_QUESTIONS, 1);
        answer(learner(class7.officers().get(5)), evaluation, LEARNER_QUESTIONS, 5)
                .then()
                .statusCode(201);
        var all = read(evaluation);

        // Then
        open.then()
                .statusCode(200)
                .body(at("suppressed", equalTo("STILL_OPEN")))
                .body(at("answered", equalTo(5)))
                .body(at("invited", equalTo(6)))
                .body(at("results", nullValue()));
        twice.then().statusCode(409).body(at("code", equalTo("training.survey-answered")));
        assertThat(List.of(absent.statusCode(), stranger.statusCode())).containsOnly(404);
        all.then()
                .body(at("suppressed", equalTo("NONE")))
                .body(at("results.size()", equalTo(7)))
                .body(at("results[0].mean", equalTo(4.5)))
                .body(at("results[0].counts.2", equalTo(1)))
                .body(at("results[0].counts.5", equalTo(5)));
        assertThat(all.as(Json.class).<String>getList("results.object"))
                .contains("PROGRAMME", "LEARNER", "LECTURER", "FACILITIES", "COURSE");
    }

    @Test
    void shouldSuppressFewAnswersForEver() {
        // Given
        var five = judged(5, today().minusDays(30));
        var evaluation = five.evaluation("LEARNERS");
        for (int i = 0; i < 4; i++) {
            answer(learner(five.officers().get(i)), evaluation, LEARNER_QUESTIONS, 3)
                    .then()
                    .statusCode(201);
        }

        // Then
        read(evaluation)
                .then()
                .body(at("suppressed", equalTo("TOO_FEW_ANSWERS")))
                .body(at("results", nullValue()));
    }

    @Test
    void shouldAskManagersThreeToSixMonthsLaterAndNobodyAboutThemselves() {
        // Given
        var early = judged(3, today().minusMonths(3).plusDays(1));
        var due = judged(7, today().minusMonths(3));
        var late = judged(3, today().minusMonths(6).minusDays(1));
        var evaluation = due.evaluation("MANAGERS");

        // When
        var tasks = manager().get("/training/v1/tasks");
        var foreign = Callers.of(City.OTHER_DISTRICT, "training-planner").get("/training/v1/tasks");
        var own = Api.as(Tokens.user("learner")
                .unit(City.WARD.code())
                .officer(TestOfficers.code(due.officers().getFirst()))
                .roles("training-planner", "training-participant")
                .token());
        var self = TestPlan.post(
                own,
                EVALUATIONS + "/" + evaluation + "/answers",
                effect(due.enrolments().getFirst()));
        var refused = Stream.of(early, late)
                .map(each -> TestPlan.post(
                        manager(),
                        EVALUATIONS + "/" + each.evaluation("MANAGERS") + "/answers",
                        effect(each.enrolments().getFirst())))
                .toList();

        // Then
        var mine = tasks.as(Json.class).<Map<String, Object>>getList("items").stream()
                .filter(each -> evaluation.toString().equals(each.get("qualityEvaluationId")))
                .toList();
        assertThat(mine).hasSize(6).allSatisfy(each -> assertThat(each)
                .containsEntry("kind", "MANAGERS")
                .containsEntry("dueOn", today().minusMonths(3).plusMonths(6).toString()));
        assertThat(tasks.as(Json.class).<String>getList("items.qualityEvaluationId"))
                .doesNotContain(
                        early.evaluation("MANAGERS").toString(),
                        late.evaluation("MANAGERS").toString());
        assertThat(tasks.as(Json.class).<String>getList("forms.kind")).containsExactly("MANAGERS");
        assertThat(foreign.as(Json.class).<Object>getList("items")).isEmpty();
        self.then().statusCode(404);
        refused.forEach(each -> each.then().statusCode(409).body(at("code", equalTo("training.survey-not-open"))));
        for (int i = 0; i < 6; i++) {
            TestPlan.post(
                            manager(),
                            EVALUATIONS + "/" + evaluation + "/answers",
                            effect(due.enrolments().get(i)))
                    .then()
                    .statusCode(201);
        }
        read(evaluation).then().body(at("results.object", contains("EFFECT", "EFFECT", "EFFECT")));
    }

    private static Map<String, Object> effect(String enrolment) {
        return Map.of("enrolmentId", enrolment, "answers", answers(MANAGER_QUESTIONS, 4));
    }

    @Test
    void shouldKeepNothingThatLeadsFromAPersonToAnAnswer() {
        // Given
        var six = judged(7, today());
        var evaluation = six.evaluation("LEARNERS");

        // When
        answer(learner(six.officers().get(0)), evaluation, LEARNER_QUESTIONS, 1)
                .then()
                .statusCode(201);
        answer(learner(six.officers().get(1)), evaluation, LEARNER_QUESTIONS, 5)
                .then()
                .statusCode(201);

        // Then
        assertThat(columns("quality_turns"))
                .containsExactly("enrolment_id uuid", "evaluation_id uuid", "spent boolean");
        assertThat(columns("quality_tallies"))
                .containsExactly("choice integer", "evaluation_id uuid", "question text", "times integer");
        // Whoever looks at the rows themselves sees that the last answer wrote all of them alike.
        assertThat(Database.query(
                        "select distinct xmin::text as writer from quality_tallies where evaluation_id = ?",
                        evaluation))
                .hasSize(1);
        assertThat(Database.query(
                        "select distinct subject from audit_entries where action = 'quality.answer' and resource_id = ?",
                        evaluation))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("subject", "system"));
        // Answers that differ have one digest, so that it cannot be found by trying answers out.
        assertThat(Database.count("""
                        select count(distinct request_digest) from (
                            select request_digest from idempotency_keys order by created_at desc limit 2) last""")).isEqualTo(1);
    }

    private static List<String> columns(String table) {
        return Database.query(
                        "select column_name || ' ' || data_type as c from information_schema.columns where table_name = ? order by 1",
                        table)
                .stream()
                .map(row -> String.valueOf(row.get("c")))
                .toList();
    }

    @Test
    void shouldNameEveryFaultOfAnAnswer() {
        // Given
        var two = judged(2, today());
        var evaluation = two.evaluation("LEARNERS");
        var path = EVALUATIONS + "/" + evaluation + "/answers";
        var who = two.officers().getFirst();

        // When
        var faulty = TestPlan.post(
                learner(who),
                path,
                Map.of(
                        "answers",
                        List.of(
                                Map.of("question", "NONE", "choice", 1),
                                Map.of("question", "LECTURER_KNOWS", "choice", 6),
                                Map.of("question", "LECTURER_TEACHES", "choice", 5),
                                Map.of("question", "LECTURER_TEACHES", "choice", 4))));
        var few = answer(learner(who), evaluation, LEARNER_QUESTIONS.subList(0, 3), 3);
        var tried = learner(who)
                .queryParam("validateOnly", "true")
                .body(Map.of("answers", answers(LEARNER_QUESTIONS, 3)))
                .post(path);

        // Then
        faulty.then()
                .statusCode(422)
                .body(at(
                        "errors.code",
                        contains("training.question-unknown", "training.choice-unknown", "training.code-repeated")));
        few.then().statusCode(422).body(at("args.missing", equalTo(4)));
        tried.then().statusCode(200);
        assertThat(Database.count("select count(*) from quality_turns where evaluation_id = ? and spent", evaluation))
                .isZero();
        assertThat(learner(who).get("/training/v1/tasks").as(Json.class).<String>getList("items.qualityEvaluationId"))
                .containsExactly(evaluation.toString());
    }
}
