package vn.gov.hanoi.localstack.defence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.gov.hanoi.localstack.Distributions;

/** Takes each defence out, one after the other, and wants its test red; code 1 if any stays green or cannot be tried. */
public final class Main {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Path project = Distributions.projectRoot();
    private final Clock clock = Clock.system(HANOI);
    private int unproven;

    private Main() {}

    /**
     * @param arguments {@code --only} and ids or their beginnings with commas between, {@code A29,A15-gateway}; {@code --after-green-run} if
     *     the ordinary run was green a moment ago, so that the tests are not run with all defences first
     */
    public static void main(String[] arguments) {
        var wanted = new ArrayList<>(List.of("A"));
        boolean known = false;
        for (int at = 0; at < arguments.length; at++) {
            if (arguments[at].equals("--after-green-run")) {
                known = true;
            } else if (arguments[at].equals("--only") && at + 1 < arguments.length) {
                at++;
                wanted.clear();
                wanted.addAll(List.of(arguments[at].split(",", -1)));
            } else {
                System.err.println("usage: ./congvu test --defences [--after-green-run] [--only A29,A15-gateway]");
                System.exit(2);
            }
        }
        var main = new Main();
        main.prove(wanted, known);
        System.exit(main.unproven == 0 ? 0 : 1);
    }

    private void prove(List<String> wanted, boolean known) {
        var all = DefenceTable.read(project);
        var chosen = all.stream().filter(each -> isWanted(each.id(), wanted)).toList();
        var copy = SourceCopy.of(project);
        var run = new TestRun(copy.folder());
        var proofs = new ProofTable(project);
        for (var group : byModules(chosen).values()) {
            for (var defence : known ? group : green(run, group)) {
                prove(copy, run, proofs, defence);
                proofs.write(all);
            }
        }
        System.out.printf("%d of %d red%n", chosen.size() - unproven, chosen.size());
    }

    private static boolean isWanted(String id, List<String> wanted) {
        return wanted.stream()
                .anyMatch(each -> id.equals(each)
                        || each.equals("A")
                        || id.startsWith(each + "-")
                        || id.matches(each + "[a-z]-.*"));
    }

    /** Defences whose tests are in one module are tried together: what was compiled for one serves the next. */
    private static java.util.Map<String, List<Defence>> byModules(List<Defence> chosen) {
        return chosen.stream()
                .collect(Collectors.groupingBy(
                        each -> each.module() + " " + each.testClass().split("\\.", -1)[3],
                        TreeMap::new,
                        Collectors.toCollection(ArrayList::new)));
    }

    /** Those whose test is green with all defences in place; of the others red would say nothing. */
    private List<Defence> green(TestRun run, List<Defence> group) {
        System.out.printf("with all defences: tests of %d rows%n", group.size());
        var outcome = run.run(group);
        var green = group.stream().filter(outcome::isGreen).toList();
        unproven += group.size() - green.size();
        group.stream()
                .filter(each -> !green.contains(each))
                .forEach(each ->
                        System.out.printf("  %-24s not green: %s %s%n", each.id(), outcome.broken(), outcome.first()));
        return green;
    }

    private void prove(SourceCopy copy, TestRun run, ProofTable proofs, Defence defence) {
        long begun = System.nanoTime();
        copy.without(defence, () -> {
            var outcome = run.run(List.of(defence));
            unproven += outcome.isRed() ? 0 : 1;
            var word = outcome.isRed() ? "RED" : outcome.broken().isEmpty() ? "STAYS GREEN" : "BROKEN";
            var why = (outcome.broken() + " " + outcome.first()).strip();
            long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
            System.out.printf("  %-24s %4d s  %-11s %s%n", defence.id(), seconds, word, why);
            proofs.put(defence, LocalDate.now(clock).toString(), seconds, word, why);
        });
    }
}
