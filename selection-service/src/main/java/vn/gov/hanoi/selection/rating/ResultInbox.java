package vn.gov.hanoi.selection.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Takes the results of months. */
@ApplicationScoped
class ResultInbox implements TopicHandler {
    private final RatingRecordRepository records;

    ResultInbox(RatingRecordRepository records) {
        this.records = records;
    }

    @Override
    public String topic() {
        return "evaluation.result";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        records.keep(events.stream()
                .filter(ToldRating::isOne)
                .map(ToldRating::ofPeriod)
                .toList());
    }
}
