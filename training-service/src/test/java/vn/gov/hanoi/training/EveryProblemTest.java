package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Books;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.CertificateRefusals;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

/** Every code of the catalogue can be met over HTTP, and has a text in both languages for what it says. */
@QuarkusTest
@WithStack
class EveryProblemTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final int YEAR_WITHOUT_PLAN = 2002;
    private static final long LARGEST = (1L << 53) - 1;

    @ParameterizedTest
    @EnumSource(
            value = TrainingProblem.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CERTIFICATE_OFFICER_UNKNOWN", "CERTIFICATE_DAYS", "LEGACY_NUMBER_EXISTS"})
    void shouldBeRaisedWithAllItsArguments(TrainingProblem problem) {
        // Given
        var plan = TestPlan.roomy();

        // When
        var refused = raise(problem, plan);

        // Then
        assertThat(refused.statusCode()).isEqualTo(problem.status());
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.header("Content-Language")).isEqualTo("vi");
        var body = refused.as(Json.class);
        assertThat(body.getString("code")).isEqualTo(problem.code());
        assertThat(body.getBoolean("retryable")).isEqualTo(problem.retryable());
        for (var text : Stream.concat(
                        Stream.of(body.getString("title"), body.getString("detail")),
                        body.<String>getList("errors.detail").stream())
                .toList()) {
            assertThat(text).doesNotContain(problem.code()).doesNotContainPattern(PLACE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TrainingProblem.class,
            names = {"CERTIFICATE_OFFICER_UNKNOWN", "CERTIFICATE_DAYS", "LEGACY_NUMBER_EXISTS"})
    void shouldBeRaisedInTheAnswerOfARow(TrainingProblem problem) {
        // When
        var row = CertificateRefusals.row(problem);

        // Then
        assertThat(row.getInt("status")).isEqualTo(problem.status());
        assertThat(row.getString("problem.code")).isEqualTo(problem.code());
        assertThat(row.getString("problem.detail"))
                .doesNotContain(problem.code())
                .doesNotContainPattern(PLACE);
        assertThat(row.getString("problem.errors[0].pointer")).startsWith("/");
    }

    /** A new code does not compile until somebody says here how a caller meets it. */
    private static Response raise(TrainingProblem problem, TestPlan plan) {
        return switch (problem) {
            case PLAN_EXISTS -> decide(TestPlan.decision(plan.year(), block()));
            case DECISION_NUMBER_EXISTS -> {
                var number = plan.decision().getString("decision.number");
                var repeated = TestPlan.decision(YEAR_WITHOUT_PLAN, number, List.of(block()));
                signed(repeated).put("signedOn", plan.decision().getString("decision.signedOn"));
                yield decide(repeated);
            }
            case UNIT_UNKNOWN -> openClass(plan, "C-1", "unitId", UUID.randomUUID());
            case UNIT_NOT_IN_FORCE -> openClass(plan, "C-1", "startsOn", "1999-12-31");
            case ISSUER_NOT_CITY -> {
                var ofDepartment = TestPlan.decision(YEAR_WITHOUT_PLAN, block());
                signed(ofDepartment).put("issuer", City.DEPARTMENT.code());
                yield decide(ofDepartment);
            }
            case CODE_REPEATED -> decide(TestPlan.decision(YEAR_WITHOUT_PLAN, block(), block()));
            case LINE_QUOTA_MISSING -> decide(oneLine("ASSIGNED", 5, TestPlan.line("C-1", 1, null)));
            case LINE_QUOTA_PREMATURE -> decide(oneLine("PENDING_APPROVAL", 5, TestPlan.line("C-1", 1, 1)));
            case TOTAL_TOO_LARGE ->
                decide(TestPlan.decision(
                        YEAR_WITHOUT_PLAN,
                        block(),
                        TestPlan.block("L", "CITY_BUDGET", LARGEST, "ASSIGNED", TestPlan.line("L-1", 1, 1))));
            case LINE_UNKNOWN -> openClass(plan, "C-1", "planLineId", UUID.randomUUID());
            case LINE_PENDING_APPROVAL -> openClass(plan, "P-1", "places", 1);
            case QUOTA_CLASSES_EXCEEDED -> {
                var small = TestPlan.create(0, 10);
                yield openClass(small, "C-1", "places", 1);
            }
            case QUOTA_PLACES_EXCEEDED -> openClass(plan, "C-1", "places", 1_000_001);
            case BUDGET_EXCEEDED -> openClass(plan, "C-1", "amountVnd", TestPlan.BUDGET + 1);
            case ACCOUNT_UNKNOWN -> {
                var commitment = plan.commitment("C", 1);
                commitment.put("accountId", UUID.randomUUID());
                yield TestPlan.post(Callers.city(), TestPlan.ENTRIES, commitment);
            }
            case CLASS_DATES_REVERSED -> openClass(plan, "C-1", "endsOn", plan.year() + "-05-10");
            case CLASS_OUTSIDE_PLAN_YEAR -> openClass(plan, "C-1", "endsOn", plan.year() + 1 + "-01-01");
            case FUNDING_SOURCE_DIFFERS -> openClass(plan, "C-1", "unitId", City.DISTRICT.id());
            case CODE_NOT_IN_FORCE,
                    PLAN_MISSING,
                    PLAN_CLOSED,
                    PLAN_HAS_OPEN_CLASSES,
                    PLAN_HAS_OPEN_MONEY,
                    DECISION_OUT_OF_ORDER,
                    BLOCK_UNKNOWN,
                    LINE_NOT_PENDING,
                    QUOTA_BELOW_USE,
                    MOVE_WRONG_STATE,
                    MOVE_TOO_EARLY,
                    MOVE_EMPTY,
                    MOVE_SUMS_DIFFER,
                    MOVE_SUCCESSOR_UNKNOWN,
                    UNIT_MOVING,
                    PROPOSAL_EXISTS,
                    PROPOSAL_STATE_DIFFERS,
                    PROPOSAL_GONE_ON,
                    SOURCE_LINE_TAKEN,
                    PROPOSAL_EMPTY,
                    ESTIMATE_MISSING,
                    SOURCE_LINE_UNKNOWN,
                    PROPOSAL_LINE_UNKNOWN,
                    COST_DAYS_WRONG,
                    COST_ITEM_UNKNOWN,
                    COST_ABOVE_NORM,
                    OFFICER_UNKNOWN,
                    NEED_EXISTS,
                    NEED_DECIDED,
                    NEED_UNKNOWN,
                    NEED_TAKEN -> PlanningProblems.raise(problem, plan);
            case COST_PLACES_DIFFER,
                    COST_ABOVE_COMMITMENT,
                    CLASS_WRONG_STATE,
                    CLASS_HAS_OUTCOMES,
                    CLASS_NOT_OVER,
                    SESSION_OUTSIDE_CLASS,
                    SESSION_TIMES_REVERSED,
                    SESSION_HOURS_EXCEEDED,
                    SESSIONS_OVERLAP,
                    CATEGORY_UNKNOWN,
                    PASS_MARK_ABOVE_MAXIMUM,
                    REASON_UNKNOWN,
                    DECISION_NOT_SIGNED_YET,
                    DAYS_TAKEN,
                    CLASS_UNKNOWN,
                    CLASS_WITHOUT_SESSIONS,
                    OFFICER_NOT_IN_SERVICE,
                    UNIT_NOT_INVITED,
                    CATEGORY_NOT_TARGETED,
                    SANCTIONED,
                    UNDER_EXAMINATION,
                    COURSE_PASSED,
                    ENROLMENT_EXISTS,
                    ENROLMENT_WRONG_STATE,
                    ENROLMENT_HAS_OUTCOME,
                    SCORE_NOT_TAKEN,
                    SCORE_ABOVE_MAXIMUM,
                    OUTCOME_CONTRADICTS_SCORE,
                    SHEET_EXISTS,
                    NOT_A_CLASS_DAY,
                    DAY_TO_COME,
                    LEARNER_UNKNOWN,
                    LEARNER_TWICE,
                    MARK_UNKNOWN,
                    MARKS_MISSING,
                    OUTCOMES_MISSING,
                    ATTENDANCE_MISSING,
                    ATTENDANCE_TOO_LOW,
                    SURVEY_NOT_OPEN,
                    SURVEY_ANSWERED,
                    QUESTION_UNKNOWN,
                    CHOICE_UNKNOWN,
                    ANSWERS_MISSING,
                    FILE_BROKEN,
                    FILE_TOO_LARGE,
                    FILE_EMPTY,
                    FILE_TOO_LONG,
                    COLUMN_UNKNOWN,
                    COLUMN_TWICE,
                    COLUMN_MISSING,
                    ROW_BROKEN,
                    CELL_EMPTY,
                    CELL_NOT_TEXT,
                    CELL_INVALID -> ClassProblems.raise(problem);
            case FUNDING_SOURCE_MIXED -> {
                var own = TestPlan.create(1, 1);
                yield Books.of(own, "C").close("CARRY_OVER", own.account("D"));
            }
            case COMMITMENTS_OPEN, SPENDING_UNSETTLED, CARRY_TARGET_MISSING, ACCOUNT_CLOSED -> closing(problem);
            case COMMITMENT_UNKNOWN,
                    COMMITMENT_OF_CLASS,
                    COMMITMENT_EXPIRED,
                    COMMITMENT_EXCEEDED,
                    UNSETTLED_EXCEEDED,
                    ENTRY_UNKNOWN,
                    ENTRY_NOT_REVERSIBLE,
                    ENTRY_REVERSED,
                    ENTRY_FIELD_MISSING,
                    ENTRY_FIELD_UNFIT,
                    ENTRY_DATE_UNFIT -> posting(problem, plan, Books.of(plan, "C"));
            case CERTIFICATE_ENROLMENT_UNKNOWN,
                    CERTIFICATE_NOT_PASSED,
                    CERTIFICATE_DECISION_DAY,
                    CERTIFICATE_EXISTS,
                    CERTIFICATE_REPLACES_DIFFERS,
                    CERTIFICATE_CLASS_EMPTY,
                    CERTIFICATE_STATE,
                    CERTIFICATE_REASON_UNKNOWN,
                    CERTIFICATE_NOT_SIGNED,
                    CERTIFICATE_OFFICER_UNKNOWN,
                    CERTIFICATE_DAYS,
                    LEGACY_NUMBER_EXISTS,
                    TOO_MANY_REQUESTS -> CertificateRefusals.raise(problem);
            case DEGREE_LEVEL_UNKNOWN,
                    DEGREE_COST_ITEM_UNKNOWN,
                    DEGREE_COST_EXCEEDED,
                    DEGREE_DAYS_REVERSED,
                    DEGREE_DAY_OUTSIDE,
                    DEGREE_RULE_MISSING,
                    DEGREE_CONDITION_NOT_MET,
                    DEGREE_CONDITION_UNKNOWN,
                    DEGREE_NOT_WAIVABLE,
                    DEGREE_TRAINING_EXISTS,
                    DEGREE_WRONG_STATE,
                    DEGREE_ENDING_INCOMPLETE,
                    SERVICE_COMMITMENT_UNKNOWN,
                    COMPENSATION_NOT_IN_DECREE,
                    COMPENSATION_DOES_NOT_FIT,
                    COMPENSATION_EXISTS,
                    COMPENSATION_WRONG_STATE,
                    COMPENSATION_GROUND_UNKNOWN,
                    INSTALMENTS_DIFFER,
                    INSTALMENTS_DISORDERED,
                    PAYMENT_ABOVE_DEBT,
                    PAYMENT_REFERENCE_EXISTS -> DegreeProblems.raise(problem);
        };
    }

    private static Response closing(TrainingProblem problem) {
        var books = Books.fresh();
        switch (problem) {
            case COMMITMENTS_OPEN -> books.commit(5);
            case SPENDING_UNSETTLED -> books.posted("EXPENDITURE", 5, books.commit(5));
            case ACCOUNT_CLOSED -> books.close("RETURN", null).then().statusCode(200);
            default -> {}
        }
        return books.close("CARRY_OVER", null);
    }

    private static Response posting(TrainingProblem problem, TestPlan plan, Books books) {
        var nobody = UUID.randomUUID().toString();
        return switch (problem) {
            case COMMITMENT_UNKNOWN -> books.post(books.body("RELEASE", 1, nobody));
            case COMMITMENT_OF_CLASS -> {
                var opened = openClass(plan, "C-1", "places", 1).as(Json.class);
                yield books.post(books.body("RELEASE", 1, opened.getString("commitmentEntryId")));
            }
            case COMMITMENT_EXPIRED -> {
                var commitment = books.commit(5);
                Database.execute(
                        "update ledger_commitments set expires_on = '2020-01-01' where id = ?",
                        UUID.fromString(commitment));
                yield books.post(books.body("EXPENDITURE", 5, commitment));
            }
            case COMMITMENT_EXCEEDED -> books.post(books.body("EXPENDITURE", 6, books.commit(5)));
            case UNSETTLED_EXCEEDED -> books.post(books.body("REFUND", 1, books.commit(5)));
            case ENTRY_UNKNOWN -> books.reverse(Callers.accountant(), nobody);
            case ENTRY_NOT_REVERSIBLE -> books.reverse(Callers.accountant(), firstEntry(books));
            case ENTRY_REVERSED -> {
                var commitment = books.commit(5);
                books.reverse(Callers.accountant(), commitment).then().statusCode(201);
                yield books.reverse(Callers.accountant(), commitment);
            }
            case ENTRY_FIELD_MISSING -> books.post(books.body("RELEASE", 1L));
            case ENTRY_FIELD_UNFIT -> books.post(books.body("COMMITMENT", 1, nobody));
            default -> {
                var past = books.body("COMMITMENT", 1L);
                past.put("expiresOn", "2020-01-01");
                yield books.post(past);
            }
        };
    }

    private static String firstEntry(Books books) {
        return Callers.city()
                .queryParam("accountId", books.account())
                .get(TestPlan.ENTRIES)
                .as(Json.class)
                .getString("items[0].id");
    }

    private static Response decide(Map<String, @Nullable Object> decision) {
        return TestPlan.post(Callers.city(), TestPlan.DECISIONS, decision);
    }

    private static Response openClass(TestPlan plan, String line, String name, Object value) {
        var request = plan.newClass(line, 1, 1);
        request.put(name, value);
        return TestPlan.post(Callers.city(), TestPlan.CLASSES, request);
    }

    private static Map<String, @Nullable Object> oneLine(String status, long budget, Map<?, ?> line) {
        return TestPlan.decision(YEAR_WITHOUT_PLAN, TestPlan.block("C", "CITY_BUDGET", budget, status, line));
    }

    private static Map<?, ?> block() {
        return TestPlan.block("C", "CITY_BUDGET", 5, "ASSIGNED", TestPlan.line("C-1", 1, 1));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> signed(Map<String, @Nullable Object> decision) {
        return (Map<String, Object>) Objects.requireNonNull(decision.get("decision"));
    }

    @Test
    void shouldNameEveryFaultOfAClassAtOnce() {
        // Given
        var plan = TestPlan.roomy();
        var request = plan.newClass("C-1", 1, 1);
        request.put("unitId", City.DISTRICT.id());
        request.put("startsOn", plan.year() + 1 + "-02-01");
        request.put("endsOn", plan.year() - 1 + "-02-01");

        // When
        var refused = TestPlan.post(Callers.city(), TestPlan.CLASSES, request);

        // Then
        var errors = new ArrayList<String>();
        refused.as(Json.class)
                .<Map<String, Object>>getList("errors")
                .forEach(error -> errors.add(error.get("code") + " " + error.get("pointer")));
        assertThat(errors)
                .containsExactly(
                        "training.class-dates-reversed /endsOn",
                        "training.class-outside-plan-year /startsOn",
                        "training.class-outside-plan-year /endsOn",
                        "training.funding-source-differs /planLineId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void shouldHaveTextsForEveryCodeAndForNothingElse(String language) throws IOException {
        // When
        var texts = texts(language);

        // Then
        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TrainingProblem.values())
                        .flatMap(problem -> Stream.of(problem.code() + ".title", problem.code() + ".detail"))
                        .toList());
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void shouldSpeakOfTheSameFactsInBothLanguages() throws IOException {
        // When
        var vietnamese = texts("vi");
        var english = texts("en");

        // Then
        for (var name : english.stringPropertyNames()) {
            assertThat(places(vietnamese.getProperty(name))).as(name).isEqualTo(places(english.getProperty(name)));
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        var file = Path.of("src/main/resources/problems_" + language + ".properties");
        try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
