package vn.gov.hanoi.evaluation.monthly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Charged;
import vn.gov.hanoi.evaluation.monthly.WorkApi.WaiverRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.PeriodicRules;
import vn.gov.hanoi.evaluation.score.Sheet.Charge;
import vn.gov.hanoi.evaluation.score.Sheet.Deduction;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** What findings of inspections take off a sheet: all that stands, but what the decider waives with a reason. Nothing is lost in silence. */
final class Charging {
    private Charging() {}

    /**
     * Refusals: evaluation.charge-unknown for a waiver of what the person does not answer for in the month, text.control-character.
     *
     * @param standing what the person answers for now
     */
    static List<Deduction> taken(PeriodicRules rules, List<Charged> standing, @Nullable List<WaiverRequest> waivers) {
        var waived = reasons(waivers, standing);
        return standing.stream()
                .map(each -> new Deduction(
                        each.type(),
                        "findings/" + each.findingId(),
                        new Charge(
                                each.entryId(),
                                group(rules, each),
                                each.points(),
                                each.rules(),
                                waived.get(each.entryId()))))
                .toList();
    }

    /** The same again, with the waivers that were recorded before. */
    static List<Deduction> takenAgain(PeriodicRules rules, List<Charged> standing, List<Deduction> before) {
        return taken(rules, standing, waivers(standing, before));
    }

    /** The recorded waivers of what still stands. */
    static List<WaiverRequest> waivers(List<Charged> standing, List<Deduction> before) {
        var known = standing.stream().map(Charged::entryId).collect(Collectors.toSet());
        return before.stream()
                .map(each -> Objects.requireNonNull(each.charge()))
                .filter(charge -> charge.waived() != null && known.contains(charge.entry()))
                .map(charge -> new WaiverRequest(charge.entry(), Objects.requireNonNull(charge.waived())))
                .toList();
    }

    /** Whether a sheet rests on other entries than those that stand. */
    static boolean differs(List<Charged> standing, List<Deduction> used) {
        Set<UUID> stand = standing.stream().map(Charged::entryId).collect(Collectors.toSet());
        var rest = new HashSet<UUID>();
        used.forEach(each -> rest.add(Objects.requireNonNull(each.charge()).entry()));
        return !stand.equals(rest);
    }

    /** Group I of the rules of the month; what no group of theirs takes is refused by the formula until it is waived. */
    private static String group(PeriodicRules rules, Charged charged) {
        return charged.criteria().stream()
                .filter(code -> rules.group(code).isPresent())
                .findFirst()
                .orElse(charged.criteria().getFirst());
    }

    private static Map<UUID, String> reasons(@Nullable List<WaiverRequest> given, List<Charged> standing) {
        var known = standing.stream().map(Charged::entryId).collect(Collectors.toSet());
        var found = new HashMap<UUID, String>();
        var texts = new HashMap<String, @Nullable String>();
        var faults = new ArrayList<Refusal>();
        for (var waiver : GivenWork.all(given)) {
            var place = "/data/waivers/" + texts.size();
            texts.put(place + "/reason", waiver.reason());
            var reason = GivenWork.text(waiver.reason());
            if (!known.contains(waiver.entryId()) || reason == null) {
                faults.add(Refusal.of(EvaluationProblem.EVALUATION_CHARGE_UNKNOWN, "entryId", waiver.entryId())
                        .at(place));
            } else {
                found.put(waiver.entryId(), reason);
            }
        }
        GivenWork.check(texts);
        Refused.ifAny(faults);
        return found;
    }
}
