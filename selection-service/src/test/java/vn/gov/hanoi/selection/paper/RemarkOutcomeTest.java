package vn.gov.hanoi.selection.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.selection.paper.WrittenMark.Receipt;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.ruleset.WrittenRules;
import vn.gov.hanoi.selection.ruleset.WrittenRulesTest;

/** What a second marking comes to. */
class RemarkOutcomeTest {
    private static final WrittenRules RULES = WrittenRules.from(WrittenRulesTest.VALUES);
    private static final UUID PAPER = new UUID(1, 1);
    private static final UUID APPLICATION = new UUID(2, 2);

    /** The oracle counts in sixty thousandths of a point, with whole numbers. */
    @Property(tries = 10_000)
    void shouldLetTheSecondMarkStandAndTellWhetherItIsAnother(
            @ForAll Random random, @ForAll @IntRange(max = 3) int deduction, @ForAll boolean same) {
        // Given: two markings each, or three; sometimes others that come to the same
        int percent = 25 * deduction;
        var first = markings(random);
        var second = same ? List.copyOf(first.reversed()) : markings(random);

        // When
        var receipts = List.of(kept(receipt(first, percent)), kept(receipt(second, percent)));
        var result = Written.result(APPLICATION, Attendance.PRESENT, receipts);

        // Then
        long before = oracle(first) * (100 - percent);
        long after = oracle(second) * (100 - percent);
        assertThat(receipts.getLast().says(receipts.getFirst())).isEqualTo(before == after);
        assertThat(receipts.getFirst().says(receipts.getLast())).isEqualTo(before == after);
        assertThat(result.passed()).isEqualTo(after >= 50 * 60_000L);
        assertThat(result.points()).isEqualTo(BigDecimal.valueOf((after + 300) / 600, 2));
        assertThat(Written.result(APPLICATION, Attendance.PRESENT, receipts.subList(0, 1))
                        .points())
                .isEqualTo(BigDecimal.valueOf((before + 300) / 600, 2));
    }

    /** Hundredths of points: two that lie near enough, or three after two that do not. */
    private static List<Integer> markings(Random random) {
        int one = random.nextInt(9000);
        var found = new ArrayList<>(List.of(one, one + random.nextInt(1001)));
        if (random.nextInt(3) == 0) {
            found.set(1, Math.min(10_000, one + 1001 + random.nextInt(500)));
            if (found.get(1) - one > 1000) {
                found.add(random.nextInt(10_001));
            } else {
                found.set(1, one);
            }
        }
        return found;
    }

    /** Six hundred times the mean before the deduction. */
    private static long oracle(List<Integer> cents) {
        if (cents.size() == 2) {
            return 3L * (cents.get(0) + cents.get(1));
        }
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            least = Math.min(least, Math.abs(cents.get(i) - cents.get((i + 1) % 3)));
        }
        long sum = 0;
        int pairs = 0;
        for (int i = 0; i < 3; i++) {
            int one = cents.get(i);
            int other = cents.get((i + 1) % 3);
            if (Math.abs(one - other) == least) {
                sum += 3L * (one + other);
                pairs++;
            }
        }
        // Two pairs are equally near only around the one in the middle: the mean of their means.
        return sum / pairs;
    }

    private static Receipt receipt(List<Integer> cents, int percent) {
        var mean = RULES.mark(
                        cents.stream().map(each -> BigDecimal.valueOf(each, 2)).toList())
                .orElseThrow();
        return Receipt.of(PAPER, "CODE", mean, percent, List.of(), RULES);
    }

    /** As it is read again after it was sealed. */
    private static Receipt kept(Receipt receipt) {
        return CanonicalJson.read(CanonicalJson.write(receipt), new TypeReference<Receipt>() {});
    }

    @Test
    void shouldTellWhoHasNoMarkApartFromZero() {
        assertThat(Written.result(APPLICATION, Attendance.ABSENT, List.of()))
                .isEqualTo(new WrittenResult(APPLICATION, null, true, false, false));
        assertThat(Written.result(APPLICATION, Attendance.TOO_LATE, List.of()))
                .isEqualTo(new WrittenResult(APPLICATION, null, false, true, false));
        assertThat(Written.result(APPLICATION, Attendance.PRESENT, List.of(receipt(List.of(0, 0), 0)))
                        .points())
                .isEqualTo("0.00");
    }
}
