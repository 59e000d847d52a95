package vn.gov.hanoi.training.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.reorganisation.Heirs.Handover;
import vn.gov.hanoi.training.reorganisation.Heirs.Share;
import vn.gov.hanoi.training.reorganisation.Standing.Account;
import vn.gov.hanoi.training.reorganisation.Standing.Line;
import vn.gov.hanoi.training.reorganisation.Standing.OpenClass;
import vn.gov.hanoi.training.reorganisation.Standing.Promise;

/** Whatever the lineage and the books: nothing is lost, nothing is there twice, no source mixes with another, and it all can go back. */
class FollowLineageTest {
    private static final int UNITS = 8;
    private static final Map<String, FundingSource> BLOCKS = new LinkedHashMap<>(Map.of(
            "C", FundingSource.CITY_BUDGET, "D", FundingSource.DISTRICT_BUDGETS, "E", FundingSource.CITY_BUDGET));

    /** A lineage and books; the first units give, any may take. */
    record World(Heirs heirs, Standing standing) {}

    private static UUID unit(int number) {
        return UUID.nameUUIDFromBytes(("unit " + number).getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<World> worlds() {
        return Combinators.combine(lineages(), Arbitraries.randomValue(random -> random))
                .as((heirs, random) -> new World(heirs, books(random)));
    }

    private static Arbitrary<Heirs> lineages() {
        var estate = Combinators.combine(
                        Arbitraries.integers()
                                .between(1, 9_999)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.integers().between(3, UNITS - 1).list().ofSize(4),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(3, UNITS - 1).injectNull(0.5))
                .as(Draw::new);
        return estate.list().ofMinSize(1).ofMaxSize(3).map(draws -> {
            var shares = new ArrayList<Share>();
            var handovers = new ArrayList<Handover>();
            for (int i = 0; i < draws.size(); i++) {
                draws.get(i).add(unit(i), shares, handovers);
            }
            return Heirs.of(shares, handovers);
        });
    }

    /** @param whole whether the unit ends */
    record Draw(List<Integer> weights, List<Integer> takers, boolean whole, Integer handover) {
        void add(UUID from, List<Share> shares, List<Handover> handovers) {
            int rest = 10_000;
            var seen = new ArrayList<Integer>();
            for (int i = 0; i < weights.size() && rest > 0; i++) {
                if (seen.contains(takers.get(i))) {
                    continue;
                }
                seen.add(takers.get(i));
                boolean last = whole && i == weights.size() - 1;
                int share = last ? rest : Math.min(rest, weights.get(i) / 4 + 1);
                rest -= share;
                shares.add(new Share(from, unit(takers.get(i)), BigDecimal.valueOf(share, 4)));
            }
            if (whole && handover != null) {
                handovers.add(new Handover(from, unit(handover)));
            }
        }
    }

    private static Standing books(java.util.Random random) {
        var accounts = new ArrayList<Account>();
        var lines = new ArrayList<Line>();
        var classes = new ArrayList<OpenClass>();
        for (int u = 0; u < UNITS; u++) {
            for (var block : BLOCKS.entrySet()) {
                if (random.nextBoolean()) {
                    accounts.add(new Account(
                            new UUID(u, block.getKey().hashCode()),
                            block.getKey(),
                            block.getValue(),
                            unit(u),
                            random.nextInt(4) == 0 ? 0 : random.nextLong(1_000_000_000_000L),
                            promises(random)));
                }
                if (random.nextBoolean()) {
                    lines.add(line(random, u, block.getKey(), classes));
                }
            }
        }
        return new Standing(accounts, lines, classes);
    }

    private static List<Promise> promises(java.util.Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Promise(
                        new UUID(random.nextLong(), 1), 1 + random.nextLong(1_000_000_000L), random.nextInt(4) == 0))
                .toList();
    }

    private static Line line(java.util.Random random, int unit, String block, List<OpenClass> classes) {
        var id = new UUID(random.nextLong(), 2);
        boolean pending = random.nextInt(6) == 0;
        int open = pending ? 0 : random.nextInt(3);
        int over = pending ? 0 : random.nextInt(2);
        for (int i = 0; i < open; i++) {
            var host = random.nextInt(3) == 0 ? random.nextInt(UNITS) : unit;
            classes.add(new OpenClass(
                    new UUID(random.nextLong(), 3), "Lớp", unit(host), id, 30, new UUID(random.nextLong(), 4)));
        }
        int freeClasses = random.nextInt(20);
        int freePlaces = random.nextInt(900);
        return new Line(
                id,
                block + "-" + unit,
                block,
                Objects.requireNonNull(BLOCKS.get(block)),
                unit(unit),
                pending,
                pending ? 0 : freeClasses + open + over,
                pending ? 0 : freePlaces + 30 * (open + over),
                open + over,
                30 * (open + over));
    }

    @Property(tries = 1000)
    void shouldLoseNothingAndMixNothing(@ForAll("worlds") World world) {
        // When
        var moves = follow(world);

        // Then
        var balances = Balance.of(world.standing(), moves);
        for (var source : FundingSource.values()) {
            var own = balances.stream()
                    .filter(each -> each.fundingSource() == source)
                    .toList();
            assertThat(own.stream()
                            .mapToLong(each -> each.freeAfterVnd() + each.openAfterVnd())
                            .sum())
                    .isEqualTo(own.stream()
                            .mapToLong(each -> each.freeBeforeVnd() + each.openBeforeVnd())
                            .sum());
        }
        assertThat(balances).allMatch(each -> each.freeAfterVnd() >= 0 && each.openAfterVnd() >= 0);
        assertThat(moves.money())
                .allMatch(each -> each.amountVnd() > 0 && BLOCKS.get(each.block()) == each.fundingSource());
        for (var line : world.standing().lines()) {
            var given = moves.quotas().stream()
                    .filter(each -> each.lineId().equals(line.id()))
                    .toList();
            assertThat(given.stream().mapToInt(Moves.Quota::freeClasses).sum()).isLessThanOrEqualTo(line.freeClasses());
            assertThat(given.stream().mapToInt(Moves.Quota::freePlaces).sum()).isLessThanOrEqualTo(line.freePlaces());
            assertThat(given.stream().map(Moves.Quota::to))
                    .doesNotHaveDuplicates()
                    .doesNotContain(line.unitId());
        }
    }

    @Property(tries = 1000)
    void shouldLeaveNothingToAUnitThatEndsAndGiveOnlyToItsHeirs(@ForAll("worlds") World world) {
        // When
        var moves = follow(world);

        // Then
        for (var unit : world.heirs().units()) {
            var estate = Objects.requireNonNull(world.heirs().estate(unit));
            var takers = new ArrayList<>(estate.shares().stream().map(Share::to).toList());
            takers.add(estate.worker());
            assertThat(takers)
                    .containsAll(moves.money().stream()
                            .filter(each -> each.from().equals(unit))
                            .map(Moves.Money::to)
                            .toList());
            assertThat(takers)
                    .containsAll(moves.quotas().stream()
                            .filter(each -> each.from().equals(unit))
                            .map(Moves.Quota::to)
                            .toList());
            assertThat(moves.commitments().stream().filter(each -> each.from().equals(unit)))
                    .allMatch(each -> each.to().equals(estate.worker()));
            if (estate.ends()) {
                assertThat(Balance.of(world.standing(), moves).stream()
                                .filter(each -> each.unitId().equals(unit)))
                        .allMatch(each -> each.freeAfterVnd() == 0 && each.openAfterVnd() == 0);
                assertThat(follow(new World(world.heirs(), done(world.standing(), moves))).money().stream()
                                .filter(each -> each.from().equals(unit)))
                        .isEmpty();
            }
        }
        assertThat(moves.money()).allMatch(each -> world.heirs().units().contains(each.from()));
    }

    @Property(tries = 1000)
    void shouldBeAsBeforeOnceItWentBack(@ForAll("worlds") World world) {
        // Given
        var moves = named(follow(world));
        var moved = done(world.standing(), moves);

        // When
        var back = GoBack.moves(moves, moved);

        // Then
        var restored = done(moved, back);
        assertThat(free(restored)).isEqualTo(free(withoutExpired(world.standing(), moves)));
        assertThat(quota(restored)).isEqualTo(quota(world.standing()));
        assertThat(hosts(restored)).isEqualTo(hosts(world.standing()));
    }

    @Property(tries = 500)
    void shouldTakeAnyDivisionThatMakesUpTheSumAndNoOther(
            @ForAll("worlds") World world, @ForAll @net.jqwik.api.constraints.IntRange(min = -1, max = 1) int off) {
        // Given
        var parts = new ArrayList<Division.Part>();
        for (var account : world.standing().accounts()) {
            var estate = world.heirs().estate(account.unitId());
            if (estate != null) {
                parts.add(new Division.Part(
                        account.block(),
                        account.unitId(),
                        estate.shares().getLast().to(),
                        Math.max(0, account.movableVnd() + off)));
            }
        }
        var division = new Division(parts);

        // When
        var refusals = FollowLineage.refusals(world.standing(), world.heirs(), division);

        // Then
        var wrong = parts.stream()
                .filter(part -> part.amountVnd()
                        != Objects.requireNonNull(world.standing().account(part.block(), part.from()))
                                .movableVnd())
                .toList();
        assertThat(refusals).hasSize(wrong.size()).allMatch(each -> each.code() == TrainingProblem.MOVE_SUMS_DIFFER);
        if (wrong.isEmpty()) {
            var money = FollowLineage.moves(world.standing(), world.heirs(), division, MoveRules.SHIPPED)
                    .money();
            assertThat(money)
                    .allMatch(each ->
                            parts.contains(new Division.Part(each.block(), each.from(), each.to(), each.amountVnd())));
        }
    }

    @Property(tries = 1000)
    void shouldDivideExactlyAndFairly(
            @ForAll @net.jqwik.api.constraints.LongRange(min = 0, max = 9_007_199_254_740_991L) long amount,
            @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 6)
                    List<@net.jqwik.api.constraints.IntRange(min = 1, max = 9_999) Integer> weights,
            @ForAll MoveRules.Remainder remainder) {
        // Given
        var rules = new MoveRules("X", 1, "", "ASSUMED", true, remainder);
        var total =
                BigDecimal.valueOf(weights.stream().mapToInt(Integer::intValue).sum());

        // When
        var parts =
                rules.divide(amount, weights.stream().map(BigDecimal::valueOf).toList());

        // Then
        assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
        for (int i = 0; i < parts.size(); i++) {
            var exact = BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(weights.get(i)));
            var off = BigDecimal.valueOf(parts.get(i))
                    .multiply(total)
                    .subtract(exact)
                    .abs();
            int most = remainder == MoveRules.Remainder.LARGEST_FRACTION ? 1 : weights.size();
            assertThat(off).isLessThan(total.multiply(BigDecimal.valueOf(most)));
        }
    }

    @Example
    void shouldGiveAnOddDongToTheLargestFractionAndPlacesToTheClasses() {
        // Given
        var old = unit(0);
        var heirs = Heirs.of(
                List.of(new Share(old, unit(1), new BigDecimal("0.6")), new Share(old, unit(2), new BigDecimal("0.4"))),
                List.of(new Handover(old, unit(2))));
        var account = new Account(new UUID(1, 1), "D", FundingSource.DISTRICT_BUDGETS, old, 101, List.of());
        var line = new Line(new UUID(2, 2), "D-1", "D", FundingSource.DISTRICT_BUDGETS, old, false, 1, 40, 0, 0);

        // When
        var moves = follow(new World(heirs, new Standing(List.of(account), List.of(line), List.of())));

        // Then
        assertThat(moves.money())
                .extracting(Moves.Money::to, Moves.Money::amountVnd)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(unit(1), 61L),
                        org.assertj.core.groups.Tuple.tuple(unit(2), 40L));
        assertThat(moves.quotas())
                .extracting(Moves.Quota::to, Moves.Quota::freeClasses, Moves.Quota::freePlaces)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(unit(1), 1, 40));
    }

    @Example
    void shouldNameASuccessorThatIsNone() {
        // Given
        var old = unit(0);
        var heirs = Heirs.of(List.of(new Share(old, unit(1), BigDecimal.ONE)), List.of());
        var account = new Account(new UUID(1, 1), "D", FundingSource.DISTRICT_BUDGETS, old, 10, List.of());
        var division = new Division(List.of(
                new Division.Part("D", old, unit(2), 10),
                new Division.Part("C", old, unit(1), 10),
                new Division.Part("D", unit(1), unit(1), 10)));

        // When
        var refusals = FollowLineage.refusals(new Standing(List.of(account), List.of(), List.of()), heirs, division);

        // Then
        assertThat(refusals).extracting(Refusal::code).containsOnly(TrainingProblem.MOVE_SUCCESSOR_UNKNOWN);
        assertThat(refusals)
                .extracting(Refusal::pointer)
                .containsExactly("/amounts/0/toUnitId", "/amounts/1/toUnitId", "/amounts/2/toUnitId");
    }

    private static Moves follow(World world) {
        return FollowLineage.moves(world.standing(), world.heirs(), Division.NONE, MoveRules.SHIPPED);
    }

    /** The ids that the decision would give to new commitments and lines. */
    private static Moves named(Moves moves) {
        return new Moves(
                moves.expired(),
                moves.money(),
                moves.commitments().stream()
                        .map(each -> new Moves.Commitment(
                                each.id(),
                                each.block(),
                                each.fundingSource(),
                                each.from(),
                                each.to(),
                                each.openVnd(),
                                next(each.id(), each.to())))
                        .toList(),
                moves.quotas().stream()
                        .map(each -> new Moves.Quota(
                                each.lineId(),
                                each.line(),
                                each.block(),
                                each.fundingSource(),
                                each.from(),
                                each.to(),
                                each.pending(),
                                each.freeClasses(),
                                each.freePlaces(),
                                each.openedClasses(),
                                each.openedPlaces(),
                                next(each.lineId(), each.to())))
                        .toList(),
                moves.classes());
    }

    private static UUID next(UUID id, UUID unit) {
        return UUID.nameUUIDFromBytes((id + " " + unit).getBytes(StandardCharsets.UTF_8));
    }

    /** What a bookkeeper writes down after the moves; nothing of the code under test. Lines that come back are found by what they went as. */
    private static Standing done(Standing standing, Moves moves) {
        var free = new HashMap<String, Long>();
        var accounts = new LinkedHashMap<String, Account>();
        standing.accounts().forEach(each -> accounts.put(each.block() + each.unitId(), each));
        BinaryOperator<String> key = (block, unit) -> block + unit;
        for (var each : moves.money()) {
            free.merge(key.apply(each.block(), each.from().toString()), -each.amountVnd(), Long::sum);
            free.merge(key.apply(each.block(), each.to().toString()), each.amountVnd(), Long::sum);
            accounts.putIfAbsent(key.apply(each.block(), each.to().toString()), account(each.block(), each.to()));
        }
        var gone = new ArrayList<UUID>(moves.expired());
        var came = new HashMap<String, List<Promise>>();
        for (var each : moves.commitments()) {
            gone.add(each.id());
            var to = key.apply(each.block(), each.to().toString());
            accounts.putIfAbsent(to, account(each.block(), each.to()));
            came.computeIfAbsent(to, _ -> new ArrayList<>())
                    .add(new Promise(Objects.requireNonNullElse(each.nextId(), each.id()), each.openVnd(), false));
        }
        var after = new ArrayList<Account>();
        accounts.forEach((place, each) -> {
            var promises = new ArrayList<>(each.promises().stream()
                    .filter(promise -> !gone.contains(promise.id()))
                    .toList());
            promises.addAll(came.getOrDefault(place, List.of()));
            long released = each.promises().stream()
                    .filter(promise -> moves.expired().contains(promise.id()))
                    .mapToLong(Promise::openVnd)
                    .sum();
            after.add(new Account(
                    each.id(),
                    each.block(),
                    each.fundingSource(),
                    each.unitId(),
                    each.freeVnd() + released + free.getOrDefault(place, 0L),
                    promises));
        });
        return new Standing(after, lines(standing, moves), classes(standing, moves));
    }

    private static Account account(String block, UUID unit) {
        return new Account(
                next(new UUID(9, block.hashCode()), unit),
                block,
                Objects.requireNonNull(BLOCKS.get(block)),
                unit,
                0,
                List.of());
    }

    private static List<Line> lines(Standing standing, Moves moves) {
        var lines = new LinkedHashMap<UUID, Line>();
        standing.lines().forEach(each -> lines.put(each.id(), each));
        for (var each : moves.quotas()) {
            var from = Objects.requireNonNull(lines.get(each.lineId()));
            int classes = each.freeClasses() + each.openedClasses();
            int places = each.freePlaces() + each.openedPlaces();
            lines.put(from.id(), change(from, false, -classes, -places, -each.openedClasses(), -each.openedPlaces()));
            var home = standing.lines().stream()
                    .filter(line -> next(line.id(), each.from()).equals(each.lineId()))
                    .map(Line::id)
                    .findFirst();
            var target = home.orElse(next(each.lineId(), each.to()));
            var to = lines.getOrDefault(
                    target,
                    new Line(target, from.code(), from.block(), from.fundingSource(), each.to(), false, 0, 0, 0, 0));
            lines.put(target, change(to, each.pending(), classes, places, each.openedClasses(), each.openedPlaces()));
        }
        return List.copyOf(lines.values());
    }

    private static Line change(Line of, boolean pending, int classes, int places, int openedClasses, int openedPlaces) {
        return new Line(
                of.id(),
                of.code(),
                of.block(),
                of.fundingSource(),
                of.unitId(),
                pending,
                of.classes() + classes,
                of.places() + places,
                of.openedClasses() + openedClasses,
                of.openedPlaces() + openedPlaces);
    }

    private static List<OpenClass> classes(Standing standing, Moves moves) {
        var after = new ArrayList<OpenClass>();
        for (var each : standing.classes()) {
            var moved = moves.classes().stream()
                    .filter(move -> move.id().equals(each.id()))
                    .findFirst()
                    .orElse(null);
            if (moved == null) {
                after.add(each);
                continue;
            }
            var host = moved.to() == null ? each.unitId() : moved.to();
            var line = moved.lineId() == null || moved.takerId() == null
                    ? each.lineId()
                    : home(standing, moved.lineId(), moved.takerId());
            after.add(new OpenClass(each.id(), each.title(), host, line, each.places(), each.commitmentId()));
        }
        return after;
    }

    private static UUID home(Standing standing, UUID line, UUID taker) {
        return standing.lines().stream()
                .filter(each -> each.unitId().equals(taker)
                        && standing.lines().stream()
                                .anyMatch(other -> other.id().equals(line)
                                        && next(each.id(), other.unitId()).equals(other.id())))
                .map(Line::id)
                .findFirst()
                .orElse(next(line, taker));
    }

    private static Standing withoutExpired(Standing standing, Moves moves) {
        return done(standing, new Moves(moves.expired(), List.of(), List.of(), List.of(), List.of()));
    }

    private static Map<String, Long> free(Standing standing) {
        var free = new HashMap<String, Long>();
        standing.accounts()
                .forEach(each -> free.put(
                        each.block() + each.unitId(),
                        each.freeVnd()
                                + each.promises().stream()
                                        .mapToLong(Promise::openVnd)
                                        .sum()));
        free.values().removeIf(vnd -> vnd == 0);
        return free;
    }

    private static Map<UUID, List<Integer>> quota(Standing standing) {
        var quota = new HashMap<UUID, List<Integer>>();
        standing.lines().stream()
                .filter(each -> each.pending() || each.classes() + each.places() > 0)
                .forEach(each -> quota.put(
                        each.id(),
                        List.of(
                                each.pending() ? 1 : 0,
                                each.classes(),
                                each.places(),
                                each.openedClasses(),
                                each.openedPlaces())));
        return quota;
    }

    private static Map<UUID, List<UUID>> hosts(Standing standing) {
        var hosts = new HashMap<UUID, List<UUID>>();
        standing.classes().forEach(each -> hosts.put(each.id(), List.of(each.unitId(), each.lineId())));
        return hosts;
    }
}
