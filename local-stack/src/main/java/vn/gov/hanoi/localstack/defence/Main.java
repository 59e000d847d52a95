package vn.gov.hanoi.localstack.defence;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** @param arguments nothing, or {@code --only} and ids or their beginnings with commas between: {@code A29,A15-gateway} */
    public static void main(String[] arguments) {
        if (arguments.length != 0 && !(arguments.length == 2 && arguments[0].equals("--only"))) {
            System.err.println("usage: ./congvu test --defences [--only A29,A15-gateway]");
            System.exit(2);
        }
        var main = new Main();
        main.prove(arguments.length == 0 ? List.of("A") : Arrays.asList(arguments[1].split(",", -1)));
        System.exit(main.unproven == 0 ? 0 : 1);
    }

    private void prove(List<String> wanted) {
        var all = DefenceTable.read(project);
        var chosen = all.stream().filter(each -> isWanted(each.id(), wanted)).toList();
        var copy = SourceCopy.of(project);
        var run = new TestRun(copy.folder());
        var proofs = new ProofTable(project);
        for (var group : byModules(chosen).values()) {
            if (isGreen(run, group)) {
                group.forEach(defence -> {
                    prove(copy, run, proofs, defence);
                    proofs.write(all);
                });
            }
        }
        System.out.printf("%d of %d red%n", chosen.size() - unproven, chosen.size());
    }

    private static boolean isWanted(String id, List<String> wanted) {
        return wanted.stream()
                .anyMatch(each -> id.equals(each) || each.equals("A") || id.startsWith(each + "-") || id.matches(each + "[a-z]-.*"));
    }

    /** Defences whose tests are in one module are tried together: what was compiled for one serves the next. */
    private static java.util.Map<String, List<Defence>> byModules(List<Defence> chosen) {
        return chosen.stream()
                .collect(Collectors.groupingBy(
                        each -> each.module() + " " + each.testClass().split("\\.", -1)[3],
                        TreeMap::new,
                        Collectors.toCollection(ArrayList::new)));
    }

    /** With all defences in place each of the tests must be green, else red says nothing. */
    private boolean isGreen(TestRun run, List<Defence> group) {
        System.out.printf("with all defences: %d tests or classes%n", group.size());
        var outcome = run.run(group);
        if (outcome.broken().isEmpty() && outcome.red().isEmpty()) {
            return true;
        }
        unproven += group.size();
        System.out.printf("  not green: %s %s%n", outcome.broken(), outcome.red());
        return false;
    }

    private void prove(SourceCopy copy, TestRun run, ProofTable proofs, Defence defence) {
        long begun = System.nanoTime();
        copy.without(defence, () -> {
            var outcome = run.run(List.of(defence));
            boolean red = outcome.broken().isEmpty() && !outcome.red().isEmpty();
            unproven += red ? 0 : 1;
            var word = red ? "RED" : outcome.broken().isEmpty() ? "STAYS GREEN" : "BROKEN";
            var why = outcome.broken().isEmpty() ? outcome.red() : outcome.broken() + " " + outcome.red();
            long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
            System.out.printf("  %-24s %4d s  %-11s %s%n", defence.id(), seconds, word, why);
            proofs.put(defence, LocalDate.now(clock).toString(), seconds, word, why);
        });
    }
}
