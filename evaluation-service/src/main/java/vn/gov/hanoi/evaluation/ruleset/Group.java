package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import java.util.List;

/**
 * Nhóm tiêu chí: a group of criteria.
 *
 * @param code for example {@code DISCIPLINE}; unique in the rule set
 * @param maximum most points of the group, 0-100, scale 4; fixed by who issued the framework
 * @param criteria the template that units may replace by their own; empty if a formula fills the group
 */
public record Group(String code, Title title, BigDecimal maximum, List<Criterion> criteria, Source source) {
    public Group {
        criteria = List.copyOf(criteria);
    }
}
