package vn.gov.hanoi.training.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Keeps the newest measures of each officer and month. */
@ApplicationScoped
class MeasureInbox implements TopicHandler {
    private final MeasureRepository measures;

    MeasureInbox(MeasureRepository measures) {
        this.measures = measures;
    }

    @Override
    public String topic() {
        return "evaluation.criterion";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        events.stream().filter(ToldMeasure::isOne).map(ToldMeasure::of).forEach(measures::keep);
    }
}
