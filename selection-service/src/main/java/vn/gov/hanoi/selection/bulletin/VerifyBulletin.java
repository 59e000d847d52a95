package vn.gov.hanoi.selection.bulletin;

import static vn.gov.hanoi.selection.bulletin.BulletinMath.bytes;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.deducted;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.half;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.hex;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.sha256;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.shown;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.sum;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final BulletinCase file;
    private final BulletinJson contest;
    private final Map<String, List<BigDecimal>> exact = new HashMap<>();

    private VerifyBulletin(BulletinJson contest) {
        this.file = new BulletinCase(contest, new ArrayList<>());
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
                    : new Outcome(
                            ALTERED,
                            wrong.stream().map(each -> "ALTERED " + each).toList());
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
        new CheckPosts(verifier.file, verifier.exact).check();
        verifier.counts();
        verifier.file.expect(whole.at("contestDigest"), sha256(bytes(verifier.contest.canonical())));
        return verifier.file.wrong().stream().distinct().toList();
    }

    private void written() {
        for (var mark : contest.each("written")) {
            var totals = new ArrayList<BigDecimal>();
            for (var sheet : mark.each("sheets")) {
                if (file.committed(sheet, "digest", sheet.at("sheet").text())) {
                    sealed(mark, sheet, BulletinJson.parse(sheet.at("sheet").text()), totals.size() + 1);
                }
                totals.add(sheet.at("total").number());
            }
            var mean = mean(totals);
            var deduction = mark.at("deductionPercent").number();
            var left = mean == null ? null : deducted(mean, deduction);
            file.expect(mark.at("mean"), mean == null ? null : shown(mean));
            file.expect(mark.at("points"), left == null ? null : shown(left));
            if (left != null) {
                exact.computeIfAbsent(shown(left), _ -> new ArrayList<>()).add(left);
            }
        }
    }

    /** A sheet was sealed for this script, in this marking and turn, of this round. */
    private void sealed(BulletinJson mark, BulletinJson sheet, BulletinJson said, int turn) {
        file.expect(contest.at("roundId"), said.at("roundId").text());
        file.expect(mark.at("code"), said.at("script").text());
        file.expect(mark.at("phase"), said.at("phase").text());
        file.expect(sheet.at("total"), said.at("total").text());
        var points = said.each("points").stream().map(each -> each.at("points")).toList();
        if (said.at("turn").number().intValueExact() != turn
                || !shown(sum(points)).equals(said.at("total").text())) {
            file.wrong().add(sheet.path());
        }
    }

    /** By the rule of the third marking; null if the markings do not make a mark. */
    private @Nullable BigDecimal mean(List<BigDecimal> totals) {
        var rules = contest.at("rules");
        if (totals.size() == 2) {
            var limit = rules.at("spreadPercent")
                    .number()
                    .multiply(rules.at("maximum").number());
            var gap = totals.getFirst().subtract(totals.getLast()).abs().multiply(BulletinMath.HUNDRED);
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
        int nearer = below.compareTo(above);
        if (nearer == 0) {
            return sorted.get(1);
        }
        return nearer < 0 ? half(sorted.get(0), sorted.get(1)) : half(sorted.get(1), sorted.get(2));
    }

    private void draw() {
        var draw = contest.at("draw");
        var codes = draw.each("codes").stream().map(BulletinJson::text).toList();
        var drawn = draw.each("order").stream().map(BulletinJson::text).toList();
        var fixed = "{\"codes\":" + draw.at("codes").canonical() + ",\"seed\":"
                + draw.at("seed").canonical() + "}";
        file.committed(draw, "commitment", fixed);
        if (!List.copyOf(new TreeSet<>(codes)).equals(codes)) {
            file.wrong().add(draw.at("codes").path());
        }
        var seed = hex(draw.at("seed"));
        var lot = drawn.stream()
                .filter(codes::contains)
                .distinct()
                .sorted(Comparator.comparing(code -> sha256(seed, bytes(code))))
                .toList();
        if (!lot.equals(drawn)) {
            file.wrong().add(draw.at("order").path());
        }
    }

    private void defences() {
        var drawn = contest.at("draw").each("order").stream()
                .map(BulletinJson::text)
                .toList();
        for (var sheet : contest.each("sheets")) {
            var said = new LinkedHashMap<String, BulletinJson>();
            for (var name : List.of("code", "marks", "sheet", "total")) {
                said.put(name, sheet.at(name.equals("sheet") ? "id" : name));
            }
            file.committed(sheet, "commitment", BulletinJson.canonical(said));
            file.expect(sheet.at("total"), shown(sum(sheet.each("marks"))));
            if (!drawn.contains(sheet.at("code").text())) {
                file.wrong().add(sheet.at("code").path());
            }
        }
    }

    private void counts() {
        var lines = contest.each("posts").stream()
                .flatMap(post -> post.each("lines").stream())
                .toList();
        var counts = contest.at("counts");
        file.expect(counts.at("candidates"), lines.size());
        file.expect(
                counts.at("papers"),
                contest.each("written").stream()
                        .map(mark -> mark.at("code").text())
                        .distinct()
                        .count());
        file.expect(
                counts.at("defences"),
                lines.stream()
                        .filter(line -> !"0".equals(line.at("count").plain()))
                        .count());
        file.expect(
                counts.at("ranked"),
                lines.stream().filter(line -> line.at("rank").plain() != null).count());
    }
}
