package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerApi.CorrectOfficerRequest;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerCorrection;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Corrects who an officer is. What was known before stays readable. */
@ApplicationScoped
class CorrectOfficer {
    private final PostGuard guard;
    private final PersonalNumbers numbers;
    private final OfficerJournal journal;
    private final OfficerViews views;
    private final DirectoryClockRepository clock;

    CorrectOfficer(
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
     * Records the right name, birth date, sex or personal number.
     *
     * <p>Refusals: precondition.required, precondition.failed, resource.not-found, those of the fields, officer.birth-date-late,
     * officer.number-malformed, officer.number-exists, correction.empty, scope.outside (the unit of the main post), scope.unit-unknown.
     */
    @Transactional
    Answer correct(UUID id, @Nullable String ifMatch, CorrectOfficerRequest request, Caller caller) {
        var stamp = clock.take(caller);
        var before = guard.officer(id, ifMatch, caller);
        var main = before.mainNear(clock.moment(null, null).asOf());
        guard.requireInCharge(main, caller);
        var data = request.data();
        Refused.ifAny(new Faults()
                .add("/data/personalNumber", PersonalNumber.fault(data.personalNumber()))
                .all());
        var right = right(before, data);
        Refused.ifAny(new Faults()
                .add("/data/fullName", TextRule.PERSON_NAME.fault(right.fullName()))
                .date("/data/birthDate", right.birthDate())
                .add("/data/birthDate", OfficerDraft.birthFault(right.birthDate(), before.begin()))
                .all());
        if (right.equals(before.identity())) {
            throw new Refused(Refusal.of(EvaluationProblem.CORRECTION_EMPTY).at("/data"));
        }
        var after = before.correct(right);
        journal.record(
                before,
                after,
                stamp,
                caller,
                "officer.correct",
                main.unitId(),
                request.reason().audited(Map.of()));
        // A doubt may lie in what is corrected or in what stays, so the number is compared whichever of them it is.
        var digits = numbers.open(after).map(PersonalNumber::digits).orElse(null);
        var warnings = CreateOfficer.warnings(digits, right, "/data");
        return Answer.ok(views.view(after, clock.moment(null, null), caller, warnings), after.version());
    }

    private Identity right(Officer before, OfficerCorrection data) {
        var was = before.identity();
        return new Identity(
                data.fullName() == null ? was.fullName() : OfficerDraft.name(data.fullName()),
                data.birthDate() == null ? was.birthDate() : data.birthDate(),
                data.sex() == null ? was.sex() : data.sex(),
                data.personalNumber() == null ? was.number() : numbers.seal(before.id(), data.personalNumber()));
    }
}
