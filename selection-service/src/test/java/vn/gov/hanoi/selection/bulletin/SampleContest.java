package vn.gov.hanoi.selection.bulletin;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.paper.PublicMark;
import vn.gov.hanoi.selection.proof.CanonicalJson;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.result.PublicPart;
import vn.gov.hanoi.selection.ruleset.DefenceRules;
import vn.gov.hanoi.selection.ruleset.Ranking;
import vn.gov.hanoi.selection.ruleset.Ranking.Candidate;
import vn.gov.hanoi.selection.ruleset.Ranking.Outcome;
import vn.gov.hanoi.selection.ruleset.WrittenRules;

/** Contests with one post, made by the rules of the service and sealed as the service seals; the same seed makes the same marks. */
final class SampleContest {
    private static final Map<String, String> WRITTEN = Map.of(
            "WRITTEN_MINUTES", "180",
            "WRITTEN_MAXIMUM", "100",
            "WRITTEN_PASS_MARK", "50",
            "WRITTEN_SPREAD_PERCENT", "10",
            "WRITTEN_LATE_MINUTES", "30",
            "WRITTEN_DEDUCTIONS", "REPRIMAND:25,WARNING:50,SUSPENSION:100",
            "OBJECTION_DAYS", "15",
            "REMARK_DAYS", "15");

    private final Random random;
    private final WrittenRules written;
    private final DefenceRules defence;
    private final List<PublicMark> marks = new ArrayList<>();
    private final List<PublicPart.Sheet> sheets = new ArrayList<>();

    private SampleContest(long seed) {
        random = new Random(seed);
        var values = new LinkedHashMap<>(WRITTEN);
        values.put("WRITTEN_THIRD_MARK", random.nextBoolean() ? "NEAREST_TWO" : "THIRD_DECIDES");
        written = WrittenRules.from(values);
        var rules = new LinkedHashMap<String, String>();
        rules.put("DEFENCE_PASS_MARK", "50");
        rules.put("DEFENCE_PRESENTATION_MINUTES", "45");
        rules.put("DEFENCE_QUESTION_MINUTES", "90");
        rules.put("DEFENCE_SPREAD_RANGE", "20");
        rules.put("DEFENCE_SPREAD_MEDIAN", "15");
        rules.put("RANKING_RULE", random.nextBoolean() ? "PROJECT" : "SUM");
        rules.put("TIE_RULE", random.nextBoolean() ? "WRITTEN,COUNCIL" : "PROJECT,WRITTEN,COUNCIL");
        rules.put("WITHDRAWAL_RULE", "DECISION");
        rules.put("DEFENCE_SCHEME", "HN-DEFENCE");
        defence = DefenceRules.from(rules);
    }

    /** A bulletin as it is answered, without anybody appointed. */
    static String bulletin(long seed, int candidates) {
        var contest = new SampleContest(seed).contest(candidates);
        var whole = new LinkedHashMap<String, Object>();
        whole.put("contest", contest);
        whole.put("contestDigest", CanonicalJson.digest(contest));
        whole.put("outcomes", List.of());
        return CanonicalJson.write(whole);
    }

    static Contest of(long seed, int candidates) {
        return new SampleContest(seed).contest(candidates);
    }

    /** A candidate on the way. @param exact written mark; null for who was absent */
    private record Person(UUID id, String code, @Nullable BigDecimal exact) {}

    private Contest contest(int many) {
        var people = new ArrayList<Person>();
        for (int i = 0; i < many; i++) {
            people.add(new Person(
                    new UUID(random.nextLong(), i), "T%05d".formatted(random.nextInt(900) * 100 + i), paper(i)));
        }
        var lot = lot(people);
        var candidates =
                people.stream().map(person -> candidate(person, lot.order())).toList();
        var decided = new ArrayList<>(people.stream().map(Person::id).toList());
        Collections.shuffle(decided, random);
        var codes = new LinkedHashMap<UUID, String>();
        people.forEach(person -> codes.put(person.id(), person.code()));
        var lines = Ranking.of(candidates, defence, decided).stream()
                .map(each -> new PublicPart.Line(
                        Objects.requireNonNull(codes.get(each.candidate().id())),
                        each.outcome(),
                        each.rank(),
                        each.candidate().written(),
                        each.project() == null ? null : each.project().sum(),
                        each.project() == null ? 0 : each.project().count(),
                        each.project() == null ? null : each.project().told(),
                        each.total() == null ? null : each.total().told(),
                        each.separatedBy()))
                .toList();
        var post = new PublicPart.PostPart(
                new UUID(1, 2),
                lines,
                decided.stream()
                        .map(each -> Objects.requireNonNull(codes.get(each)))
                        .toList());
        var part = new PublicPart(lot, sheets, defence.ranking(), defence.ties(), defence.passMark(), List.of(post));
        return WriteContest.of(
                new UUID(3, 4),
                "Thi tuyển \"Trưởng phòng\"",
                LocalDate.of(2026, 7, 1),
                written,
                part,
                marks,
                each -> new Contest.Post(
                        each.vacancyId(),
                        "Trưởng phòng",
                        "Phòng Tổ chức",
                        each.lines().stream().map(WriteContest::line).toList(),
                        each.tie()));
    }

