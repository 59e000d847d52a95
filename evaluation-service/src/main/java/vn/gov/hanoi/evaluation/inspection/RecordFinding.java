package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.authority.AuthorityQueries;
import vn.gov.hanoi.evaluation.inspection.FindingApi.FindingRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionGuard.Act;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Records what an inspection found. In the same transaction: whether it is a repeat, who answers for it, and what follows for the months of
 * these people.
 */
@ApplicationScoped
class RecordFinding {
    private final InspectionDesk desk;
    private final FindingRepository findings;
    private final FindingPlaceQueries places;
    private final AuthorityQueries authority;
    private final DirectoryClockRepository directoryClock;
    private final FindingJournal journal;
    private final Clock clock;

    RecordFinding(
            InspectionDesk desk,
            FindingRepository findings,
            FindingPlaceQueries places,
            AuthorityQueries authority,
            DirectoryClockRepository directoryClock,
            FindingJournal journal,
            Clock clock) {
        this.desk = desk;
        this.findings = findings;
        this.places = places;
        this.authority = authority;
        this.directoryClock = directoryClock;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Refusals: those of {@link InspectionDesk#share}, text.control-character, finding.in-future, finding.type-unknown for a type that the
     * rules of the day do not have, finding.unit-outside, finding.person-elsewhere.
     */
    @Transactional
    Answer record(UUID inspectionId, FindingRequest request, Caller caller) {
        var inspection = desk.share(inspectionId, Act.FINDING, caller).inspection();
        Refused.ifAny(faults(request));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var happened = request.happenedAt().truncatedTo(ChronoUnit.MILLIS);
        var day = LocalDate.ofInstant(happened, clock.getZone());
        var rules = FindingRules.on(day)
                .filter(each -> each.type(request.type()).isPresent())
                .orElseThrow(() -> new Refused(Refusal.of(
                                EvaluationProblem.FINDING_TYPE_UNKNOWN, "type", request.type(), "day", day.toString())
                        .at("/type")));
        if (happened.isAfter(now)) {
            throw new Refused(Refusal.of(EvaluationProblem.FINDING_IN_FUTURE).at("/happenedAt"));
        }
        var moment = directoryClock.moment(day, null);
        Refused.ifAny(placeFaults(inspection.unitId(), request, moment));
        var type = rules.type(request.type()).orElseThrow();
        var finding = new Finding(
                Ids.next(),
                inspectionId,
                type.code(),
                request.unitId(),
                happened,
                day,
                GivenText.kept(request.description()),
                GivenText.kept(request.evidence() == null ? List.of() : request.evidence()),
                request.persons().stream().distinct().toList(),
                type.severity(),
                rules.cited(),
                rules.due(type, LocalDate.ofInstant(now, clock.getZone())),
                Finding.State.OPEN,
                findings.repeated(inspectionId, type.code(), request.unitId(), rules.repeatedSince(day), day)
                        .map(Finding::id)
                        .orElse(null),
                now,
                null,
                1);
        var head = authority.headOf(finding.unitId(), moment).orElse(null);
        return journal.recorded(finding, Accountability.of(finding, rules, head), caller);
    }

    private List<Refusal> placeFaults(UUID inspected, FindingRequest request, Moment moment) {
        if (!places.isWithin(inspected, request.unitId(), moment)) {
            return List.of(Refusal.of(
                            EvaluationProblem.FINDING_UNIT_OUTSIDE,
                            "day",
                            moment.asOf().toString())
                    .at("/unitId"));
        }
        var there = places.there(request.persons(), request.unitId(), moment);
        var found = new ArrayList<Refusal>();
        for (int i = 0; i < request.persons().size(); i++) {
            if (!there.contains(request.persons().get(i))) {
                found.add(Refusal.of(
                                EvaluationProblem.FINDING_PERSON_ELSEWHERE,
                                "day",
                                moment.asOf().toString())
                        .at("/persons/" + i));
            }
        }
        return found;
    }

    private static List<Refusal> faults(FindingRequest request) {
        var found = new ArrayList<Refusal>();
        GivenText.fault("/description", request.description()).ifPresent(found::add);
        var evidence = request.evidence() == null ? List.<String>of() : request.evidence();
        for (int i = 0; i < evidence.size(); i++) {
            GivenText.fault("/evidence/" + i, evidence.get(i)).ifPresent(found::add);
        }
        return found;
    }
}
