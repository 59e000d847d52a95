package vn.gov.hanoi.evaluation.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.exports.ExportApi.ExportRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What is wrong with the request for an export by itself. */
final class ExportFaults {
    /** Twelve digits, however they are grouped. */
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?:\\d[ .-]?){12}");

    private ExportFaults() {}

    static List<Refusal> of(ExportRequest request) {
        var faults = new ArrayList<>(new Faults().date("/asOf", request.asOf()).all());
        if (request.unitScope() != null && request.unitId() == null) {
            faults.add(Refusal.of(KernelProblem.INVALID_VALUE, "rule", "unitScope", "expected", "unitId")
                    .at("/unitId"));
        }
        faults.addAll(ofMonth(request));
        if (TextRule.hidesCharacters(request.purpose())) {
            faults.add(Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER).at("/purpose"));
        } else if (PERSONAL_NUMBER.matcher(request.purpose()).find()) {
            faults.add(Refusal.of(EvaluationProblem.TEXT_CHARACTER_NOT_ALLOWED).at("/purpose"));
        }
        return faults;
    }

    private static List<Refusal> ofMonth(ExportRequest request) {
        if (!request.resource().isOfMonth()) {
            return request.period() == null ? List.of() : List.of(wrong("period", "absent"));
        }
        var faults = new ArrayList<Refusal>();
        if (request.period() == null) {
            faults.add(wrong("period", "yyyy-MM"));
        }
        if (request.unitId() == null) {
            faults.add(wrong("unitId", "UUID"));
        }
        var others = new LinkedHashMap<String, @Nullable Object>();
        others.put("unitScope", request.unitScope());
        others.put("asOf", request.asOf());
        others.put("knownAt", request.knownAt());
        others.forEach((name, value) -> {
            if (value != null) {
                faults.add(wrong(name, "absent"));
            }
        });
        return faults;
    }

    private static Refusal wrong(String property, String expected) {
        return Refusal.of(KernelProblem.INVALID_VALUE, "rule", property, "expected", expected)
                .at("/" + property);
    }
}
