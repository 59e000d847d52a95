package vn.gov.hanoi.selection.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;

/** The criteria by which scripts are marked, and their points (thang điểm). Numbers are kept as texts, so that they stay what they are. */
record Scheme(List<Criterion> criteria) {
    Scheme {
        criteria = List.copyOf(criteria);
    }

    /** A criterion. @param maximum points, two decimals */
    record Criterion(String code, String title, String maximum) {
        BigDecimal most() {
            return new BigDecimal(maximum);
        }
    }

    /** What a marker gives for a criterion. @param points two decimals */
    record Given(String criterion, String points) {
        BigDecimal amount() {
            return new BigDecimal(points);
        }
    }

    /** Refusals: selection.criterion-twice, selection.scheme-sum. */
    List<Refusal> refusals(BigDecimal maximum) {
        var found = new ArrayList<Refusal>();
        var codes = new HashSet<String>();
        for (int i = 0; i < criteria.size(); i++) {
            if (!codes.add(criteria.get(i).code())) {
                found.add(Refusal.of(
                                SelectionProblem.CRITERION_TWICE,
                                "criterion",
                                criteria.get(i).code())
                        .at("/criteria/" + i + "/code"));
            }
        }
        var sum = criteria.stream().map(Criterion::most).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(maximum) != 0) {
            found.add(Refusal.of(
                            SelectionProblem.SCHEME_SUM,
                            "given",
                            sum.toPlainString(),
                            "maximum",
                            maximum.toPlainString())
                    .at("/criteria"));
        }
        return found;
    }

    /** Refusals: selection.criterion-unknown, selection.criterion-twice, selection.points-too-many. */
    List<Refusal> refusalsOf(List<Given> points) {
        var found = new ArrayList<Refusal>();
        var codes = new HashSet<String>();
        for (int i = 0; i < points.size(); i++) {
            var given = points.get(i);
            var criterion = criterion(given.criterion());
            if (criterion.isEmpty()) {
                found.add(Refusal.of(SelectionProblem.CRITERION_UNKNOWN, "criterion", given.criterion())
                        .at("/points/" + i + "/criterion"));
            } else if (!codes.add(given.criterion())) {
                found.add(Refusal.of(SelectionProblem.CRITERION_TWICE, "criterion", given.criterion())
                        .at("/points/" + i + "/criterion"));
            } else if (given.amount().compareTo(criterion.get().most()) > 0) {
                found.add(Refusal.of(
                                SelectionProblem.POINTS_TOO_MANY,
                                "criterion",
                                given.criterion(),
                                "given",
                                given.points(),
                                "maximum",
                                criterion.get().maximum())
                        .at("/points/" + i + "/points"));
            }
        }
        return found;
    }

    private Optional<Criterion> criterion(String code) {
        return criteria.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Refusal: selection.points-missing, for each. */
    List<Refusal> missing(List<Given> points) {
        return criteria.stream()
                .filter(each ->
                        points.stream().noneMatch(given -> given.criterion().equals(each.code())))
                .map(each -> Refusal.of(SelectionProblem.POINTS_MISSING, "criterion", each.code()))
                .toList();
    }

    static BigDecimal total(List<Given> points) {
        return points.stream().map(Given::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
