package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerApi.CreateOfficerRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.Warning;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Records one officer with the main post. */
@ApplicationScoped
class CreateOfficer {
    private static final String UNIT = "/assignment/unitId";

    private final PostGuard guard;
    private final PersonalNumbers numbers;
    private final OfficerJournal journal;
    private final OfficerViews views;
    private final DirectoryClockRepository clock;

    CreateOfficer(
            PostGuard guard,
            PersonalNumbers numbers,
            OfficerJournal journal,
            OfficerViews views,
            DirectoryClockRepository clock) {
        this.guard = guard;
        this.numbers = numbers;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Records an officer in a unit of the caller's scope.
     *
     * <p>Refusals: those of the fields, assignment.not-main, assignment.unit-unknown, assignment.unit-not-in-force,
     * assignment.head-exists, officer.code-exists, officer.number-exists, scope.outside, scope.unit-unknown.
     */
    @Transactional
    Answer create(CreateOfficerRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var draft = request.draft();
        var unit = guard.unit(request.assignment().unitId(), UNIT, caller);
        var faults = new Faults()
                .addAll(draft.faults())
                .add("/assignment/main", request.assignment().main() ? Optional.empty() : NOT_MAIN);
        if (draft.post().validity().fault().isEmpty()) {
            faults.add(UNIT, PostGuard.unitInForce(unit, draft.post().validity()));
        }
        Refused.ifAny(faults.all());
        var id = Ids.next();
        var identity = new Identity(
                draft.fullName(), draft.birthDate(), draft.sex(), numbers.seal(id, draft.personalNumber()));
        var main = draft.post().post(Ids.next(), unit.id(), true, PostKind.REGULAR, draft.category());
        var officer = Officer.enter(id, draft.officerCode(), identity, main);
        journal.record(
                null,
                officer,
                stamp,
                caller,
                "officer.create",
                unit.id(),
                Map.of("officerCode", officer.officerCode()));
        var warnings = warnings(draft.personalNumber(), identity, "");
        return Answer.created(
                "/evaluation/v1/officers/" + id,
                views.view(officer, clock.moment(null, null), caller, warnings),
                officer.version());
    }

    private static final Optional<Refusal> NOT_MAIN = Optional.of(Refusal.of(EvaluationProblem.ASSIGNMENT_NOT_MAIN));

    /** @param base place of the identity in the request */
    static List<Warning> warnings(@Nullable String digits, Identity identity, String base) {
        return digits == null
                ? List.of()
                : new PersonalNumber(digits)
                        .doubts(identity.sex(), identity.birthDate()).stream()
                                .map(doubt -> new Warning(doubt.code(), base + doubt.pointer()))
                                .toList();
    }
}
