package vn.gov.hanoi.selection.bulletin;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bulletin without any service: commitments, marks, the lot, defences, ranks and counts are computed again from what the sealed sheets
 * say. It names each field that does not follow. What follows from nothing, such as a title, is held by the digest alone.
 */
public final class VerifyBulletin {
    private static final String USAGE = "verify-bulletin FILE   FILE is a bulletin as published, in JSON";
    private static final int SOUND = 0;
    private static final int ALTERED = 1;
    private static final int USED_WRONGLY = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final BulletinJson contest;
    private final List<String> wrong = new ArrayList<>();

    private VerifyBulletin(BulletinJson contest) {
        this.contest = contest;
    }

    /** @param code 0 if everything follows, 1 if not, 2 if the file cannot be read */
    record Outcome(int code, List<String> lines) {}

    /** Ends the process with the code of the outcome. */
    public static void main(String[] args) {
        var outcome = check(List.of(args));
        outcome.lines().forEach(IO::println);
        Runtime.getRuntime().exit(outcome.code());
    }

    static Outcome check(List<String> args) {
        if (args.size() != 1) {
            return new Outcome(USED_WRONGLY, List.of(USAGE));
        }
        try {
            var wrong = wrong(Files.readString(Path.of(args.getFirst())));
            return wrong.isEmpty()
                    ? new Outcome(SOUND, List.of("SOUND"))
                    : new Outcome(ALTERED, wrong.stream().map(each -> "ALTERED " + each).toList());
        } catch (IOException | IllegalArgumentException e) {
            return new Outcome(USED_WRONGLY, List.of("cannot be read: " + e.getMessage()));
        }
    }

    /**
     * Places that do not follow from the sheets, as RFC 6901 pointers, in the order of the bulletin; the digest last.
     *
     * @throws IllegalArgumentException if it is not a bulletin
     */
    static List<String> wrong(String bulletin) {
        var whole = BulletinJson.parse(bulletin);
        var verifier = new VerifyBulletin(whole.at("contest"));
        verifier.written();
        verifier.draw();
        verifier.defences();
        verifier.contest.each("posts").forEach(verifier::post);
        verifier.counts();
        verifier.expect(whole.at("contestDigest"), sha256(bytes(verifier.contest.canonical())));
        return List.copyOf(verifier.wrong);
    }

    private void expect(BulletinJson field, @Nullable Object value) {
        if (!Objects.equals(field.plain(), value == null ? null : value.toString())) {
            wrong.add(field.path());
        }
    }

    private void written() {
        for (var mark : contest.each("written")) {
            var totals = new ArrayList<BigDecimal>();
            for (var sheet : mark.each("sheets")) {
                committed(sheet, "digest", sheet.at("sheet").text());
                var said = BulletinJson.parse(sheet.at("sheet").text());
                expect(sheet.at("total"), said.at("total").text());
                totals.add(said.at("total").number());
            }
            var exact = mean(totals);
            var deduction = mark.at("deductionPercent").number();
            expect(mark.at("mean"), exact == null ? null : shown(exact));
            expect(mark.at("points"), exact == null ? null : shown(deducted(exact, deduction)));
        }
    }

    /** By the rule of the third marking; null if the markings do not make a mark. */
    private @Nullable BigDecimal mean(List<BigDecimal> totals) {
        var rules = contest.at("rules");
        if (totals.size() == 2) {
            var limit = rules.at("spreadPercent").number().multiply(rules.at("maximum").number());
            var gap = totals.getFirst().subtract(totals.getLast()).abs().multiply(HUNDRED);
            return gap.compareTo(limit) > 0 ? null : half(totals.getFirst(), totals.getLast());
        }
        if (totals.size() != 3) {
            return null;
        }
        if (rules.at("third").text().equals("THIRD_DECIDES")) {
            return totals.getLast();
        }
        var sorted = totals.stream().sorted().toList();
        var below = sorted.get(1).subtract(sorted.get(0));
        var above = sorted.get(2).subtract(sorted.get(1));
        return switch (below.compareTo(above)) {
            case 0 -> sorted.get(1);
            case 1 -> half(sorted.get(1), sorted.get(2));
            default -> half(sorted.get(0), sorted.get(1));
        };
    }

    private void draw() {
        var draw = contest.at("draw");
        var codes = draw.each("codes").stream().map(BulletinJson::text).toList();
        var drawn = draw.each("order").stream().map(BulletinJson::text).toList();
        var fixed = "{\"codes\":" + draw.at("codes").canonical() + ",\"seed\":" + draw.at("seed").canonical() + "}";
        committed(draw, "commitment", fixed);
        if (!List.copyOf(new TreeSet<>(codes)).equals(codes)) {
            wrong.add(draw.at("codes").path());
        }
        var seed = hex(draw.at("seed"));
        var lot = drawn.stream()
                .filter(codes::contains)
                .distinct()
                .sorted(Comparator.comparing(code -> sha256(seed, bytes(code))))
                .toList();
        if (!lot.equals(drawn)) {
            wrong.add(draw.at("order").path());
        }
    }

    private void defences() {
        var drawn = contest.at("draw").each("order").stream().map(BulletinJson::text).toList();
        for (var sheet : contest.each("sheets")) {
            var said = new LinkedHashMap<String, BulletinJson>();
            for (var name : List.of("code", "marks", "sheet", "total")) {
                said.put(name, sheet.at(name.equals("sheet") ? "id" : name));
            }
            committed(sheet, "commitment", BulletinJson.canonical(said));
            expect(sheet.at("total"), shown(sum(sheet.each("marks"))));
            if (!drawn.contains(sheet.at("code").text())) {
                wrong.add(sheet.at("code").path());
            }
        }
    }

