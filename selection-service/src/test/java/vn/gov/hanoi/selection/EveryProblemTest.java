package vn.gov.hanoi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

/** Every code of the catalogue can be met over HTTP, and has a text in both languages for what it says. */
@QuarkusTest
@WithStack
class EveryProblemTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);

    private static @Nullable EveryRoundProblem rounds;
    private static @Nullable EveryContestProblem contests;
    private static @Nullable EveryWrittenProblem written;

    private Org.Unit department;
    private Org.Unit division;
    private String organiser;

    /** All of them use the same units: each takes a moment to be known. */
    @BeforeEach
    void knowUnits() {
        department = rounds().cast().department();
        division = rounds().cast().division();
        organiser = rounds().cast().organiser();
    }

    @ParameterizedTest
    @EnumSource(SelectionProblem.class)
    void shouldBeRaisedWithAllItsArguments(SelectionProblem problem) {
        // When
        var refused = raise(problem);

        // Then
        assertThat(refused.statusCode()).isEqualTo(problem.status());
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.header("Content-Language")).isEqualTo("vi");
        var body = refused.as(Json.class);
        assertThat(body.getString("code")).isEqualTo(problem.code());
        assertThat(body.getBoolean("retryable")).isFalse();
        for (var text : Stream.concat(
                        Stream.of(body.getString("title"), body.getString("detail")),
                        body.<String>getList("errors.detail").stream())
                .toList()) {
            assertThat(text).doesNotContain(problem.code()).doesNotContainPattern(PLACE);
        }
    }

    /** A new code fails until somebody says here or in {@link EveryRoundProblem} how a caller meets it. */
    private Response raise(SelectionProblem problem) {
        return switch (problem) {
            case UNIT_UNKNOWN -> Vacancies.post(organiser, Vacancies.request(UUID.randomUUID(), "Trưởng phòng"));
            case UNIT_NOT_IN_FORCE -> publish(Map.of("announcedOn", "2017-12-31"));
            case POST_NOT_DIVISION_LEVEL ->
                Vacancies.post(organiser, Vacancies.request(department.id(), "Giám đốc Sở"));
            case TOO_FEW_CANDIDATES -> {
                var request = Vacancies.request(division.id(), "Trưởng phòng");
                request.put("minimumCandidates", 1);
                yield Vacancies.post(organiser, request);
            }
            case VACANCY_EXISTS -> {
                Vacancies.draft(organiser, division.id(), "Trưởng phòng");
                yield Vacancies.post(organiser, Vacancies.request(division.id(), "TRƯỞNG PHÒNG"));
            }
            case ALREADY_ANNOUNCED -> {
                var announced = Vacancies.announced(organiser, division.id(), title(), DAY);
                yield Vacancies.publish(
                        organiser, announced.getString("id"), announced.getString("etag"), Vacancies.announcement(DAY));
            }
            case RULES_MISSING -> publish(Map.of("announcedOn", "2017-05-08"));
            case DOSSIERS_BEFORE_ANNOUNCEMENT -> publish(Map.of("dossiersFrom", "2020-03-15"));
            case DOSSIERS_END_BEFORE_START -> publish(Map.of("dossiersTo", "2020-03-15"));
            case DOSSIER_WINDOW_TOO_SHORT -> publish(Map.of("dossiersTo", "2020-04-04"));
            case MEDIUM_MISSING -> publish(Map.of("media", List.of("MASS_MEDIA", "WEB_SITE")));
            default -> {
                if (EveryWrittenProblem.KNOWN.contains(problem)) {
                    yield written().raise(problem);
                }
                yield EveryContestProblem.knows(problem) ? contests().raise(problem) : rounds().raise(problem);
            }
        };
    }

    private static String title() {
        return "Trưởng phòng " + UUID.randomUUID();
    }

    private static EveryRoundProblem rounds() {
        if (rounds == null) {
            rounds = new EveryRoundProblem(Cast.assemble());
        }
        return rounds;
    }

    private static EveryContestProblem contests() {
        if (contests == null) {
            contests = new EveryContestProblem(rounds().cast());
        }
        return contests;
    }

    private static EveryWrittenProblem written() {
        if (written == null) {
            written = new EveryWrittenProblem();
        }
        return written;
    }

    @SuppressWarnings("unchecked")
    private Response publish(Map<String, Object> changes) {
        var draft = Vacancies.draft(organiser, division.id(), title());
        var body = Vacancies.announcement(DAY);
        ((Map<String, Object>) Objects.requireNonNull(body.get("data"))).putAll(changes);
        return Vacancies.publish(organiser, draft.getString("id"), draft.getString("etag"), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void shouldHaveTextsForEveryCodeAndForNothingElse(String language) throws IOException {
        // When
        var texts = texts(language);

        // Then
        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SelectionProblem.values())
                        .flatMap(problem -> Stream.of(problem.code() + ".title", problem.code() + ".detail"))
                        .toList());
        assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void shouldSpeakOfTheSameFactsInBothLanguages() throws IOException {
        // Given
        var vietnamese = texts("vi");
        var english = texts("en");

        // Then
        for (var name : english.stringPropertyNames()) {
            assertThat(places(vietnamese.getProperty(name))).as(name).isEqualTo(places(english.getProperty(name)));
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Properties texts(String language) throws IOException {
        var file = java.nio.file.Path.of("src/main/resources/problems_" + language + ".properties");
        var texts = new Properties();
        try (var reader = new InputStreamReader(java.nio.file.Files.newInputStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
