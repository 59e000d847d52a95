package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Takes who judged whose results. Repeated, late and early events end in the same rows. */
@ApplicationScoped
class JudgementInbox implements TopicHandler {
    private static final String TYPE = "vn.gov.hanoi.evaluation.judgement.made.v1";

    private final JudgementRepository judgements;

    JudgementInbox(JudgementRepository judgements) {
        this.judgements = judgements;
    }

    @Override
    public String topic() {
        return "evaluation.judgement";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        for (var event : events) {
            var data = event.data();
            if (data != null && event.type().equals(TYPE)) {
                var lastDay = LocalDate.parse(Payload.required(data, "lastDay"));
                var judged = data.path("officerIds")
                        .valueStream()
                        .map(each -> UUID.fromString(each.asText()))
                        .toList();
                judgements.keep(
                        event.key(), judged, lastDay, Objects.requireNonNull(event.time(), "event without time"));
            }
        }
    }
}
