package vn.gov.hanoi.evaluation.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rule;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Target;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.UnitChange;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.unit.CodeScheme;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What is wrong with a plan by itself, whatever is recorded. A plan with such a fault cannot even be kept as a draft. */
final class PlanForm {
    private static final Pattern REF = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int SHARE_SCALE = 4;

    private final PlanContent content;
    private final Set<String> refs = new HashSet<>();
    private final Map<UUID, Kind> changed = new HashMap<>();
    private final List<Refusal> faults = new ArrayList<>();

    private PlanForm(PlanContent content) {
        this.content = content;
    }

    /**
     * Refusals: reorganisation.incomplete, reorganisation.twice, reorganisation.ref-unknown, reorganisation.share-wrong,
     * reorganisation.shares-not-whole, unit.code-malformed, unit.parent-mismatch, those of texts.
     */
    static List<Refusal> faults(PlanContent content) {
        var form = new PlanForm(content);
        form.units();
        form.successions();
        form.placements();
        return List.copyOf(form.faults);
    }

    private void add(String pointer, EvaluationProblem code) {
        faults.add(Refusal.of(code).at(pointer));
    }

    private void units() {
        if (content.units().isEmpty()
                && content.placements().isEmpty()
                && content.exceptions().isEmpty()) {
            add("/content/units", EvaluationProblem.PLAN_INCOMPLETE);
        }
        for (int i = 0; i < content.units().size(); i++) {
            var change = content.units().get(i);
            var at = "/content/units/" + i;
            if (change.change() == Kind.CREATE) {
                create(change, at);
            } else if (change.unitId() == null || change.ref() != null) {
                add(at + "/unitId", EvaluationProblem.PLAN_INCOMPLETE);
            } else if (changed.put(change.unitId(), change.change()) != null) {
                add(at + "/unitId", EvaluationProblem.PLAN_TWICE);
            }
            texts(change, at);
        }
        for (int i = 0; i < content.units().size(); i++) {
            var parent = content.units().get(i).parentRef();
            if (parent != null && !refs.contains(parent)) {
                add("/content/units/" + i + "/parentRef", EvaluationProblem.PLAN_REF_UNKNOWN);
            }
        }
    }

    private void create(UnitChange change, String at) {
        if (change.ref() == null || !REF.matcher(change.ref()).matches() || change.unitId() != null) {
            add(at + "/ref", EvaluationProblem.PLAN_INCOMPLETE);
        } else if (!refs.add(change.ref())) {
            add(at + "/ref", EvaluationProblem.PLAN_TWICE);
        }
        if (change.code() == null || change.name() == null || change.type() == null) {
            add(at, EvaluationProblem.PLAN_INCOMPLETE);
        }
        if (change.type() == UnitType.CITY || !change.parent().isOne()) {
            add(at + "/parentId", EvaluationProblem.UNIT_PARENT_MISMATCH);
        }
    }

    private void texts(UnitChange change, String at) {
        if (change.code() != null) {
            CodeScheme.ELECTRONIC.fault(change.code()).ifPresent(fault -> faults.add(fault.at(at + "/code")));
        }
        if (change.administrativeCode() != null) {
            CodeScheme.ADMINISTRATIVE
                    .fault(change.administrativeCode())
                    .ifPresent(fault -> faults.add(fault.at(at + "/administrativeCode")));
        }
        if (change.name() != null) {
            TextRule.UNIT_NAME.fault(change.name()).ifPresent(fault -> faults.add(fault.at(at + "/name")));
        }
        boolean says = change.code() != null
                || change.name() != null
                || change.type() != null
                || change.namesParent()
                || change.administrativeCode() != null;
        if (change.change() == Kind.ALTER && (!says || change.parentId() != null && change.parentRef() != null)
                || change.change() == Kind.DISSOLVE && says) {
            add(at, EvaluationProblem.PLAN_INCOMPLETE);
        }
    }

    private void successions() {
        var sums = new HashMap<UUID, BigDecimal>();
        var seen = new HashSet<String>();
        for (int i = 0; i < content.successions().size(); i++) {
            var each = content.successions().get(i);
            var at = "/content/successions/" + i;
            target(each.to(), at);
            if (!seen.add(each.fromUnitId() + "|" + each.to())) {
                add(at, EvaluationProblem.PLAN_TWICE);
            }
            var share = each.share();
            if (share.signum() <= 0
                    || share.compareTo(BigDecimal.ONE) > 0
                    || share.stripTrailingZeros().scale() > SHARE_SCALE) {
                add(at + "/share", EvaluationProblem.PLAN_SHARE_WRONG);
            }
            if (each.fromUnitId().equals(each.toUnitId())) {
                add(at + "/toUnitId", EvaluationProblem.PLAN_TWICE);
            }
            sums.merge(each.fromUnitId(), share, BigDecimal::add);
        }
        sums.forEach((unit, sum) -> {
            int whole = sum.compareTo(BigDecimal.ONE);
            if (whole > 0 || whole < 0 && changed.get(unit) == Kind.DISSOLVE) {
                faults.add(Refusal.of(
                                EvaluationProblem.PLAN_SHARES_NOT_WHOLE,
                                "unitId",
                                unit.toString(),
                                "sum",
                                sum.setScale(SHARE_SCALE, java.math.RoundingMode.HALF_UP)
                                        .toPlainString())
                        .at("/content/successions"));
            }
        });
    }

    private void placements() {
        var ruled = new HashSet<UUID>();
        for (int i = 0; i < content.placements().size(); i++) {
            var each = content.placements().get(i);
            var at = "/content/placements/" + i;
            if (!ruled.add(each.fromUnitId())) {
                add(at + "/fromUnitId", EvaluationProblem.PLAN_TWICE);
            }
            if (each.rule() == Rule.MOVE) {
                target(each.to(), at);
            } else if (each.toUnitId() != null || each.toRef() != null) {
                add(at + "/toUnitId", EvaluationProblem.PLAN_INCOMPLETE);
            }
            if (each.rule() == Rule.SHARE
                    && content.successions().stream()
                            .noneMatch(succession -> succession.fromUnitId().equals(each.fromUnitId()))) {
                add(at + "/rule", EvaluationProblem.PLAN_INCOMPLETE);
            }
            title(each.titleAs(), at + "/titleAs");
        }
        var posts = new HashSet<UUID>();
        for (int i = 0; i < content.exceptions().size(); i++) {
            var each = content.exceptions().get(i);
            var at = "/content/exceptions/" + i;
            if (!posts.add(each.assignmentId())) {
                add(at + "/assignmentId", EvaluationProblem.PLAN_TWICE);
            }
            if (!each.ends()) {
                target(each.to(), at);
            }
            title(each.title(), at + "/title");
        }
        for (int i = 0; i < content.handovers().size(); i++) {
            target(content.handovers().get(i).to(), "/content/handovers/" + i);
        }
    }

    private void title(@Nullable String title, String at) {
        if (title != null) {
            TextRule.TITLE.fault(title).ifPresent(fault -> faults.add(fault.at(at)));
        }
    }

    private void target(Target target, String at) {
        if (!target.isOne()) {
            add(at + "/toUnitId", EvaluationProblem.PLAN_INCOMPLETE);
        } else if (target.ref() != null && !refs.contains(target.ref())) {
            add(at + "/toRef", EvaluationProblem.PLAN_REF_UNKNOWN);
        } else if (target.id() != null && changed.get(target.id()) == Kind.DISSOLVE) {
            add(at + "/toUnitId", EvaluationProblem.PLAN_TARGET_DISSOLVED);
        }
    }
}
