package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.Source;

/** Collects the steps of one computation. */
final class Steps {
    /** Stands for what is not given; an empty text could be taken for one. */
    static final String ABSENT = "-";

    private final RuleSet ruleSet;
    private final List<Step> taken = new ArrayList<>();
    /** Many steps in a row rest on the same document. */
    private @Nullable Source cited;

    private String citation = ABSENT;

    Steps(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    Draft take(Step.Code code, String path, Source source) {
        return new Draft(code, path, source);
    }

    List<Step> taken() {
        return List.copyOf(taken);
    }

    Explanation explain(Record inputs) {
        return Explanation.of(ruleSet, inputs, taken);
    }

    private String cite(Source source) {
        if (!source.equals(cited)) {
            citation = ruleSet.cite(source);
            cited = source;
        }
        return citation;
    }

    /** Sorted already, and left alone once the step is taken. */
    @SuppressWarnings("serial") // never serialised
    static final class Inputs extends TreeMap<String, String> {}

    /** A step whose inputs are being named. */
    final class Draft {
        private final Step.Code code;
        private final String path;
        private final Source source;
        private final Inputs inputs = new Inputs();

        private Draft(Step.Code code, String path, Source source) {
            this.code = code;
            this.path = path;
            this.source = source;
        }

        Draft with(String name, @Nullable Object value) {
            inputs.put(name, text(value));
            return this;
        }

        void gives(Object result) {
            taken.add(new Step(code, path, cite(source), source.confidence(), inputs, text(result)));
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> ABSENT;
            case BigDecimal number -> CanonicalJson.decimal(number);
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }
}
