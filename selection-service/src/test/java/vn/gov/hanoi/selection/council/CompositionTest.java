package vn.gov.hanoi.selection.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Composition.Known;
import vn.gov.hanoi.selection.council.Composition.Wanted;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.ruleset.PanelRules;

class CompositionTest {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("COUNCIL_MINIMUM", "5"),
            Map.entry("COUNCIL_MAXIMUM", "17"),
            Map.entry("COUNCIL_ODD", "true"),
            Map.entry("COUNCIL_QUORUM", "2/3"),
            Map.entry("COUNCIL_SECRETARY", "PERSONNEL"),
            Map.entry("COUNCIL_CHAIR", "UNIT_OR_ABOVE"),
            Map.entry("BOARD_MINIMUM", "QUESTION:2,SUPERVISION:2,CODING:2,MARKING:3,REMARKING:2,MONITORING:2"),
            Map.entry("BOARD_MAXIMUM", "60"),
            Map.entry("INCOMPATIBLE", "CODING:MARKING,MARKING:REMARKING,MONITORING:COUNCIL,PERSONNEL:MARKING"),
            Map.entry("CONFLICT_JUDGE_MONTHS", "24"),
            Map.entry("CONFLICT_WAIVABLE", "UNIT_ABOVE"));
    private static final PanelRules RULES = PanelRules.from(VALUES);
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 20).mapToObj(i -> new UUID(1, i)).toList();

    @Test
    void shouldNeedFourOfFiveAndFiveOfSevenAndTwelveOfSeventeen() {
        assertThat(IntStream.of(1, 5, 6, 7, 9, 17).map(RULES::quorum)).containsExactly(1, 4, 4, 5, 6, 12);
        assertThat(PanelRules.isComplete(VALUES)).isTrue();
        assertThat(PanelRules.isComplete(Map.of("COUNCIL_MINIMUM", "5"))).isFalse();
    }

    /** The smallest number of whose members no fewer than two thirds are present, found by counting up in thirds. */
    @Property(tries = 10_000)
    void shouldRoundTheQuorumUp(@ForAll @IntRange(min = 0, max = 10_000) int members) {
        int quorum = RULES.quorum(members);
        assertThat(3L * quorum).isGreaterThanOrEqualTo(2L * members);
        assertThat(3L * (quorum - 1)).isLessThan(2L * members);
    }

    /** A council or board at random, judged by another reading of the rules: what is wrong is collected as words. */
    @Property(tries = 10_000)
    void shouldSayExactlyWhatIsWrong(@ForAll @LongRange(min = 0) long seed) {
        // Given
        var random = new Random(seed);
        var body = Body.values()[random.nextInt(Body.values().length)];
        var known = known(random);
        var wanted = wanted(random, body);

        // When
        var found = new TreeSet<String>();
        new Composition(RULES, body, known)
                .refusals(wanted)
                .forEach(each -> found.add(each.code().code() + " "
                        + each.args().getOrDefault("officerId", each.args().get("capacity"))));

        // Then
        assertThat(found).isEqualTo(expected(body, known, wanted));
    }

    private static Known known(Random random) {
        var elsewhere = new HashMap<UUID, Set<Body>>();
        PEOPLE.forEach(each -> {
            if (random.nextInt(4) == 0) {
                elsewhere.put(each, EnumSet.of(Body.values()[random.nextInt(Body.values().length)]));
            }
        });
        return new Known(
                some(random, 15), some(random, 1), some(random, 6), some(random, 8), some(random, 1), elsewhere);
    }

    /** People with a chance of so many in sixteen. */
    private static Set<UUID> some(Random random, int chance) {
        var some = new HashSet<UUID>();
        PEOPLE.stream().filter(_ -> random.nextInt(16) < chance).forEach(some::add);
        return some;
    }

    private static List<Wanted> wanted(Random random, Body body) {
        var wanted = new ArrayList<Wanted>();
        int size = random.nextInt(19);
        for (int i = 0; i < size; i++) {
            var capacity =
                    switch (random.nextInt(12)) {
                        case 0 -> Capacity.HEAD;
                        case 1 -> Capacity.SECRETARY;
                        default -> i == 0 ? Capacity.HEAD : Capacity.MEMBER;
                    };
            boolean again = random.nextInt(30) == 0;
            wanted.add(new Wanted(
                    PEOPLE.get(again ? 0 : i), i == 1 && body == Body.COUNCIL ? Capacity.SECRETARY : capacity));
        }
        return wanted;
    }

    private static Set<String> expected(Body body, Known known, List<Wanted> wanted) {
        var wrong = new TreeSet<String>();
        boolean council = body == Body.COUNCIL;
        var sizes = council
                ? Set.of(5, 7, 9, 11, 13, 15, 17)
                : new HashSet<>(IntStream.rangeClosed(body == Body.MARKING ? 3 : 2, 60)
                        .boxed()
                        .toList());
        if (!sizes.contains(wanted.size())) {
            wrong.add("selection.panel-size null");
        }
        var heads =
                wanted.stream().filter(each -> each.capacity() == Capacity.HEAD).toList();
        var secretaries = wanted.stream()
                .filter(each -> each.capacity() == Capacity.SECRETARY)
                .toList();
        if (heads.size() != 1) {
            wrong.add("selection.panel-capacity HEAD");
        }
        if (secretaries.isEmpty() == council || secretaries.size() > 1) {
            wrong.add("selection.panel-capacity SECRETARY");
        }
        for (var person : PEOPLE) {
            long seats = wanted.stream()
                    .filter(each -> each.officerId().equals(person))
                    .count();
            if (seats == 0) {
                continue;
            }
            var elsewhere = known.elsewhere().getOrDefault(person, Set.of());
            boolean clashes =
                    switch (body) {
                        case COUNCIL -> elsewhere.contains(Body.MONITORING);
                        case MONITORING -> elsewhere.contains(Body.COUNCIL);
                        case CODING, REMARKING -> elsewhere.contains(Body.MARKING);
                        case MARKING ->
                            elsewhere.contains(Body.CODING)
                                    || elsewhere.contains(Body.REMARKING)
                                    || known.personnel().contains(person);
                        case QUESTION, SUPERVISION -> false;
                    };
            say(wrong, seats > 1, SelectionProblem.MEMBER_TWICE, person);
            say(wrong, clashes, SelectionProblem.MEMBER_INCOMPATIBLE, person);
            say(wrong, !known.officers().contains(person), SelectionProblem.OFFICER_UNKNOWN, person);
            say(wrong, known.standing().contains(person), SelectionProblem.MEMBER_STANDS, person);
            say(wrong, known.sanctioned().contains(person), SelectionProblem.MEMBER_SANCTIONED, person);
            say(
                    wrong,
                    council
                            && heads.stream().anyMatch(each -> each.officerId().equals(person))
                            && !known.ofAuthority().contains(person),
                    SelectionProblem.CHAIR_NOT_OF_AUTHORITY,
                    person);
            say(
                    wrong,
                    council
                            && secretaries.stream()
                                    .anyMatch(each -> each.officerId().equals(person))
                            && !known.personnel().contains(person),
                    SelectionProblem.SECRETARY_NOT_PERSONNEL,
                    person);
        }
        return wrong;
    }

    private static void say(Set<String> wrong, boolean is, SelectionProblem problem, UUID person) {
        if (is) {
            wrong.add(problem.code() + " " + person);
        }
    }
}
