package vn.gov.hanoi.kernel.sanctioncopy;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/** Takes sanctions, and the cases that are considered. */
@ApplicationScoped
@IfBuildProperty(name = "congvu.directory-copy.enabled", stringValue = "true")
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
        events.stream().filter(ToldExamination::isOne).map(ToldExamination::of).forEach(sanctions::keep);
    }
}
