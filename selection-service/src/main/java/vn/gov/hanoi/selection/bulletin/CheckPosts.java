package vn.gov.hanoi.selection.bulletin;

import static vn.gov.hanoi.selection.bulletin.BulletinMath.shown;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.sum;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.told;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks what the sheets of the defences come to for each post: means, outcomes and ranks. */
final class CheckPosts {
    private final BulletinCase file;
    private final BulletinJson contest;
    private final Map<String, List<BigDecimal>> exact;

    /** @param exact final written marks as they follow from the sheets, by how they are told */
    CheckPosts(BulletinCase file, Map<String, List<BigDecimal>> exact) {
        this.file = file;
        this.contest = file.contest();
        this.exact = exact;
    }

    void check() {
        contest.each("posts").forEach(this::post);
    }

    /** What the sheets say of a candidate of a post; null for who has no rank. */
    private record Ranked(BulletinJson line, BigDecimal sum, int count, BigDecimal written) {
        /** Totals are compared as fractions, since seven marks have no exact mean. */
        BigDecimal total(int others, boolean withWritten) {
            var scaled = sum.multiply(BigDecimal.valueOf(others));
            return withWritten ? scaled.add(written.multiply(BigDecimal.valueOf((long) count * others))) : scaled;
        }
    }

    private void post(BulletinJson post) {
        var passed = new ArrayList<Ranked>();
        var codes = contest.at("draw").each("codes").stream()
                .map(BulletinJson::text)
                .collect(Collectors.toCollection(HashSet::new));
        for (var line : post.each("lines")) {
            if (!codes.remove(line.at("code").text())) {
                file.wrong().add(line.at("code").path());
            }
            var sheets = contest.each("sheets").stream()
                    .filter(sheet ->
                            sheet.at("code").text().equals(line.at("code").plain()))
                    .map(sheet -> sheet.at("total"))
                    .toList();
            var sum = sum(sheets);
            file.expect(line.at("count"), sheets.size());
            file.expect(line.at("sum"), sheets.isEmpty() ? null : shown(sum));
            file.expect(line.at("project"), sheets.isEmpty() ? null : told(sum, sheets.size()));
            var written = line.at("written").plain();
            if (written != null && !exact.containsKey(written)) {
                file.wrong().add(line.at("written").path());
            }
            boolean ranks = outcome(line, sum, sheets.size());
            if (ranks && written != null) {
                passed.add(new Ranked(line, sum, sheets.size(), new BigDecimal(written)));
            } else {
                file.expect(line.at("rank"), null);
                file.expect(line.at("total"), null);
                file.expect(line.at("separatedBy"), null);
            }
        }
        ranks(post, passed);
    }

    /** Whether the candidate has a rank; how far somebody came must be what the marks say. */
    private boolean outcome(BulletinJson line, BigDecimal sum, int count) {
        var said = line.at("outcome").text();
        var written = line.at("written").plain();
        if (said.equals("WITHDRAWN")) {
            return false;
        }
        var pass = contest.at("rules").at("defencePassMark").number();
        boolean enough = count > 0 && sum.compareTo(pass.multiply(BigDecimal.valueOf(count))) >= 0;
        boolean follows =
                switch (said) {
                    case "RANKED", "FAILED_DEFENCE" ->
                        count > 0 && mayHavePassed(written, true) && said.equals("RANKED") == enough;
                    case "ABSENT_FROM_DEFENCE", "INELIGIBLE" -> count == 0 && mayHavePassed(written, true);
                    case "FAILED_WRITTEN" -> count == 0 && mayHavePassed(written, false);
                    case "ABSENT_FROM_WRITTEN", "EXCLUDED" -> count == 0 && written == null;
                    default -> false;
                };
        if (!follows) {
            file.wrong().add(line.at("outcome").path());
        }
        return enough && mayHavePassed(written, true);
    }

    /** The exact mark decides, and several can be told by one number: 49.996 and 50 both are 50.00. */
    private boolean mayHavePassed(@Nullable String told, boolean passed) {
        var pass = contest.at("rules").at("writtenPassMark").number();
        return told != null
                && exact.getOrDefault(told, List.of()).stream().anyMatch(mark -> mark.compareTo(pass) >= 0 == passed);
    }

    private void ranks(BulletinJson post, List<Ranked> passed) {
        boolean withWritten = contest.at("rules").at("ranking").text().equals("SUM");
        var keys = new LinkedHashMap<String, Comparator<Ranked>>();
        keys.put("TOTAL", (one, other) -> other.total(one.count(), withWritten)
                .compareTo(one.total(other.count(), withWritten)));
        var tie = post.each("tie").stream().map(BulletinJson::text).toList();
        for (var key : contest.at("rules").each("ties")) {
            keys.put(
                    key.text(),
                    switch (key.text()) {
                        case "WRITTEN" -> Comparator.comparing(Ranked::written).reversed();
                        case "PROJECT" ->
                            (one, other) -> other.total(one.count(), false).compareTo(one.total(other.count(), false));
                        default ->
                            Comparator.comparingInt(
                                    each -> place(tie, each.line().at("code").text()));
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
            file.expect(each.line().at("rank"), rank);
            file.expect(each.line().at("separatedBy"), by);
            file.expect(each.line().at("total"), told(each.total(1, withWritten), each.count()));
        }
    }

    private static int place(List<String> tie, String code) {
        return tie.contains(code) ? tie.indexOf(code) : tie.size();
    }
}
