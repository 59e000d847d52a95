package vn.gov.hanoi.training.course;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.course.ClassGuard.Act;

/** Says anew how a class is held, as long as it has not begun. */
@ApplicationScoped
class ArrangeClass {
    private final ClassDesk desk;
    private final ClassSetups setups;
    private final ClassRepository classes;
    private final Learners learners;
    private final ClassJournal journal;

    ArrangeClass(ClassDesk desk, ClassSetups setups, ClassRepository classes, Learners learners, ClassJournal journal) {
        this.desk = desk;
        this.setups = setups;
        this.classes = classes;
        this.learners = learners;
        this.journal = journal;
    }

    /**
     * Refusals: those of {@link ClassDesk#hold}, {@link ClassSetups#patched} and {@link ClassSetups#store}, and training.days-taken
     * if learners would be in two classes on a day.
     *
     * @param patch what changes of the setup, as RFC 7396 says
     */
    @Transactional
    TrainingClass arrange(UUID id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.UPDATE, caller);
        var present = setups.read(desk.see(id, caller).matter());
        var setup = setups.patched(present, patch);
        setups.store(held, setup);
        Refused.ifAny(learners.move(id, setup.timetable().days()));
        classes.touch(held);
        var details = Map.of("sessions", setup.sessions().size());
        journal.record(held, ClassEvent.Fact.CHANGED, "class.update", details, caller);
        return held;
    }
}
