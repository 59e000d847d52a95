package vn.gov.hanoi.selection.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.condition.Facts.Ban;
import vn.gov.hanoi.selection.condition.Facts.Document;
import vn.gov.hanoi.selection.condition.Facts.Post;
import vn.gov.hanoi.selection.condition.Facts.Result;
import vn.gov.hanoi.selection.condition.Finding.Reason;

/** The rules against plain ones that count day by day and period by period. */
class EligibilityRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate CUT_OFF = LocalDate.of(2026, 4, 30);
    private static final EligibilityRules RULES =
            new EligibilityRules(ConditionSets.shipped().retirement());
    private static final ConditionSet SET =
            ConditionSets.shipped().on("HN-LEADER-EXTENDED", START).orElseThrow();

    private static Finding finding(String code, Facts facts) {
        return RULES.check(SET, facts).stream()
                .filter(each -> each.condition().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A record of one kind; everything else is not known. */
    private static Facts facts(
            List<Document> documents,
            List<Result> results,
            @Nullable List<Ban> bans,
            List<Post> posts,
            LocalDate asOf) {
        return new Facts(
                CandidateSource.PLANNED_INSIDE,
                START,
                CUT_OFF,
                asOf,
                60,
                null,
                null,
                documents,
                results,
                bans,
                posts,
                null);
    }

    private static Facts born(@Nullable LocalDate birthDate, @Nullable Sex sex, int termMonths) {
        return new Facts(
                CandidateSource.NOMINATED,
                START,
                CUT_OFF,
                CUT_OFF,
                termMonths,
                birthDate,
                sex,
                List.of(),
                List.of(),
                null,
                List.of(),
                null);
    }

    /** Years, quarters and months from 2022 to 2026, each with a chance of its own; a tenth of them not rated. */
    private static List<Result> results(long seed) {
        var random = new Random(seed);
        int chance = random.nextInt(1, 101);
        int badness = random.nextInt(1, 30);
        var results = new ArrayList<Result>();
        for (int year = 2022; year <= 2026; year++) {
            var periods = new ArrayList<>(List.of(String.valueOf(year)));
            for (int month = 1; month <= 12; month++) {
                periods.add(YearMonth.of(year, month).toString());
            }
            for (int quarter = 1; quarter <= 4; quarter++) {
                periods.add(year + "-Q" + quarter);
            }
            for (var period : periods) {
                if (random.nextInt(100) < chance) {
                    var grade = random.nextInt(10) == 0 ? null : grade(random.nextInt(100), badness);
                    results.add(new Result(UUID.randomUUID(), period, grade, 1));
                }
            }
        }
        return results;
    }

    private static String grade(int drawn, int badness) {
        return drawn < badness / 6 ? "D" : drawn < badness ? "C" : drawn < 60 ? "B" : "A";
    }

    @Property(tries = 10_000)
    void shouldJudgeResultsAsAPlainRuleDoes(@ForAll long seed) {
        // Given
        var results = results(seed);

        // When
        var found = RULES.check(SET, facts(List.of(), results, null, List.of(), CUT_OFF)).stream()
                .filter(each -> List.of("ANNUAL_LEVELS", "NO_ANNUAL_FAILURE", "NO_MONTH_FAILURE")
                        .contains(each.condition()))
                .map(Finding::outcome)
                .toList();

        // Then
        assertThat(found).containsExactly(plainLevels(results), plainYears(results), plainMonths(results));
    }

    @Example
    void shouldMeetEveryOutcomeAmongTheTries() {
        var outcomes = new HashSet<List<Outcome>>();
        for (long seed = 0; seed < 5_000; seed++) {
            var results = results(seed);
            outcomes.add(List.of(plainLevels(results)));
            outcomes.add(List.of(plainYears(results), plainYears(results)));
            outcomes.add(List.of(plainMonths(results), plainMonths(results), plainMonths(results)));
        }
        assertThat(outcomes).hasSize(9);
    }

    private static @Nullable Result of(List<Result> results, String period) {
        for (var result : results) {
            if (result.period().equals(period)) {
                return result;
            }
        }
        return null;
    }

    private static Outcome plainLevels(List<Result> results) {
        boolean complete = true;
        for (var year : List.of("2024", "2025")) {
            var result = of(results, year);
            if (result == null || result.grade() == null) {
                complete = false;
            } else if ("CD".contains(result.grade())) {
                return Outcome.NOT_MET;
            }
        }
        return complete ? Outcome.MET : Outcome.UNKNOWN;
    }

    private static Outcome plainYears(List<Result> results) {
        boolean complete = true;
        for (int year = 2023; year <= 2026; year++) {
            var result = of(results, String.valueOf(year));
            if (result != null && "D".equals(result.grade())) {
                return Outcome.NOT_MET;
            }
            complete = complete && (result != null || year == 2026);
        }
        return complete ? Outcome.MET : Outcome.UNKNOWN;
    }

    private static Outcome plainMonths(List<Result> results) {
        var window = new ArrayList<String>();
        for (int year = 2025; year <= 2026; year++) {
            for (int month = 1; month <= 12; month++) {
                if (year == 2025 && month >= 4 || year == 2026 && month <= 3) {
                    window.add(year + "-" + (month < 10 ? "0" : "") + month);
                }
            }
        }
        for (var result : results) {
            boolean month = result.period().length() == 7 && result.period().charAt(5) != 'Q';
            boolean quarter = result.period().length() == 7 && result.period().charAt(5) == 'Q';
            boolean after = month && result.period().compareTo("2025-04") >= 0
                    || quarter && result.period().compareTo("2025-Q2") >= 0;
            if (after && "D".equals(result.grade())) {
                return Outcome.NOT_MET;
            }
        }
        for (var month : window) {
            int number = Integer.parseInt(month.substring(5));
            var quarter = month.substring(0, 5) + "Q" + ((number - 1) / 3 + 1);
            if (of(results, month) == null && of(results, quarter) == null) {
                return Outcome.UNKNOWN;
            }
        }
        return Outcome.MET;
    }

    @Property
    void shouldNeverBeMetWithoutOneOfItsRecords(@ForAll @IntRange(min = 0, max = 14) int missing) {
        // Given
        var results = new ArrayList<Result>();
        for (var year : List.of("2023", "2024", "2025")) {
            results.add(new Result(UUID.randomUUID(), year, "B", 1));
        }
        for (int back = 1; back <= 12; back++) {
            results.add(new Result(
                    UUID.randomUUID(), YearMonth.from(CUT_OFF).minusMonths(back).toString(), "B", 1));
        }
        var complete = facts(List.of(), results, List.of(), List.of(), CUT_OFF);
        var codes = List.of("ANNUAL_LEVELS", "NO_ANNUAL_FAILURE", "NO_MONTH_FAILURE");
        assertThat(codes).allSatisfy(code -> assertThat(finding(code, complete).outcome())
                .isEqualTo(Outcome.MET));

        // When
        var gone = results.remove(missing);
        var incomplete = facts(List.of(), results, null, List.of(), CUT_OFF);

        // Then
        var found = finding(missing < 3 ? "NO_ANNUAL_FAILURE" : "NO_MONTH_FAILURE", incomplete);
        assertThat(found.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(found.evidence()).contains(new Evidence("MISSING_PERIOD", gone.period(), null, null));
        assertThat(finding("NO_DISCIPLINE", incomplete).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(RULES.check(SET, facts(List.of(), List.of(), null, List.of(), CUT_OFF)))
                .noneMatch(each -> each.outcome() == Outcome.MET);
    }

    @Provide
    Arbitrary<Ban> bans() {
        var days = Arbitraries.integers().between(-30, 30).map(CUT_OFF::plusDays);
        return Combinators.combine(
                        days,
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of("CANDIDACY", "APPOINTMENT", "TRAINING"))
                .as((from, length, kind) -> new Ban(UUID.randomUUID(), 1, kind, from, from.plusDays(length)));
    }

    @Property(tries = 10_000)
    void shouldForbidExactlyOnTheDaysOfASanction(
            @ForAll @Size(max = 4) List<@net.jqwik.api.From("bans") Ban> bans,
            @ForAll @IntRange(min = -32, max = 52) int days) {
        // Given
        var asOf = CUT_OFF.plusDays(days);
        LocalDate last = null;
        for (var ban : bans) {
            for (var day = ban.effectiveOn(); !day.equals(ban.lastDay().plusDays(1)); day = day.plusDays(1)) {
                if (day.equals(asOf)
                        && !ban.kind().equals("TRAINING")
                        && (last == null || ban.lastDay().isAfter(last))) {
                    last = ban.lastDay();
                }
            }
        }

        // When
        var found = finding("NO_DISCIPLINE", facts(List.of(), List.of(), bans, List.of(), asOf));

        // Then
        assertThat(found.outcome()).isEqualTo(last == null ? Outcome.MET : Outcome.NOT_MET);
        assertThat(found.until()).isEqualTo(last);
    }

    @Property(tries = 10_000)
    void shouldCountWorkingMonthsOneByOne(
            @ForAll @IntRange(min = 0, max = 20_000) int days,
            @ForAll Sex sex,
            @ForAll @IntRange(min = 1, max = 120) int termMonths) {
        // Given
        var birthDate = LocalDate.of(1955, 1, 1).plusDays(days);
        var reached = ConditionSets.shipped().retirement().reachedOn(birthDate, sex);
        int months = 0;
        while (!START.plusMonths(months + 1L).isAfter(reached)) {
            months++;
        }

        // When
        var found = finding("WORKING_TIME_LEFT", born(birthDate, sex, termMonths));

        // Then
        boolean enough = !reached.isBefore(START) && months >= Math.min(60, termMonths);
        assertThat(found.outcome()).isEqualTo(enough ? Outcome.MET : Outcome.NOT_MET);
    }

    /** The edge is looked for day by day: one day decides. */
    @Example
    void shouldTakeBothEdgesOfTheWorkingTime() {
        // Given
        for (var sex : Sex.values()) {
            for (int term : List.of(60, 36)) {
                var birthDate = LocalDate.of(1950, 1, 1);
                var ages = ConditionSets.shipped().retirement();
                while (ages.reachedOn(birthDate, sex).isBefore(START.plusMonths(term))) {
                    birthDate = birthDate.plusDays(1);
                }

                // Then
                assertThat(finding("WORKING_TIME_LEFT", born(birthDate, sex, term))
                                .outcome())
                        .isEqualTo(Outcome.MET);
                assertThat(finding("WORKING_TIME_LEFT", born(birthDate.minusDays(1), sex, term))
                                .outcome())
                        .isEqualTo(Outcome.NOT_MET);
            }
        }
        assertThat(finding("WORKING_TIME_LEFT", born(null, Sex.MALE, 60)).outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(finding("WORKING_TIME_LEFT", born(START, null, 60)).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Example
    void shouldCountFullYearsOfAge() {
        assertThat(finding("AGE", born(START.minusYears(56).plusDays(1), null, 60))
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(finding("AGE", born(START.minusYears(56), null, 60)).reason())
                .isEqualTo(Reason.TOO_OLD);
        assertThat(finding("AGE", born(null, null, 60)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Example
    void shouldBelieveOnlyVerifiedDocumentsOfTheRightAge() {
        // Given
        var fresh = new Document("new", DocumentKind.HEALTH_CERTIFICATE, CUT_OFF.minusMonths(6), true);
        var old = new Document(
                "old", DocumentKind.HEALTH_CERTIFICATE, CUT_OFF.minusMonths(6).minusDays(1), true);
        var unread = new Document("unread", DocumentKind.HEALTH_CERTIFICATE, CUT_OFF, null);
        var bad = new Document("bad", DocumentKind.HEALTH_CERTIFICATE, CUT_OFF, false);

        // Then
        assertThat(health(List.of())).isEqualTo(Reason.RECORD_MISSING);
        assertThat(health(List.of(unread))).isEqualTo(Reason.DOCUMENT_NOT_VERIFIED);
        assertThat(health(List.of(fresh, unread))).isEqualTo(Reason.FULFILLED);
        assertThat(health(List.of(old))).isEqualTo(Reason.DOCUMENT_TOO_OLD);
        assertThat(health(List.of(old, fresh))).isEqualTo(Reason.FULFILLED);
        assertThat(health(List.of(fresh, bad))).isEqualTo(Reason.DOCUMENT_REFUTES);
    }

    private static Reason health(List<Document> documents) {
        return finding("HEALTH", facts(documents, List.of(), null, List.of(), CUT_OFF))
                .reason();
    }

    @Example
    void shouldGoBackThroughPostsWithoutAGap() {
        // Given
        var now = new Post(UUID.randomUUID(), START.minusMonths(10), null);
        var before = new Post(UUID.randomUUID(), START.minusMonths(36), START.minusMonths(10));
        var longAgo = new Post(
                UUID.randomUUID(), START.minusYears(20), START.minusMonths(36).minusDays(1));

        // Then
        assertThat(time(List.of())).isEqualTo(Reason.RECORD_MISSING);
        assertThat(time(List.of(now))).isEqualTo(Reason.TIME_TOO_SHORT);
        assertThat(time(List.of(before, now))).isEqualTo(Reason.FULFILLED);
        assertThat(time(List.of(longAgo, now))).isEqualTo(Reason.TIME_TOO_SHORT);
        assertThat(time(List.of(before))).isEqualTo(Reason.RECORD_MISSING);
    }

    private static Reason time(List<Post> posts) {
        return finding("TIME_IN_POST", facts(List.of(), List.of(), null, posts, CUT_OFF))
                .reason();
    }

    @Example
    void shouldAskEachSourceForItsOwnConditions() {
        // When
        var nominated = RULES.check(SET, born(null, null, 60));
        var inside = RULES.check(SET, facts(List.of(), List.of(), null, List.of(), CUT_OFF));

        // Then
        assertThat(nominated)
                .extracting(Finding::condition)
                .contains("NOMINATION", "PARTY_CONSENT")
                .doesNotContain("PLANNING_LIST", "WORKS_IN_UNIT");
        assertThat(inside)
                .extracting(Finding::condition)
                .contains("PLANNING_LIST", "WORKS_IN_UNIT")
                .doesNotContain("NOMINATION", "PARTY_CONSENT");
    }
}
