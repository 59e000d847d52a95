package vn.gov.hanoi.selection.sanction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Takes sanctions. */
@ApplicationScoped
class SanctionInbox implements TopicHandler {
    private final SanctionRepository sanctions;

    SanctionInbox(SanctionRepository sanctions) {
        this.sanctions = sanctions;
    }

    @Override
    public String topic() {
        return "discipline";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        events.stream().filter(ToldSanction::isOne).map(ToldSanction::of).forEach(sanctions::keep);
    }
}
