package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Proposes a need for each weak criterion of a told month, once for each officer, criterion and month; managers decide on it. */
@ApplicationScoped
class WeaknessInbox implements TopicHandler {
    private final WeaknessRepository weaknesses;

    WeaknessInbox(WeaknessRepository weaknesses) {
        this.weaknesses = weaknesses;
    }

    @Override
    public String topic() {
        return "evaluation.weakness";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        events.stream()
                .filter(ToldWeakness::isOne)
                .map(ToldWeakness::of)
                .filter(weaknesses::isNewest)
                .forEach(weaknesses::follow);
    }
}
