package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.Classes;
import vn.gov.hanoi.training.directory.Directory;

/** Lays an enrolment on the table, with what the caller may do with it. */
@ApplicationScoped
class EnrolmentDesk {
    private final EnrolmentRepository enrolments;
    private final Classes classes;
    private final Directory directory;
    private final Scopes scopes;

    EnrolmentDesk(EnrolmentRepository enrolments, Classes classes, Directory directory, Scopes scopes) {
        this.enrolments = enrolments;
        this.classes = classes;
        this.directory = directory;
        this.scopes = scopes;
    }

    /**
     * An enrolment is for the unit that holds the class and for that of the learner. That a row of many is refused does not end the
     * transaction of the others.
     *
     * <p>Refusals: scope.unit-unknown; resource.not-found for one that is not there or not for the caller.
     */
    @Transactional(dontRollbackOn = Refused.class)
    EnrolmentGuard see(UUID id, Caller caller) {
        var scope = scopes.of(caller);
        var found = enrolments.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        boolean sent = directory.keeps(scope, found.learner().unitId());
        var of = classes.find(found.classId(), caller)
                .filter(each -> sent || each.hosted())
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        return new EnrolmentGuard(found, of, sent, caller);
    }

    /** The same while the class is held. */
    EnrolmentGuard again(UUID id, ClassFacts of, Caller caller) {
        var found = enrolments.find(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        boolean sent = directory.keeps(scopes.of(caller), found.learner().unitId());
        return new EnrolmentGuard(found, of, sent, caller);
    }
}
