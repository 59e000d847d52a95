package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.action.ActionView.Blocker;
import vn.gov.hanoi.training.course.Classes;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.CheckView;

/** Says beforehand whether an officer may be nominated, condition by condition. */
@ApplicationScoped
class CheckEnrolment {
    private final Classes classes;
    private final CandidateQueries candidates;
    private final Scopes scopes;
    private final ProblemTexts texts;

    CheckEnrolment(Classes classes, CandidateQueries candidates, Scopes scopes, ProblemTexts texts) {
        this.classes = classes;
        this.candidates = candidates;
        this.scopes = scopes;
        this.texts = texts;
    }

    /** Refusals: scope.unit-unknown; resource.not-found for a class or an officer that is not there or not for the caller. */
    @Transactional
    CheckView check(UUID classId, UUID officerId, Caller caller, Locale locale) {
        var of = classes.find(classId, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var refusals = new ArrayList<>(NominateOfficers.refusals(of));
        var conditions = List.<Condition>of();
        if (!of.timetable().sessions().isEmpty()) {
            var candidate =
                    candidates.of(of, Set.of(officerId), scopes.of(caller)).get(officerId);
            if (candidate == null || !candidate.reachable()) {
                throw new Refused(KernelProblem.NOT_FOUND);
            }
            var eligibility = Eligibility.of(of, candidate);
            conditions = eligibility.conditions();
            refusals.addAll(eligibility.refusals());
        }
        return new CheckView(
                refusals.isEmpty(),
                EnrolmentViews.conditions(conditions),
                refusals.stream()
                        .map(each -> new Blocker(
                                each.code().code(), each.args(), texts.detail(each.code(), each.args(), locale)))
                        .toList());
    }
}
