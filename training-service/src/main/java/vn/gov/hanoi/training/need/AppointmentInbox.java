package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.TopicHandler;

/**
 * Opens what a main post requires, once for each post and requirement. An event of an officer tells all posts again, so what was
 * opened before is left as it is, refused or met.
 */
@ApplicationScoped
class AppointmentInbox implements TopicHandler {
    private final RequiredTrainingRepository trainings;
    private final Clock clock;

    AppointmentInbox(RequiredTrainingRepository trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return "directory.officer";
    }

    @Override
    public void apply(List<InboundEvent> events) {
        var rules = trainings.all();
        var today = LocalDate.now(clock);
        var calls = new ArrayList<RequiredTraining.Call>();
        for (var event : events) {
            var data = event.data();
            if (data != null) {
                for (var post : data.path("assignments")) {
                    var told = RequiredTraining.Post.of(post);
                    rules.stream()
                            .filter(rule -> rule.isCalledForBy(told, today))
                            .map(rule -> rule.call(event, told))
                            .forEach(calls::add);
                }
            }
        }
        trainings.open(calls);
    }
}