    /** The exact mark of a script; the first three fail, are absent and get a third marking. */
    private @Nullable BigDecimal paper(int i) {
        if (i == 1) {
            return null;
        }
        int base = i == 0 ? 20 : 55 + random.nextInt(30);
        var totals = new ArrayList<BigDecimal>();
        totals.add(points(base * 100));
        totals.add(points(base * 100 + (i == 2 ? 1100 : random.nextInt(900))));
        if (i == 2) {
            totals.add(points(base * 100 + 300));
        }
        int deduction = i == 3 ? 5 : 0;
        var mean = written.mark(totals).orElseThrow();
        var exact = WrittenRules.deducted(mean, deduction);
        marks.add(new PublicMark(
                "P-" + i,
                "MARKING",
                mean.toPlainString(),
                deduction,
                WrittenRules.shown(exact).toPlainString(),
                IntStream.range(0, totals.size())
                        .mapToObj(turn -> markerSheet("P-" + i, turn + 1, totals.get(turn)))
                        .toList()));
        return exact;
    }

    private PublicMark.PublicSheet markerSheet(String script, int turn, BigDecimal total) {
        var sheet = Map.of(
                "code",
                "M" + random.nextInt(1_000_000),
                "phase",
                "MARKING",
                "script",
                script,
                "turn",
                turn,
                "points",
                List.of(Map.of("criterion", "ALL", "points", total.toPlainString())),
                "roundId",
                new UUID(3, 4).toString(),
                "total",
                total.toPlainString());
        var commitment = Commitment.to(sheet);
        return new PublicMark.PublicSheet(
                CanonicalJson.write(sheet), total.toPlainString(), commitment.salt(), commitment.digest());
    }

    private PublicPart.Draw lot(List<Person> people) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var seed = HexFormat.of().formatHex(bytes);
        var codes = people.stream().map(Person::code).sorted().toList();
        var commitment = Commitment.to(Map.of("codes", codes, "seed", seed));
        var order = people.stream()
                .filter(person -> person.exact() != null && written.passes(person.exact()))
                .map(Person::code)
                .sorted(Comparator.comparing(code -> BulletinMath.sha256(bytes, code.getBytes(StandardCharsets.UTF_8))))
                .toList();
        return new PublicPart.Draw(commitment.digest(), commitment.salt(), seed, codes, order);
    }

    private Candidate candidate(Person person, List<String> drawn) {
        var exact = person.exact();
        if (exact == null) {
            return new Candidate(person.id(), null, false, Outcome.ABSENT_FROM_WRITTEN, List.of());
        }
        var told = WrittenRules.shown(exact);
        if (!drawn.contains(person.code())) {
            return new Candidate(person.id(), told, false, null, List.of());
        }
        if (drawn.getLast().equals(person.code())) {
            return new Candidate(person.id(), told, true, Outcome.ABSENT_FROM_DEFENCE, List.of());
        }
        // Few values, so that equal totals are common.
        int base = drawn.getFirst().equals(person.code()) ? 30 : 60 + random.nextInt(2);
        var totals = new ArrayList<BigDecimal>();
        for (int member = 0; member < 5; member++) {
            totals.add(sheet(person.code(), base));
        }
        return new Candidate(person.id(), told, true, null, totals);
    }

    private BigDecimal sheet(String code, int base) {
        var one = points(base * 50);
        var other = points(base * 50 + random.nextInt(2));
        var id = new UUID(random.nextLong(), random.nextLong());
        var total = one.add(other).toPlainString();
        var said = Map.of(
                "A", one.toPlainString(),
                "B", other.toPlainString());
        var commitment = Commitment.to(Map.of("code", code, "marks", said, "sheet", id.toString(), "total", total));
        sheets.add(new PublicPart.Sheet(id, code, said, total, commitment.salt(), commitment.digest()));
        return new BigDecimal(total);
    }

    private static BigDecimal points(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }
}
