package vn.gov.hanoi.kernel.sanctioncopy;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Takes sanctions, and the cases that are considered. */
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
class SanctionInbox implements TopicHandler {
    private final SanctionRepository sanctions;
    private final Event<SanctionsTold> changed;

    SanctionInbox(SanctionRepository sanctions, Event<SanctionsTold> changed) {
        this.sanctions = sanctions;
        this.changed = changed;
    }

    @Override
    public String topic() {
        return "discipline";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        var imposed = events.stream()
                .filter(ToldSanction::isOne)
                .map(ToldSanction::of)
                .toList();
        var considered = events.stream()
                .filter(ToldExamination::isOne)
                .map(ToldExamination::of)
                .toList();
        imposed.forEach(sanctions::keep);
        considered.forEach(sanctions::keep);
        var officers = Stream.concat(
                        imposed.stream().map(ToldSanction::officerId),
                        considered.stream().map(ToldExamination::officerId))
                .collect(Collectors.toSet());
        if (!officers.isEmpty()) {
            changed.fire(new SanctionsTold(officers));
        }
    }
}
