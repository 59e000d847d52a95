package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gov.hanoi.kernel.bulk.BulkVerdicts;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.certificate.CertificateApi.IssueClassRequest;
import vn.gov.hanoi.training.directory.Directory;

/** Issues certificates for everybody who passed a class and has none yet. */
@ApplicationScoped
class IssueClass {
    private static final int CREATED = 201;

    private final WaitingLearners learners;
    private final CertificateMaker maker;
    private final CertificateJournal journal;
    private final Directory directory;
    private final Problems problems;

    IssueClass(
            WaitingLearners learners,
            CertificateMaker maker,
            CertificateJournal journal,
            Directory directory,
            Problems problems) {
        this.learners = learners;
        this.maker = maker;
        this.journal = journal;
        this.directory = directory;
        this.problems = problems;
    }

    /**
     * Issues them; each person is a row of the answer, named by the enrolment. Refusal: training.certificate-class-empty; of rows those of
     * {@link CertificateGuard#issue}.
     */
    @Transactional
    Answer issue(IssueClassRequest request, Caller caller, Locale locale) {
        var basis = request.decision().basis(directory);
        var waiting = learners.of(request.classId(), caller);
        if (waiting.isEmpty()) {
            throw new Refused(
                    Refusal.of(TrainingProblem.CERTIFICATE_CLASS_EMPTY).at("/classId"));
        }
        var verdicts = new BulkVerdicts(request.atomic());
        var made = new ArrayList<Certificate>();
        for (var each : waiting) {
            var refusals = new ArrayList<>(CertificateGuard.own(each.officerCode(), caller));
            refusals.addAll(CertificateGuard.issue(each, basis.decision().signedOn(), maker.today(), List.of(), null));
            if (refusals.isEmpty()) {
                var issued = maker.make(each, basis, null, caller);
                made.add(issued);
                verdicts.done(each.enrolmentId().toString(), issued.id(), CREATED, issued.version());
            } else {
                verdicts.refused(each.enrolmentId().toString(), null, refusals);
            }
        }
        journal.issued(made, basis, caller);
        return verdicts.answer(CertificateViews.COLLECTION, problems, locale);
    }
}
