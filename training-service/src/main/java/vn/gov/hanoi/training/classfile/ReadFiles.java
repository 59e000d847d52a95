package vn.gov.hanoi.training.classfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.Classes;
import vn.gov.hanoi.training.enrolment.Outcome;
import vn.gov.hanoi.training.enrolment.Roster;

/** Files to be filled, and refused rows of files that were sent. */
@ApplicationScoped
class ReadFiles {
    private final Classes classes;
    private final Roster roster;
    private final FileRepository files;
    private final Scopes scopes;

    ReadFiles(Classes classes, Roster roster, FileRepository files, Scopes scopes) {
        this.scopes = scopes;
        this.classes = classes;
        this.roster = roster;
        this.files = files;
    }

    /**
     * The rows of a template: for outcomes one for each learner with what is said already, for nominations none.
     *
     * <p>Refusals: scope.unit-unknown; resource.not-found for a class that is not there or not for the caller.
     */
    @Transactional
    List<List<String>> template(FileKind kind, UUID classId, Caller caller) {
        var of = classes.find(classId, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        return kind == FileKind.ENROLMENTS ? List.of() : learners(of);
    }

    private List<List<String>> learners(ClassFacts of) {
        if (!of.hosted()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return roster.seated(of.id()).stream()
                .map(each ->
                        List.of(each.officerCode(), each.officerName(), result(each.outcome()), score(each.outcome())))
                .toList();
    }

    private static String result(@Nullable Outcome outcome) {
        return outcome == null ? "" : outcome.result().name();
    }

    private static String score(@Nullable Outcome outcome) {
        return outcome == null || outcome.score() == null ? "" : outcome.score().toPlainString();
    }

    /** Refusals: scope.unit-unknown; resource.not-found, also for a file of somebody else and one without refused rows. */
    @Transactional
    FileRepository.Failed failed(UUID id, Caller caller) {
        scopes.of(caller);
        return files.failed(id, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }
}
