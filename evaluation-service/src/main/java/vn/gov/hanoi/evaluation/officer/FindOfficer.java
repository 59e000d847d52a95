package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.evaluation.officer.OfficerApi.FindOfficerRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerView;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Finds the officer with an exact personal number. That somebody looked is audited, the number is not. */
@ApplicationScoped
class FindOfficer {
    private final OfficerRepository officers;
    private final PersonalNumbers numbers;
    private final OfficerVisibilityQueries visibility;
    private final OfficerViews views;
    private final DirectoryClockRepository clock;
    private final AuditTrail audit;

    FindOfficer(
            OfficerRepository officers,
            PersonalNumbers numbers,
            OfficerVisibilityQueries visibility,
            OfficerViews views,
            DirectoryClockRepository clock,
            AuditTrail audit) {
        this.officers = officers;
        this.numbers = numbers;
        this.visibility = visibility;
        this.views = views;
        this.clock = clock;
        this.audit = audit;
    }

    /** Refusals: officer.number-malformed, resource.not-found also for an officer outside the scope, scope.unit-unknown. */
    @Transactional
    OfficerView find(FindOfficerRequest request, Caller caller) {
        Refused.ifAny(new Faults()
                .add("/personalNumber", PersonalNumber.fault(request.personalNumber()))
                .all());
        // Nothing that is asked before may tell a caller without scope whether the number is known.
        visibility.requireScope(caller);
        var officer = officers.byNumber(numbers.index(request.personalNumber()))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        visibility.requireVisible(caller, officer.id());
        audit.record(caller, new AuditTrail.Act("officer.find", "officers", officer.id(), null, Map.of()));
        return views.view(officer, clock.moment(null, null), caller, List.of());
    }
}
