package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refused;

/** Random careers against a calendar that is kept day by day. */
@Tag("late")
class OfficerHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    /** Days of the calendar; what is open goes on after its end. */
    private static final int DAYS = 60;

    /** One act of a career. */
    private record Act(Kind kind, int day, int length, int which) {}

    private enum Kind {
        ASSIGN,
        TAKE,
        LEAVE,
        CORRECT
    }

    /** Who held which post on which day, as somebody would note it who knows nothing of spans. */
    private static final class Calendar {
        private final Map<UUID, boolean[]> held = new HashMap<>();
        private final Map<UUID, Boolean> main = new HashMap<>();

        private boolean[] days(UUID id) {
            return held.computeIfAbsent(id, _ -> new boolean[DAYS + 1]);
        }

        Optional<UUID> mainOn(int day) {
            return held.entrySet().stream()
                    .filter(entry -> main.getOrDefault(entry.getKey(), false) && entry.getValue()[day])
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        int begin(UUID id) {
            int day = 0;
            while (!days(id)[day]) {
                day++;
            }
            return day;
        }

        void set(UUID id, boolean isMain, int from, int to) {
            main.put(id, isMain);
            for (int day = 0; day <= DAYS; day++) {
                days(id)[day] = day >= from && day < to;
            }
        }

        boolean clashes(UUID id, int from, int to) {
            for (int day = from; day < to; day++) {
                var other = mainOn(day);
                if (other.isPresent() && !other.get().equals(id)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Property(tries = 10_000)
    void shouldHoldThePostsThatACalendarHolds(@ForAll("acts") List<Act> acts) {
        // Given
        var calendar = new Calendar();
        var first = post(true, 5, DAYS + 1);
        var officer = Officer.enter(UUID.randomUUID(), "CB1", new Identity("Nguyễn Văn An", null, null, null), first);
        calendar.set(first.id(), true, 5, DAYS + 1);

        // When
        for (var act : acts) {
            var next = apply(officer, act, calendar);
            assertThat(next.version()).isEqualTo(next == officer ? officer.version() : officer.version() + 1);
            officer = next;
        }

        // Then
        for (int day = 0; day <= DAYS; day++) {
            int today = day;
            assertThat(officer.mainOn(FIRST.plusDays(day)).map(Post::id)).isEqualTo(calendar.mainOn(day));
            assertThat(officer.on(FIRST.plusDays(day)))
                    .extracting(Post::id)
                    .containsExactlyInAnyOrderElementsOf(calendar.held.entrySet().stream()
                            .filter(entry -> entry.getValue()[today])
                            .map(Map.Entry::getKey)
                            .toList());
        }
        assertThat(officer.end() == null)
                .isEqualTo(calendar.held.values().stream().anyMatch(days -> days[DAYS]));
    }

    private static Officer apply(Officer officer, Act act, Calendar calendar) {
        var post = officer.posts().get(act.which() % officer.posts().size());
        int to = Math.min(act.day() + act.length(), DAYS + 1);
        return switch (act.kind()) {
            case ASSIGN -> assign(officer, act.day(), calendar);
            case TAKE -> {
                var taken = post(false, act.day(), to);
                calendar.set(taken.id(), false, act.day(), to);
                yield officer.take(taken);
            }
            case LEAVE -> leave(officer, post, act.day(), calendar);
            case CORRECT -> correct(officer, post, act.day(), to, calendar);
        };
    }

    private static Officer assign(Officer officer, int day, Calendar calendar) {
        var next = post(true, day, DAYS + 1);
        var present = calendar.mainOn(day);
        if (present.isPresent() && calendar.begin(present.get()) == day) {
            assertRefused(() -> officer.assign(next), "assignment.ends-before-begin");
            return officer;
        }
        // Day by day: who held the main post goes on with the new one until somebody else's turn, or a gap, comes.
        int end = day;
        while (end <= DAYS && calendar.mainOn(end).equals(present)) {
            int today = end;
            present.ifPresent(id -> calendar.days(id)[today] = false);
            end++;
        }
        calendar.set(next.id(), true, day, end);
        return officer.assign(next);
    }

    private static Officer leave(Officer officer, Post post, int day, Calendar calendar) {
        int begin = calendar.begin(post.id());
        int end = end(calendar, post.id());
        if (end <= DAYS && day >= end) {
            assertRefused(() -> officer.leave(post.id(), FIRST.plusDays(day)), "assignment.ended");
            return officer;
        }
        if (day <= begin) {
            assertRefused(() -> officer.leave(post.id(), FIRST.plusDays(day)), "assignment.ends-before-begin");
            return officer;
        }
        calendar.set(post.id(), post.main(), begin, day);
        return officer.leave(post.id(), FIRST.plusDays(day));
    }

    private static Officer correct(Officer officer, Post post, int from, int to, Calendar calendar) {
        var right = post.during(validity(from, to));
        if (post.main() && calendar.clashes(post.id(), from, to)) {
            assertRefused(() -> officer.correct(right), "assignment.main-overlaps");
            return officer;
        }
        calendar.set(post.id(), post.main(), from, to);
        return officer.correct(right);
    }

    private static int end(Calendar calendar, UUID id) {
        int day = calendar.begin(id);
        while (day <= DAYS && calendar.days(id)[day]) {
            day++;
        }
        return day;
    }

    private static void assertRefused(Runnable act, String code) {
        try {
            act.run();
        } catch (Refused refused) {
            assertThat(refused.refusals())
                    .extracting(refusal -> refusal.code().code())
                    .containsExactly(code);
            return;
        }
        throw new AssertionError("not refused: " + code);
    }

    private static Post post(boolean main, int from, int to) {
        return new Post(
                UUID.randomUUID(),
                new UUID(0, 1),
                Position.STAFF,
                "Chuyên viên",
                false,
                main,
                main ? PostKind.REGULAR : PostKind.CONCURRENT,
                Category.CIVIL_SERVANT,
                validity(from, to),
                "1/QĐ");
    }

    private static Validity validity(int from, int to) {
        return new Validity(FIRST.plusDays(from), end(to));
    }

    private static @Nullable LocalDate end(int day) {
        return day > DAYS ? null : FIRST.plusDays(day);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var act = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, DAYS),
                        Arbitraries.integers().between(0, 20))
                .as(Act::new);
        return act.list().ofMaxSize(12).map(ArrayList::new);
    }
}
