package vn.gov.hanoi.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.util.List;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.NodeTools;

/** {@code ./congvu contract}: writes the contract of the built services into docs/api. With --release it is what clients rely on from now on. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var files = new ContractFiles(Distributions.projectRoot());
        var contract = files.built();
        var problems = files.builtProblems();
        ContractFiles.write(files.contract(), contract);
        ContractFiles.write(files.problems(), problems);
        System.out.println("written: " + files.contract() + " and " + files.problems());
        if (List.of(arguments).contains("--release")) {
            ContractFiles.write(files.released(files.contract()), contract);
            ContractFiles.write(files.released(files.problems()), problems);
            ContractFiles.write(files.accepted(), JsonNodeFactory.instance.arrayNode());
            System.out.println("released: add an entry to docs/api/changelog.json");
        } else {
            BreakingChanges.between(ContractFiles.read(files.released(files.contract())), contract)
                    .forEach(change -> System.out.println("breaks what was released: " + change));
        }
        NodeTools.in(files.tools()).ifPresent(tools -> lint(tools, files));
    }

    private static void lint(NodeTools tools, ContractFiles files) {
        var findings = Lint.of(tools, files.rules(), files.contract());
        findings.errors().forEach(error -> System.out.println("error: " + error));
        var allowed = JsonNodeFactory.instance.objectNode();
        boolean first = !Files.exists(files.ratchet());
        var known = first ? findings.counts() : ContractFiles.read(files.ratchet());
        findings.warnings().forEach((rule, number) -> {
            if (known.has(rule)) {
                allowed.put(rule, Math.min(number, known.path(rule).asInt()));
            }
        });
        ContractFiles.write(files.ratchet(), allowed);
        Lint.above(findings, allowed).forEach(above -> System.out.println("too many: " + above));
    }
}