    /** What the sheets say of a candidate of a post; null for who has no rank. */
    private record Ranked(BulletinJson line, BigDecimal sum, int count, BigDecimal written) {
        /** Totals are compared as fractions, since seven marks have no exact mean. */
        BigDecimal total(int others, boolean withWritten) {
            var scaled = sum.multiply(BigDecimal.valueOf(others));
            return withWritten
                    ? scaled.add(written.multiply(BigDecimal.valueOf((long) count * others)))
                    : scaled;
        }
    }

    private void post(BulletinJson post) {
        var passed = new ArrayList<Ranked>();
        for (var line : post.each("lines")) {
            var sheets = contest.each("sheets").stream()
                    .filter(sheet -> sheet.at("code").text().equals(line.at("code").plain()))
                    .map(sheet -> sheet.at("total"))
                    .toList();
            var sum = sum(sheets);
            expect(line.at("count"), sheets.size());
            expect(line.at("sum"), sheets.isEmpty() ? null : shown(sum));
            expect(line.at("project"), sheets.isEmpty() ? null : told(sum, sheets.size()));
            var written = line.at("written").plain();
            if (written != null && contest.each("written").stream().noneMatch(mark -> written.equals(mark.at("points").plain()))) {
                wrong.add(line.at("written").path());
            }
            boolean ranks = outcome(line, sum, sheets.size());
            if (ranks && written != null) {
                passed.add(new Ranked(line, sum, sheets.size(), new BigDecimal(written)));
            } else {
                expect(line.at("rank"), null);
                expect(line.at("total"), null);
                expect(line.at("separatedBy"), null);
            }
        }
        ranks(post, passed);
    }

    /** Whether the candidate has a rank; what a defence came to must be what the outcome says. */
    private boolean outcome(BulletinJson line, BigDecimal sum, int count) {
        var rules = contest.at("rules");
        var said = line.at("outcome").text();
        if (count == 0) {
            if (said.equals("RANKED") || said.equals("FAILED_DEFENCE")) {
                wrong.add(line.at("outcome").path());
            }
            return false;
        }
        if (said.equals("WITHDRAWN")) {
            return false;
        }
        boolean enough = sum.compareTo(rules.at("defencePassMark").number().multiply(BigDecimal.valueOf(count))) >= 0;
        expect(line.at("outcome"), enough ? "RANKED" : "FAILED_DEFENCE");
        return enough;
    }

    private void ranks(BulletinJson post, List<Ranked> passed) {
        boolean withWritten = contest.at("rules").at("ranking").text().equals("SUM");
        var keys = new LinkedHashMap<String, Comparator<Ranked>>();
        keys.put("TOTAL", (one, other) ->
                other.total(one.count(), withWritten).compareTo(one.total(other.count(), withWritten)));
        var tie = post.each("tie").stream().map(BulletinJson::text).toList();
        for (var key : contest.at("rules").each("ties")) {
            keys.put(
                    key.text(),
                    switch (key.text()) {
                        case "WRITTEN" -> Comparator.comparing(Ranked::written).reversed();
                        case "PROJECT" ->
                            (one, other) -> other.total(one.count(), false).compareTo(one.total(other.count(), false));
                        default -> Comparator.comparingInt(each -> place(tie, each.line().at("code").text()));
                    });
        }
        var sorted = passed.stream()
                .sorted(keys.values().stream().reduce(Comparator::thenComparing).orElseThrow())
                .toList();
        int rank = 0;
        for (int i = 0; i < sorted.size(); i++) {
            var each = sorted.get(i);
            var before = i == 0 ? null : sorted.get(i - 1);
            var by = before == null
                    ? "FIRST"
                    : keys.entrySet().stream()
                            .filter(key -> key.getValue().compare(before, each) != 0)
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("NOTHING");
            rank += by.equals("NOTHING") ? 0 : 1;
            expect(each.line().at("rank"), rank);
            expect(each.line().at("separatedBy"), by);
            expect(each.line().at("total"), told(each.total(1, withWritten), each.count()));
        }
    }

    private static int place(List<String> tie, String code) {
        return tie.contains(code) ? tie.indexOf(code) : tie.size();
    }

    private void counts() {
        var lines = contest.each("posts").stream()
                .flatMap(post -> post.each("lines").stream())
                .toList();
        var counts = contest.at("counts");
        expect(counts.at("candidates"), lines.size());
        expect(counts.at("papers"), contest.each("written").stream().map(mark -> mark.at("code").text()).distinct().count());
        expect(counts.at("defences"), lines.stream().filter(line -> !"0".equals(line.at("count").plain())).count());
        expect(counts.at("ranked"), lines.stream().filter(line -> line.at("rank").plain() != null).count());
    }

    /** What was sealed, its salt or its commitment was altered; which of them, nobody can know. */
    private void committed(BulletinJson holder, String name, String content) {
        var salt = hex(holder.at("salt"));
        if (!sha256(salt, bytes(content)).equals(holder.at(name).plain())) {
            wrong.add(holder.path());
        }
    }

    /** Nothing for what is not hexadecimal: then nothing fits. */
    private static byte[] hex(BulletinJson field) {
        try {
            return HexFormat.of().parseHex(field.text());
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BigDecimal sum(List<BulletinJson> numbers) {
        return numbers.stream().map(BulletinJson::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal half(BigDecimal one, BigDecimal other) {
        return one.add(other).divide(BigDecimal.TWO, MathContext.DECIMAL128);
    }

    private static BigDecimal deducted(BigDecimal exact, BigDecimal percent) {
        return exact.multiply(HUNDRED.subtract(percent)).divide(HUNDRED, MathContext.DECIMAL128);
    }

    private static String shown(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String told(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String sha256(byte[]... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha.update(part);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
