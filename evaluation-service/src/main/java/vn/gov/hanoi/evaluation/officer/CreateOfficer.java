package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.officer.OfficerApi.AssignmentView;
import vn.gov.hanoi.evaluation.officer.OfficerApi.CreateOfficerRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerView;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records one officer with the main post. */
@ApplicationScoped
class CreateOfficer {
    private static final String UNIT = "/assignment/unitId";

    private final OfficerRepository officers;
    private final UnitRepository units;
    private final DirectoryGuard guard;
    private final AuditTrail audit;
    private final OutboxWriter outbox;
    private final Clock clock;

    CreateOfficer(
            OfficerRepository officers,
            UnitRepository units,
            DirectoryGuard guard,
            AuditTrail audit,
            OutboxWriter outbox,
            Clock clock) {
        this.officers = officers;
        this.units = units;
        this.guard = guard;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records an officer in a unit of the caller's scope.
     *
     * <p>Refusals: those of the fields, assignment.unit-unknown, assignment.unit-not-in-force, assignment.head-exists,
     * officer.code-exists, scope.outside, scope.unit-unknown.
     */
    @Transactional
    Answer create(CreateOfficerRequest request, Caller caller) {
        var draft = request.draft();
        var unit = unit(request.assignment().unitId(), caller);
        var faults = new Faults()
                .addAll(draft.faults())
                .add(UNIT, unitInForce(unit.validity(), draft.assignment().validity()));
        Refused.ifAny(faults.all());
        var officer = Officer.enter(Ids.next(), draft, unit.id(), new Stamp(clock.instant(), caller.subject()));
        officers.persistAndFlush(officer);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "officer.create",
                        "officers",
                        officer.id(),
                        unit.id(),
                        Map.of("officerCode", officer.officerCode())));
        outbox.write(officer.recorded().draft());
        return Answer.created(
                "/evaluation/v1/officers/" + officer.id(),
                view(officer, new UnitReference(unit.id(), unit.code(), unit.name())),
                officer.version());
    }

    private Unit unit(UUID id, Caller caller) {
        var found = units.findByIdOptional(id)
                .orElseThrow(() -> new Refused(
                        Refusal.of(EvaluationProblem.ASSIGNMENT_UNIT_UNKNOWN).at(UNIT)));
        guard.requireInScope(caller, found.id(), UNIT);
        return found;
    }

    /** Refusal: assignment.unit-not-in-force on the first day of the post. */
    static Optional<Refusal> unitInForce(Validity unit, Validity post) {
        return unit.contains(post.from())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        EvaluationProblem.ASSIGNMENT_UNIT_NOT_IN_FORCE,
                        "validFrom",
                        post.from().toString()));
    }

    private static OfficerView view(Officer officer, UnitReference unit) {
        List<AssignmentView> posts = officer.assignments().stream()
                .map(post -> AssignmentView.from(post, unit))
                .toList();
        return new OfficerView(
                officer.id(),
                Etags.of(officer.version()),
                officer.officerCode(),
                officer.fullName(),
                officer.category(),
                officer.birthDate(),
                posts,
                officer.version());
    }
}
