package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Takes annual classifications and follows them with needs. */
@ApplicationScoped
class AnnualInbox implements TopicHandler {
    private final NeedRepository needs;

    AnnualInbox(NeedRepository needs) {
        this.needs = needs;
    }

    @Override
    public String topic() {
        return "evaluation.annual";
    }

    /**
     * A group is followed in steps, each with one revision of a year at most: how events were grouped must not change what
     * needs there were.
     */
    @Override
    public void apply(List<InboundEvent> events) {
        var step = new LinkedHashMap<ToldYear.Key, ToldYear>();
        for (var event : events) {
            if (!ToldYear.isOne(event)) {
                continue;
            }
            var told = ToldYear.of(event);
            if (step.containsKey(told.key())) {
                follow(step);
            }
            step.put(told.key(), told);
        }
        follow(step);
    }

    private void follow(LinkedHashMap<ToldYear.Key, ToldYear> step) {
        var rules = needs.reasons();
        var fresh = needs.newest(step.values()).stream().map(step::get).toList();
        needs.open(fresh.stream()
                .filter(told -> !told.reasons(rules).isEmpty())
                .map(told -> new NeedRepository.Call(told, told.reasons(rules)))
                .toList());
        needs.withdraw(
                fresh.stream().filter(told -> told.reasons(rules).isEmpty()).toList());
        step.clear();
    }
}
