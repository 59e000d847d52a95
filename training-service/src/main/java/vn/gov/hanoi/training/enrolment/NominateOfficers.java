package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.ClassFacts;
import vn.gov.hanoi.training.course.ClassState;
import vn.gov.hanoi.training.course.Classes;

/** Nominates officers of the caller's units for a class. One and many take the same way. */
@ApplicationScoped
class NominateOfficers {
    private final Classes classes;
    private final CandidateQueries candidates;
    private final EnrolmentRepository enrolments;
    private final SeatRepository seats;
    private final EnrolmentJournal journal;
    private final Scopes scopes;
    private final Clock clock;

    NominateOfficers(
            Classes classes,
            CandidateQueries candidates,
            EnrolmentRepository enrolments,
            SeatRepository seats,
            EnrolmentJournal journal,
            Scopes scopes,
            Clock clock) {
        this.classes = classes;
        this.candidates = candidates;
        this.enrolments = enrolments;
        this.seats = seats;
        this.journal = journal;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** What became of one: the enrolment, or why there is none. */
    record Verdict(@Nullable Enrolment enrolment, List<Refusal> refusals) {}

    /**
     * Nominates in the given order. Who is refused leaves no trace, and all refusals come before anything is written.
     *
     * <p>Refusals of all: auth.role-missing, training.class-unknown, training.class-wrong-state, training.class-without-sessions. Of one:
     * training.officer-unknown, authority.own-act, training.enrolment-exists, and those of {@link Eligibility#refusals}.
     *
     * @return one for each officer, in their order
     */
    @Transactional(dontRollbackOn = Refused.class)
    List<Verdict> nominate(UUID classId, List<UUID> officers, Caller caller) {
        if (!caller.roles().contains(EnrolmentGuard.PLANNER)) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
        var of = classes.hold(classId, caller).orElseThrow(() -> unknown(classId));
        Refused.ifAny(refusals(of));
        seats.hold(officers);
        var known = candidates.of(of, new HashSet<>(officers), scopes.of(caller));
        var present = enrolments.open(classId).stream()
                .map(each -> each.learner().officerId())
                .collect(Collectors.toCollection(HashSet::new));
        var refusals = officers.stream()
                .map(officer -> refusals(of, officer, known, present, caller))
                .toList();
        return enrol(of, officers, refusals, known, caller);
    }

    /** Refusal: training.class-unknown. */
    static Refused unknown(UUID classId) {
        return new Refused(Refusal.of(TrainingProblem.CLASS_UNKNOWN, "class", classId.toString())
                .at("/classId"));
    }

    /** Why nobody can be nominated. Refusals: training.class-wrong-state, training.class-without-sessions. */
    static List<Refusal> refusals(ClassFacts of) {
        if (of.state() != ClassState.OPENED) {
            return List.of(Refusal.of(
                            TrainingProblem.CLASS_WRONG_STATE,
                            "state",
                            of.state().name())
                    .at("/classId"));
        }
        return of.timetable().sessions().isEmpty()
                ? List.of(Refusal.of(TrainingProblem.CLASS_WITHOUT_SESSIONS).at("/classId"))
                : List.of();
    }

    private static List<Refusal> refusals(
            ClassFacts of, UUID officer, Map<UUID, Candidate> known, Set<UUID> present, Caller caller) {
        var candidate = known.get(officer);
        if (candidate == null || !candidate.reachable()) {
            return List.of(Refusal.of(TrainingProblem.OFFICER_UNKNOWN).at("/officerId"));
        }
        if (candidate.code().equals(caller.officerCode())) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT).at("/officerId"));
        }
        if (!present.add(officer)) {
            return List.of(Refusal.of(TrainingProblem.ENROLMENT_EXISTS).at("/officerId"));
        }
        return Eligibility.of(of, candidate).refusals();
    }

    private List<Verdict> enrol(
            ClassFacts of,
            List<UUID> officers,
            List<List<Refusal>> refusals,
            Map<UUID, Candidate> known,
            Caller caller) {
        int number = (int) refusals.stream().filter(List::isEmpty).count();
        var verdicts = new ArrayList<Verdict>();
        var fresh = new ArrayList<Enrolment>();
        long arrival = number == 0 ? 0 : seats.arrive(of.id(), number);
        var now = clock.instant();
        for (int i = 0; i < officers.size(); i++) {
            var candidate = known.get(officers.get(i));
            if (!refusals.get(i).isEmpty() || candidate == null || candidate.post() == null) {
                verdicts.add(new Verdict(null, refusals.get(i)));
                continue;
            }
            var checked = new Enrolment.Checked(Eligibility.of(of, candidate).conditions(), now);
            var mark = new Enrolment.Mark(caller.subject(), now);
            var made = Enrolment.nominate(of.id(), candidate, candidate.post(), arrival++, checked, mark);
            fresh.add(made);
            verdicts.add(new Verdict(made, List.of()));
        }
        enrolments.insert(fresh);
        seats.takeDays(of.id(), fresh.stream().map(Enrolment::id).toList());
        journal.record("enrolment.nominate", fresh, caller);
        return verdicts;
    }
}
