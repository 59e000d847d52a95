package vn.gov.hanoi.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.report.Results.Person;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.support.Workbooks;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Months and years by unit over HTTP, beside a count of the same people by hand. */
@QuarkusTest
@WithStack
class ResultReportTest {
    private static final String MONTHS = "/evaluation/v1/monthly-summaries";
    private static final String YEARS = "/evaluation/v1/annual-summaries";
    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+)\\d+\"[^>]*><is><t>([^<]*)</t></is></c>");

    private static @Nullable Results laid;

    private Results results;

    @BeforeEach
    void lay() {
        var known = laid;
        results = known == null ? new Results() : known;
        laid = results;
    }

    private String keeper() {
        return Evaluations.token("keeper", results.department, "evaluation-keeper");
    }

    @Test
    void shouldCountTheMonthInTheUnitsOfThatTime() {
        // When
        var report = month(keeper(), Map.of());

        // Then
        assertThat(report.getString("period")).isEqualTo("2025-06");
        assertThat(report.getString("mappedTo")).isEqualTo("2025-06-30");
        assertThat(report.getList("items.unit.id"))
                .containsExactlyInAnyOrderElementsOf(
                        ids(results.department, results.gone, results.left, results.right));
        assertThat(line(report, results.left).getString("unit.name")).isEqualTo(results.left.name());
        for (var unit : List.of(results.department, results.gone, results.left, results.right)) {
            same(line(report, unit), "own.", counted(each -> each.unit().equals(unit)));
        }
        same(line(report, results.department), "total.", counted(this::isOfDepartment));
        same(report, "total.", counted(this::isOfDepartment));
        same(line(report, results.gone), "total.", counted(each -> each.unit().equals(results.gone)));
        assertThat(report.getList("hiddenFields")).isEmpty();
    }

    @Test
    void shouldCarryTheMonthAndTheYearToTheSuccessorsOfToday() {
        // When
        var month = month(keeper(), Map.of("mapping", "TODAY"));
        var year = year(keeper(), Map.of("mapping", "TODAY"));

        // Then
        for (var report : List.of(month, year)) {
            assertThat(report.getList("items.unit.id"))
                    .containsExactlyInAnyOrderElementsOf(ids(results.department, results.left, results.right));
            assertThat(line(report, results.left).getString("unit.name")).isEqualTo(Results.NEW_NAME);
            for (var figure : List.of("people", "a", "b", "c", "d", "open", "heads.people")) {
                var gone = number(counted(each -> each.unit().equals(results.gone)), figure);
                var left = number(counted(each -> each.unit().equals(results.left)), figure);
                var right = number(counted(each -> each.unit().equals(results.right)), figure);
                assertThat(number(line(report, results.left), "own." + figure))
                        .as(figure)
                        .isEqualByComparingTo(left.add(gone.multiply(new BigDecimal("0.25"))));
                assertThat(number(line(report, results.right), "own." + figure))
                        .as(figure)
                        .isEqualByComparingTo(right.add(gone.multiply(new BigDecimal("0.75"))));
                assertThat(number(report, "total." + figure))
                        .isEqualByComparingTo(number(counted(this::isOfDepartment), figure));
            }
        }
        assertThat(number(month, "total.meanPoints"))
                .isEqualByComparingTo(number(month(keeper(), Map.of()), "total.meanPoints"));
    }

    @Test
    void shouldKeepWhoLeftWithAUnitThatEndedInTheYear() {
        // When
        var report = year(keeper(), Map.of());

        // Then
        assertThat(report.getString("mappedTo")).isEqualTo("2025-12-31");
        var gone = line(report, results.gone);
        assertThat(gone.getBoolean("inForce")).isFalse();
        same(gone, "own.", counted(each -> each.unit().equals(results.gone)));
        same(report, "total.", counted(this::isOfDepartment));
        assertThat(gone.getList("own.notRated.reason")).containsExactly("SERVICE_TOO_SHORT", "NO_RATED_PERIOD");
        assertThat(number(gone, "own.notRated[1].people")).isEqualByComparingTo("1");
    }

    @Test
    void shouldSayTheSameInAllFormats() throws Exception {
        // When
        var report = month(keeper(), Map.of());
        var csv = csv(file(keeper(), "text/csv"));
        var workbook = workbook(file(keeper(), Workbooks.TYPE), csv.getFirst());

        // Then
        assertThat(workbook).isEqualTo(csv);
        var header = csv.getFirst();
        assertThat(header.getFirst()).isEqualTo("Mã đơn vị [code]");
        assertThat(header).allSatisfy(each -> assertThat(each).matches(".+ \\[[A-Za-z_.]+]"));
        assertThat(csv).hasSize(report.getList("items").size() + 2);
        for (int i = 1; i < csv.size(); i++) {
            var row = csv.get(i);
            boolean sum = i == csv.size() - 1;
            assertThat(row.getFirst()).isEqualTo(sum ? "" : report.getString("items[%d].unit.code".formatted(i - 1)));
            for (int column = 4; column < header.size(); column++) {
                var name = header.get(column).replaceAll(".*\\[(.*)]", "$1");
                var path =
                        sum ? "total." + name.substring(name.indexOf('.') + 1) : "items[%d].%s".formatted(i - 1, name);
                assertThat(row.get(column)).as(path).isEqualTo(told(report, path));
            }
        }
    }

    /** A figure of the answer as a file writes it. */
    private static String told(Json report, String path) {
        var reason = path.substring(path.lastIndexOf('.') + 1);
        if (reason.matches("[A-Z_]+")) {
            var list = path.substring(0, path.lastIndexOf('.')) + ".notRated";
            return plain(report.find(list, "reason", reason).getString("people"));
        }
        return plain(report.getString(path));
    }

    private static String plain(@Nullable String number) {
        if (number == null) {
            return "";
        }
        var stripped = new BigDecimal(number).stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0)).toPlainString();
    }

    @Test
    void shouldTellReadersNoMeansAndNobodyTheUnitsOfOthers() {
        // Given
        var reader = Evaluations.token("reader", results.department, "evaluation-reader");

        // When
        var report = month(reader, Map.of());
        var division = month(reader, Map.of("unitId", results.right.id().toString()));
        var before = month(reader, Map.of("knownAt", results.before.toString()));

        // Then
        assertThat(report.toString()).doesNotContain("meanPoints\":");
        assertThat(report.getList("hiddenFields.pointer")).containsExactly("/total/meanPoints");
        assertThat(number(report, "total.a")).isEqualByComparingTo(number(counted(this::isOfDepartment), "a"));
        assertThat(division.getList("items.unit.id"))
                .containsExactly(results.right.id().toString());
        same(division, "total.", without(counted(each -> each.unit().equals(results.right))));
        assertThat(number(before, "total.people")).isEqualByComparingTo("0");
        var stranger = Evaluations.token("keeper", results.elsewhere, "evaluation-keeper");
        for (var path : List.of(MONTHS, YEARS)) {
            refused(
                    ask(stranger, path, Map.of("unitId", results.department.id().toString())),
                    404,
                    "resource.not-found");
            refused(ask(stranger, path, Map.of("unitId", UUID.randomUUID().toString())), 404, "resource.not-found");
            refused(
                    ask(Evaluations.token("x", results.department, "evaluation-participant"), path, Map.of()),
                    403,
                    "auth.role-missing");
            for (var wrong : List.of(
                    "mapping=TOMORROW", "period=2025-13", "year=2025-06", "unitId=x", "knownAt=2999-01-01T00:00:00Z")) {
                var parts = wrong.split("=");
                if (!parts[0].equals(path.equals(MONTHS) ? "year" : "period")) {
                    refused(ask(reader, path, Map.of(parts[0], parts[1])), 400, "query.invalid-parameter");
                }
            }
        }
    }

    @Test
    void shouldSayThatAUnitIsNoLongerThere() {
        // Given
        var question = Map.of("unitId", results.gone.id().toString(), "mapping", "TODAY");

        // When
        var vietnamese = ask(keeper(), MONTHS, question);
        var english = Api.as(keeper())
                .header("Accept-Language", "en")
                .queryParams(question)
                .queryParam("period", Results.MONTH)
                .get(MONTHS);

        // Then
        refused(vietnamese, 422, "report.unit-not-in-force");
        assertThat(vietnamese.as(Json.class).getString("detail"))
                .contains("Đơn vị không tồn tại")
                .doesNotContain("{");
        assertThat(english.as(Json.class).getString("detail"))
                .contains("was not in force")
                .doesNotContain("{");
    }

    private boolean isOfDepartment(Person person) {
        return !person.unit().equals(results.elsewhere);
    }

    private static List<Object> ids(Units.Unit... units) {
        return Arrays.stream(units).map(each -> (Object) each.id().toString()).toList();
    }

    /** What somebody counts with a pencil; the mean is missing below five. */
    private Map<String, @Nullable BigDecimal> counted(Predicate<Person> wanted) {
        var people = results.people.stream().filter(wanted).toList();
        var found = new java.util.HashMap<String, @Nullable BigDecimal>();
        Function<Predicate<Person>, BigDecimal> number =
                which -> BigDecimal.valueOf(people.stream().filter(which).count());
        found.put("people", number.apply(_ -> true));
        for (var grade : List.of("A", "B", "C", "D")) {
            found.put(grade.toLowerCase(java.util.Locale.ROOT), number.apply(each -> each.is(grade)));
            found.put(
                    "heads." + grade.toLowerCase(java.util.Locale.ROOT),
                    number.apply(each -> each.head() && each.is(grade)));
        }
        found.put("heads.people", number.apply(Person::head));
        found.put("open", number.apply(each -> each.is("OPEN")));
        var rated = people.stream().filter(each -> each.points() != null).toList();
        var sum = rated.stream()
                .map(each -> java.util.Objects.requireNonNull(each.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var n = BigDecimal.valueOf(rated.size());
        var best = found.get("a");
        found.put(
                "percentA",
                rated.isEmpty() || best == null
                        ? null
                        : best.multiply(BigDecimal.valueOf(100)).divide(n, 2, RoundingMode.HALF_UP));
        found.put("meanPoints", rated.size() < 5 ? null : sum.divide(n, 1, RoundingMode.HALF_UP));
        return found;
    }

    private static Map<String, @Nullable BigDecimal> without(Map<String, @Nullable BigDecimal> counted) {
        counted.remove("meanPoints");
        return counted;
    }

    private static void same(Json found, String prefix, Map<String, @Nullable BigDecimal> expected) {
        expected.forEach((figure, number) -> {
            String told = found.getString(prefix + figure);
            if (number == null) {
                assertThat(told).as(prefix + figure).isNull();
            } else {
                assertThat(new BigDecimal(told)).as(prefix + figure).isEqualByComparingTo(number);
            }
        });
    }

    private static BigDecimal number(Map<String, @Nullable BigDecimal> counted, String figure) {
        return java.util.Objects.requireNonNull(counted.get(figure));
    }

    private static BigDecimal number(Json report, String path) {
        return new BigDecimal(report.getString(path));
    }

    private static Json line(Json report, Units.Unit unit) {
        return report.find("items", "unit.id", unit.id().toString());
    }

    private static Json month(String token, Map<String, String> query) {
        return ask(token, MONTHS, query).then().statusCode(200).extract().as(Json.class);
    }

    private static Json year(String token, Map<String, String> query) {
        return ask(token, YEARS, query).then().statusCode(200).extract().as(Json.class);
    }

    private static Response ask(String token, String path, Map<String, String> query) {
        var all = new java.util.HashMap<String, String>(
                Map.of(path.equals(MONTHS) ? "period" : "year", path.equals(MONTHS) ? Results.MONTH : "2025"));
        all.putAll(query);
        return Api.as(token).accept("application/json").queryParams(all).get(path);
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body(at("code", equalTo(code)));
    }

    private static byte[] file(String token, String type) {
        return Api.as(token)
                .accept(type)
                .queryParam("period", Results.MONTH)
                .get(MONTHS)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<List<String>> csv(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .map(line -> Pattern.compile("(?:\"([^\"]*)\"|([^,\"]*)),")
                        .matcher(line + ",")
                        .results()
                        .map(ResultReportTest::cell)
                        .toList())
                .toList();
    }

    private static String cell(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** The rows of a workbook, with an empty text for each missing cell. */
    private static List<List<String>> workbook(byte[] file, List<String> header) throws Exception {
        return Stream.of(Workbooks.part(file, Workbooks.SHEET).split("<row ", -1))
                .skip(1)
                .map(row -> row(row, header.size()))
                .toList();
    }

    private static List<String> row(String xml, int width) {
        var cells = new ArrayList<>(java.util.Collections.nCopies(width, ""));
        CELL.matcher(xml).results().forEach(found -> {
            int column = found.group(1).chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1) - 1;
            cells.set(column, found.group(2));
        });
        return cells;
    }
}
