package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.appointment.AppointmentRepository.Outcome;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;

/** Ends the selection for a post, with whom the directory has recorded or with nobody; the last post closes the round. */
@ApplicationScoped
class EndPost {
    private final AppointmentDesk desk;
    private final PostSuccession posts;
    private final AppointmentRepository appointments;
    private final AppointmentJournal journal;
    private final Rounds rounds;

    EndPost(
            AppointmentDesk desk,
            PostSuccession posts,
            AppointmentRepository appointments,
            AppointmentJournal journal,
            Rounds rounds) {
        this.desk = desk;
        this.posts = posts;
        this.appointments = appointments;
        this.journal = journal;
        this.rounds = rounds;
    }

    /**
     * Ends a post for which nobody can be proposed any more.
     *
     * <p>Refusals: resource.not-found, selection.result-not-published, selection.post-ended, selection.post-filled,
     * selection.candidate-remains, selection.decision-not-signed-yet.
     */
    @Transactional
    Outcome close(UUID roundId, UUID vacancyId, DecisionPart decision, ReasonPart reason, Caller caller) {
        var round = rounds.alone(roundId);
        if (!desk.part(round, caller).approver()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var list = posts.list(vacancyId);
        var open = open(vacancyId);
        if (open.stream().anyMatch(each -> each.state() != AppointmentState.IN_FORCE)) {
            throw new Refused(Refusal.of(SelectionProblem.POST_FILLED, "places", appointments.places(vacancyId)));
        }
        var succession = posts.of(list, desk.rules(round));
        if (succession.goesOn()) {
            throw new Refused(Refusal.of(
                    SelectionProblem.CANDIDATE_REMAINS,
                    "nextRank",
                    succession.nextRank().orElseThrow()));
        }
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        return end(
                round,
                new Outcome(vacancyId, roundId, !open.isEmpty(), rounds.today(), decision.tidy(), reason.tidy()),
                caller);
    }

    /** After the directory has recorded somebody: the post ends when all its places are taken. */
    void recorded(Round round, UUID vacancyId, Caller caller) {
        long inForce = open(vacancyId).stream()
                .filter(each -> each.state() == AppointmentState.IN_FORCE)
                .count();
        if (inForce >= appointments.places(vacancyId) && !appointments.hasEnded(vacancyId)) {
            end(round, new Outcome(vacancyId, round.id(), true, rounds.today(), null, null), caller);
        }
    }

    private List<Appointment> open(UUID vacancyId) {
        return appointments.ofPost(vacancyId).stream()
                .filter(each -> each.state().isOpen())
                .toList();
    }

    private Outcome end(Round round, Outcome outcome, Caller caller) {
        appointments.end(outcome, journal.stamp(caller));
        journal.record(
                "end-post",
                "vacancies",
                outcome.vacancyId(),
                round.unitId(),
                Map.of("appointed", outcome.appointed()),
                caller);
        if (appointments.endedPosts(round.id()) == round.posts().size()) {
            rounds.advance(round, RoundState.CLOSED, caller);
            journal.record("close-round", "rounds", round.id(), round.unitId(), Map.of(), caller);
        }
        return outcome;
    }
}
