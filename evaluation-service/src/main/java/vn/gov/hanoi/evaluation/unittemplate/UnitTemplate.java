package vn.gov.hanoi.evaluation.unittemplate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.DeductionRule;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;
import vn.gov.hanoi.evaluation.ruleset.Title;
import vn.gov.hanoi.evaluation.timeline.Decision;

/**
 * The criteria that a unit makes its own for one kind of sheet of one version of a rule set.
 *
 * @param version null for a draft
 * @param published null for a draft
 */
record UnitTemplate(
        UUID id,
        UUID unitId,
        UUID ruleSetId,
        SheetKind kind,
        @Nullable Integer version,
        Content content,
        Decision decision,
        Mark drafted,
        @Nullable Mark published,
        long rowVersion) {
    /** Who did it, and when. */
    record Mark(String by, Instant at) {}

    /**
     * What the unit rules itself.
     *
     * @param criteria a group that has one loses those of the rule set
     * @param deductions added to those of the rule set
     */
    record Content(List<Criterion> criteria, List<DeductionRule> deductions) {
        Content {
            criteria = List.copyOf(criteria);
            deductions = List.copyOf(deductions);
        }

        /** SHA-256, hexadecimal. */
        String digest() {
            return CanonicalJson.digest(this);
        }

        /** Refusals: those of {@link SheetTemplate#adapted}. */
        SheetTemplate adapting(RuleSet ruleSet, SheetKind kind) {
            var own = criteria.stream()
                    .map(each -> new SheetTemplate.Item(each.group(), each.code(), each.maximum()))
                    .toList();
            return SheetTemplate.adapted(ruleSet, kind, own, deductions);
        }
    }

    /** @param maximum most points, above 0, scale 4 */
    record Criterion(String group, String code, Title title, BigDecimal maximum) {}

    boolean isPublished() {
        return published != null;
    }

    /** The sheet that it makes of the rule set's. */
    SheetTemplate adapting(RuleSet ruleSet) {
        if (version == null) {
            throw new IllegalStateException("nobody is rated by a draft: " + id);
        }
        return content.adapting(ruleSet, kind).from(new SheetTemplate.Origin(id, unitId, version, content.digest()));
    }
}
