package vn.gov.hanoi.evaluation.ruleset;

import java.util.List;

/** The documents that come with the product: the files named in rule-sets/index.txt. */
public final class ShippedRuleSets {
    private static final String FOLDER = "/rule-sets/";

    private ShippedRuleSets() {}

    /** Their texts, periodic and annual, in the order of the index. */
    public static List<String> texts() {
        return RuleSetSchema.Resources.text(FOLDER + "index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(file -> RuleSetSchema.Resources.text(FOLDER + file))
                .toList();
    }
}
