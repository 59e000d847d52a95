package vn.gov.hanoi.selection.sanction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;
import vn.gov.hanoi.selection.RecordsChanged;

/** Takes sanctions. */
@ApplicationScoped
class SanctionInbox implements TopicHandler {
    private final SanctionRepository sanctions;
    private final Event<RecordsChanged> changed;

    SanctionInbox(SanctionRepository sanctions, Event<RecordsChanged> changed) {
        this.sanctions = sanctions;
        this.changed = changed;
    }

    @Override
    public String topic() {
        return "discipline";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        var told = events.stream()
                .filter(ToldSanction::isOne)
                .map(ToldSanction::of)
                .toList();
        told.forEach(sanctions::keep);
        changed.fire(
                new RecordsChanged(told.stream().map(ToldSanction::officerId).collect(Collectors.toSet())));
    }
}
