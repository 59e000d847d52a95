package vn.gov.hanoi.evaluation.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Headship;
import vn.gov.hanoi.kernel.id.Ids;

/**
 * Who answers for a finding, and with what: the persons, and whoever was head or acting head of the unit on the day of the event. Who did it as
 * head answers once, as the head.
 */
final class Accountability {
    private Accountability() {}

    @Schema(name = "AccountabilityRole")
    enum Role {
        PERSON,
        HEAD
    }

    /**
     * @param acting whether the headship was held in the place of a regular head
     * @param month first day of the month of the event
     * @param criteria groups of rule sets, one of which counts
     * @param points above 0
     */
    record Entry(
            UUID id,
            UUID findingId,
            UUID officerId,
            Role role,
            UUID unitId,
            boolean acting,
            LocalDate month,
            String type,
            List<String> criteria,
            BigDecimal points,
            String rules) {}

    /** @param head of the unit on the day of the event; null if the post was vacant, then no head answers */
    static List<Entry> of(Finding finding, FindingRules rules, @Nullable Headship head) {
        var type = rules.type(finding.type()).orElseThrow();
        var entries = new ArrayList<Entry>();
        if (head != null) {
            var points = finding.aggravated() ? type.headRepeated() : type.head();
            boolean did = finding.persons().contains(head.officerId());
            entries.add(entry(
                    finding,
                    rules,
                    head.officerId(),
                    Role.HEAD,
                    head.acting(),
                    did ? points.max(type.person()) : points));
        }
        finding.persons().stream()
                .filter(person -> head == null || !person.equals(head.officerId()))
                .forEach(person -> entries.add(entry(finding, rules, person, Role.PERSON, false, type.person())));
        return entries;
    }

    private static Entry entry(
            Finding finding, FindingRules rules, UUID officerId, Role role, boolean acting, BigDecimal points) {
        return new Entry(
                Ids.next(),
                finding.id(),
                officerId,
                role,
                finding.unitId(),
                acting,
                finding.happenedOn().withDayOfMonth(1),
                finding.type(),
                rules.criteria(),
                points,
                rules.cited());
    }
}
