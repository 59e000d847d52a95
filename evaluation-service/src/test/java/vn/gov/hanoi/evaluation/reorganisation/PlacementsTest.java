package vn.gov.hanoi.evaluation.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Placement;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.PostException;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rank;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rule;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Succession;
import vn.gov.hanoi.evaluation.timeline.Validity;

class PlacementsTest {
    private static final UUID SOURCE = new UUID(1, 1);
    private static final UUID TARGET = new UUID(2, 2);
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Property(tries = 5_000)
    void shouldGiveEachSuccessorItsShareOfThePostsToWithinOne(
            @ForAll @IntRange(max = 300) int number,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100) Integer> weights) {
        var shares = shares(weights);
        var successions = new ArrayList<Succession>();
        for (int i = 0; i < shares.size(); i++) {
            successions.add(new Succession(SOURCE, new UUID(3, i), null, shares.get(i)));
        }
        var content = content(List.of(rule(Rule.SHARE, null, null, null)), List.of(), successions);
        var posts =
                IntStream.range(0, number).mapToObj(i -> post(i, Rank.STAFF)).toList();

        var moves = new Placements(content, Map.of()).of(posts);

        assertThat(moves).hasSize(number);
        assertThat(moves).extracting(move -> move.post().id()).doesNotHaveDuplicates();
        for (int i = 0; i < shares.size(); i++) {
            var target = new UUID(3, i);
            var got = BigDecimal.valueOf(
                    moves.stream().filter(move -> target.equals(move.to())).count());
            var due = shares.get(i).multiply(BigDecimal.valueOf(number));
            assertThat(got.subtract(due).abs()).isLessThanOrEqualTo(BigDecimal.ONE);
        }
    }

    @Property(tries = 1_000)
    void shouldPlaceTheSamePostsTheSameWayInWhateverOrderTheyAreRead(@ForAll @IntRange(max = 60) int number) {
        var successions = List.of(
                new Succession(SOURCE, new UUID(3, 1), null, new BigDecimal("0.3333")),
                new Succession(SOURCE, new UUID(3, 2), null, new BigDecimal("0.6667")));
        var placements =
                new Placements(content(List.of(rule(Rule.SHARE, null, null, null)), List.of(), successions), Map.of());
        var posts =
                IntStream.range(0, number).mapToObj(i -> post(i, Rank.STAFF)).toList();

        assertThat(targets(placements.of(posts.reversed()))).isEqualTo(targets(placements.of(posts)));
    }

    @Test
    void shouldLeaveWhatIsGivenToNobodyWhereItIs() {
        // Given
        var half = List.of(new Succession(SOURCE, TARGET, null, new BigDecimal("0.5")));
        var content = content(List.of(rule(Rule.SHARE, null, null, null)), List.of(), half);
        var posts = IntStream.range(0, 10).mapToObj(i -> post(i, Rank.STAFF)).toList();

        // When
        var moves = new Placements(content, Map.of()).of(posts);

        // Then
        assertThat(moves).hasSize(5).extracting(Move::to).containsOnly(TARGET);
    }

    @Test
    void shouldTakeTheLeadingPostFromAHeadUnlessTheRuleSaysOtherwise() {
        // Given
        var plain = content(List.of(rule(Rule.MOVE, TARGET, null, "Chuyên viên")), List.of(), List.of());
        var kept = content(List.of(rule(Rule.MOVE, TARGET, Rank.HEAD, "Chuyên viên")), List.of(), List.of());
        var head = List.of(post(1, Rank.HEAD));

        // When
        var demoted = new Placements(plain, Map.of()).of(head).getFirst();
        var same = new Placements(kept, Map.of()).of(head).getFirst();

        // Then
        assertThat(demoted).isEqualTo(new Move(head.getFirst(), TARGET, Rank.STAFF, "Chuyên viên", false));
        assertThat(same).isEqualTo(new Move(head.getFirst(), TARGET, Rank.HEAD, "Chủ tịch", true));
    }

    @Test
    void shouldHearTheExceptionBeforeTheRuleOfTheUnit() {
        // Given
        var exceptions = List.of(
                new PostException(new UUID(9, 1), null, "new", Rank.HEAD, "Chủ tịch UBND phường", null),
                new PostException(new UUID(9, 2), null, null, null, null, null));
        var content = content(List.of(rule(Rule.MOVE, TARGET, null, null)), exceptions, List.of());
        var made = new UUID(7, 7);
        var posts = IntStream.range(1, 4).mapToObj(i -> post(i, Rank.STAFF)).toList();

        // When
        var moves = new Placements(content, Map.of("new", made)).of(posts);

        // Then
        assertThat(moves)
                .containsExactlyInAnyOrder(
                        new Move(posts.get(0), made, Rank.HEAD, "Chủ tịch UBND phường", true),
                        new Move(posts.get(1), null, Rank.STAFF, "Chủ tịch", false),
                        new Move(posts.get(2), TARGET, Rank.STAFF, "Chủ tịch", false));
    }

    @Test
    void shouldEndPostsByRuleAndLeaveUnitsWithoutARuleAlone() {
        // Given
        var content = content(List.of(rule(Rule.END, null, null, null)), List.of(), List.of());
        var other = new Post(new UUID(9, 5), new UUID(8, 5), TARGET, Rank.STAFF, "x", false, true, validity());

        // When
        var moves = new Placements(content, Map.of()).of(List.of(post(1, Rank.STAFF), other));

        // Then
        assertThat(moves).hasSize(1).first().extracting(Move::to).isNull();
    }

    private static Map<UUID, @Nullable UUID> targets(List<Move> moves) {
        var targets = new HashMap<UUID, @Nullable UUID>();
        moves.forEach(move -> targets.put(move.post().id(), move.to()));
        return targets;
    }

    /** Weights as shares of scale 4 that sum to exactly 1. */
    private static List<BigDecimal> shares(List<Integer> weights) {
        var sum = BigDecimal.valueOf(weights.stream().mapToInt(each -> each).sum());
        var shares = new ArrayList<BigDecimal>();
        var left = BigDecimal.ONE;
        for (int i = 0; i + 1 < weights.size(); i++) {
            var share = BigDecimal.valueOf(weights.get(i)).divide(sum, 4, RoundingMode.DOWN);
            shares.add(share);
            left = left.subtract(share);
        }
        shares.add(left);
        return shares;
    }

    private static PlanContent content(
            List<Placement> placements, List<PostException> exceptions, List<Succession> successions) {
        return new PlanContent(List.of(), successions, placements, exceptions, List.of());
    }

    private static Placement rule(Rule rule, @Nullable UUID to, @Nullable Rank headAs, @Nullable String titleAs) {
        return new Placement(SOURCE, rule, to, null, headAs, null, titleAs);
    }

    private static Post post(int number, Rank position) {
        return new Post(
                new UUID(9, number),
                new UUID(8, number),
                SOURCE,
                position,
                "Chủ tịch",
                position != Rank.STAFF,
                true,
                validity());
    }

    private static Validity validity() {
        return new Validity(DAY.minusYears(5), null);
    }
}
