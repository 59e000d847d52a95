package vn.gov.hanoi.evaluation.quota;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;

/** People for tests of caps. */
final class Groups {
    static final QuotaRule MONTHLY = rule(QuotaBasis.RATED, "0.30", "0.40", SmallUnitPolicy.NONE);
    static final QuotaRule ANNUAL = rule(QuotaBasis.GOOD_ONLY, "0.20", "0.25", SmallUnitPolicy.NONE);

    private Groups() {}

    static QuotaRule rule(QuotaBasis basis, String share, @Nullable String raised, SmallUnitPolicy smallUnits) {
        return new QuotaRule(
                "T/cap", basis, new BigDecimal(share), raised == null ? null : new BigDecimal(raised), smallUnits);
    }

    static QuotaGroup unit(String id) {
        return new QuotaGroup(id, QuotaGroup.Kind.UNIT, null);
    }

    static QuotaMember candidate(String id, String score, String... groups) {
        return new QuotaMember(id, Standing.EXCELLENT, new BigDecimal(score), Set.of(groups));
    }

    static QuotaMember other(String id, Standing standing, String... groups) {
        return new QuotaMember(id, standing, null, Set.of(groups));
    }

    /** People of a unit: candidates a0.., good ones b0.., lower ones c0.., each id with the name of the group. */
    static List<QuotaMember> people(String group, int candidates, int good, int lower) {
        var people = new ArrayList<QuotaMember>();
        for (int i = 0; i < candidates; i++) {
            people.add(candidate(group + "a" + i, Integer.toString(90 + i % 10), group));
        }
        for (int i = 0; i < good; i++) {
            people.add(other(group + "b" + i, Standing.GOOD, group));
        }
        for (int i = 0; i < lower; i++) {
            people.add(other(group + "c" + i, Standing.LOWER, group));
        }
        return people;
    }

    static QuotaCheck check(QuotaRule rule, @Nullable String decision, int candidates, int good, int lower) {
        return new QuotaCheck(rule, new QuotaCase(List.of(unit("u")), people("u", candidates, good, lower), decision));
    }

    static List<Pick> picks(String... ids) {
        return List.of(ids).stream()
                .map(id -> new Pick(id, "led the flood defence"))
                .toList();
    }
}
