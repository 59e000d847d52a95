package vn.gov.hanoi.evaluation.objection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.evaluation.authority.Ground;
import vn.gov.hanoi.evaluation.authority.Headship;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Bench;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Contested;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Raters;
import vn.gov.hanoi.evaluation.objection.Objection.About;
import vn.gov.hanoi.evaluation.objection.Objection.Deadlines;
import vn.gov.hanoi.evaluation.objection.Objection.Said;
import vn.gov.hanoi.evaluation.objection.ObjectionGuard.Act;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PetitionRule;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Windows, states and parties of objections, without a database; the calendar is the shipped one. */
class ObjectionRulesTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.named("VN");
    private static final PetitionRule RULE =
            RuleSetDocuments.shipped("HN-M-2022").rules().petition();
    private static final Period JULY = Period.month(YearMonth.of(2023, 7));
    private static final UUID SUBJECT = new UUID(0, 1);
    private static final UUID DIRECTOR = new UUID(0, 2);
    private static final UUID SUPERIOR = new UUID(0, 3);
    private static final UUID DEPUTY = new UUID(0, 4);
    private static final UUID AGENCY = new UUID(1, 1);
    /** Whoever had a hand in the result is the director. */
    private static final Bench BENCH = new Bench(
            AGENCY, false, Set.copyOf(RULE.decidedBy()), new Raters(Set.of(DIRECTOR), Set.of("person-director")));

    private static Filing filing(LocalDate published, LocalDate today, PetitionRule rule, ObjectionState... before) {
        var id = new UUID(0, 9);
        var result = new Contested(id, id, JULY, SUBJECT, id, id, published, rule, List.of());
        return new Filing(result, true, List.of(before), today, CALENDAR);
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream().map(each -> each.code().code()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        // Tết from 8 to 14 February.
        "2024-02-07, 2024-02-21, 2024-03-06",
        // Tết from 25 January to 2 February.
        "2025-01-22, 2025-02-05, 2025-02-19",
        // Published on the last working day before Tết, which is from 14 to 22 February.
        "2026-02-13, 2026-02-27, 2026-03-13",
        // In the middle of Tết: the window begins with the first working day after it.
        "2026-02-18, 2026-02-27, 2026-03-13",
        // Saturday 22 August is worked; 31 August to 2 September are off.
        "2026-08-20, 2026-08-26, 2026-09-14"
    })
    void shouldTakeAnObjectionOnTheLastDayOfTheWindowAndNotOnTheNext(
            LocalDate published, LocalDate last, LocalDate due) {
        // When
        var onTheLastDay = filing(published, last, RULE);
        var onTheNext = filing(published, last.plusDays(1), RULE);

        // Then
        assertThat(onTheLastDay.refusals()).isEmpty();
        assertThat(onTheLastDay.deadlines().fileUntil()).isEqualTo(last);
        assertThat(onTheLastDay.deadlines().dueOn()).isEqualTo(due);
        assertThat(codes(onTheNext.refusals())).containsExactly("objection.late");
        assertThat(onTheNext.refusals().getFirst().args()).isEqualTo(Map.of("until", last.toString()));
    }

    @Property(tries = 2_000)
    void shouldGiveExactlyTheWorkingDaysOfTheRule(
            @ForAll @IntRange(max = 3_400) int day,
            @ForAll @IntRange(min = 1, max = 20) int window,
            @ForAll @IntRange(min = 1, max = 40) int resolution) {
        var published = LocalDate.of(2018, 1, 1).plusDays(day);
        var rule = new PetitionRule(window, resolution, PetitionRule.Days.WORKING, RULE.decidedBy(), RULE.source());

        var deadlines = filing(published, published, rule).deadlines();

        var until = deadlines.fileUntil();
        assertThat(CALENDAR.isWorkingDay(until)).isTrue();
        assertThat(CALENDAR.workingDaysBetween(published.plusDays(1), until.plusDays(1)))
                .isEqualTo(window);
        assertThat(CALENDAR.workingDaysBetween(
                        published.plusDays(1), deadlines.dueOn().plusDays(1)))
                .isEqualTo(resolution);
        assertThat(filing(published, until, rule).refusals()).isEmpty();
        assertThat(filing(published, until.plusDays(1), rule).refusals()).isNotEmpty();
    }

    @Test
    void shouldCountCalendarDaysWhereTheRuleSaysSo() {
        // Given
        var rule = new PetitionRule(5, 10, PetitionRule.Days.CALENDAR, RULE.decidedBy(), RULE.source());

        // When
        var deadlines = filing(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 14), rule)
                .deadlines();

        // Then
        assertThat(deadlines.fileUntil()).isEqualTo("2026-02-18");
        assertThat(deadlines.dueOn()).isEqualTo("2026-02-24");
    }

    @Test
    void shouldRefuseWhereTheCalendarKnowsNothing() {
        assertThat(codes(filing(LocalDate.of(2027, 12, 30), LocalDate.of(2027, 12, 31), RULE)
                        .refusals()))
                .containsExactly("evaluation.calendar-year-missing");
    }

    @Test
    void shouldExamineAResultOnceUnlessTheObjectionWasWithdrawn() {
        // Given
        var day = LocalDate.of(2023, 8, 8);
        var told = new EnumMap<ObjectionState, List<String>>(ObjectionState.class);

        // When
        for (var state : ObjectionState.values()) {
            told.put(
                    state,
                    codes(filing(day, day, RULE, ObjectionState.WITHDRAWN, state)
                            .refusals()));
        }

        // Then
        assertThat(told)
                .isEqualTo(Map.of(
                        ObjectionState.RECEIVED, List.of("objection.open"),
                        ObjectionState.UNDER_REVIEW, List.of("objection.open"),
                        ObjectionState.RESOLVED_ACCEPTED, List.of("objection.not-re-examined"),
                        ObjectionState.RESOLVED_REJECTED, List.of("objection.not-re-examined"),
                        ObjectionState.WITHDRAWN, List.of()));
    }

    @ParameterizedTest
    @EnumSource(ObjectionState.class)
    void shouldLeadToAnEndAndNoFurther(ObjectionState state) {
        // Given
        var objection = new Objection(
                new UUID(0, 5),
                new About(new UUID(0, 6), new UUID(0, 7), JULY, SUBJECT, new UUID(0, 8), new UUID(0, 8)),
                new Said("Lý do", List.of(), "person-a", Instant.EPOCH),
                new Deadlines(LocalDate.of(2023, 8, 15), LocalDate.of(2023, 8, 22), "VN", 1),
                state,
                null,
                1);
        var own = new ObjectionGuard(objection, Party.self(SUBJECT));
        var superior = new ObjectionGuard(objection, party(SUPERIOR, head(SUPERIOR)));

        // Then
        boolean open = state.isOpen();
        assertThat(own.refusals(Act.WITHDRAW).isEmpty()).isEqualTo(open);
        assertThat(superior.refusals(Act.RESOLVE).isEmpty()).isEqualTo(open);
        assertThat(superior.refusals(Act.REVIEW).isEmpty()).isEqualTo(state == ObjectionState.RECEIVED);
        assertThat(codes(own.authority(Act.RESOLVE))).containsExactly("authority.own-act");
        assertThat(codes(superior.authority(Act.WITHDRAW))).containsExactly("authority.missing");
        assertThat(objection.isOverdue(LocalDate.of(2023, 8, 22))).isFalse();
        assertThat(objection.isOverdue(LocalDate.of(2023, 8, 23))).isEqualTo(open);
    }

    @Test
    void shouldLetNobodyResolveWhoHadAHandInTheResultNorADeputyOfOne() {
        // Then
        assertThat(party(SUPERIOR, head(SUPERIOR)).resolver().allowed()).isTrue();
        assertThat(codes(party(DIRECTOR, head(DIRECTOR)).resolver().blockedBy()))
                .containsExactly("objection.decider-scored");
        assertThat(codes(party(DEPUTY, deputy(DIRECTOR)).resolver().blockedBy()))
                .containsExactly("objection.decider-scored");
        assertThat(party(DEPUTY, deputy(DIRECTOR), deputy(SUPERIOR)).delegationId())
                .isEqualTo(SUPERIOR);
        // The superior once acted as a deputy of the director: the hand is the same.
        assertThat(party(DIRECTOR, head(SUPERIOR)).resolver().allowed()).isFalse();
        var otherOfficer =
                Party.other(SUPERIOR, "person-director", new Ruling(List.of(head(SUPERIOR)), List.of()), BENCH);
        assertThat(codes(otherOfficer.resolver().blockedBy())).containsExactly("objection.decider-scored");
        var nobody = Party.other(
                DEPUTY,
                "person-b",
                new Ruling(List.of(), List.of(Refusal.of(EvaluationProblem.AUTHORITY_MISSING))),
                BENCH);
        assertThat(nobody.competent()).isFalse();
    }

    @Test
    void shouldResolveOnTheLevelsOfTheRuleSetOnly() {
        // Given
        var byAgency = Set.of(PetitionRule.Decider.DECIDER);
        var above = Set.of(PetitionRule.Decider.SUPERIOR);
        var raters = new Raters(Set.of(), Set.of());

        // When
        var told = new LinkedHashMap<String, List<String>>();
        for (var levels : List.of(byAgency, above)) {
            for (boolean ofItsHead : List.of(false, true)) {
                var bench = new Bench(AGENCY, ofItsHead, levels, raters);
                told.put(
                        levels + (ofItsHead ? " head" : ""),
                        Stream.of(head(DIRECTOR), head(SUPERIOR), deputy(SUPERIOR))
                                .map(ground -> Party.other(DEPUTY, "person-x", ruling(ground), bench))
                                .map(party -> party.resolver().allowed()
                                        ? "may"
                                        : codes(party.resolver().blockedBy()).getFirst())
                                .toList());
            }
        }

        // Then
        assertThat(told)
                .isEqualTo(Map.of(
                        "[DECIDER]", List.of("may", "authority.missing", "authority.missing"),
                        // The head of the agency is decided above it, and whoever decides there may resolve.
                        "[DECIDER] head", List.of("may", "may", "may"),
                        "[SUPERIOR]", List.of("authority.missing", "may", "may"),
                        "[SUPERIOR] head", List.of("authority.missing", "may", "may")));
        assertThat(Party.other(DEPUTY, "person-x", ruling(head(SUPERIOR)), new Bench(AGENCY, false, byAgency, raters))
                        .competent())
                .isTrue();
    }

    private static Party party(UUID officer, Ground... grounds) {
        return Party.other(officer, "person-x", ruling(grounds), BENCH);
    }

    private static Ruling ruling(Ground... grounds) {
        return new Ruling(Arrays.asList(grounds), List.of());
    }

    /** The director heads the agency, everybody else a unit above it. */
    private static Ground head(UUID officer) {
        var unit = officer.equals(DIRECTOR) ? AGENCY : new UUID(1, 2);
        return new Ground.HeadOf(
                new Headship(officer, officer, unit, false, new Validity(LocalDate.of(2020, 1, 1), null)));
    }

    /** The id of the delegation is that of who gave it. */
    private static Ground deputy(UUID of) {
        return new Ground.Delegated(of, DEPUTY, of, new UUID(1, 1), "1/QĐ", head(of));
    }
}
