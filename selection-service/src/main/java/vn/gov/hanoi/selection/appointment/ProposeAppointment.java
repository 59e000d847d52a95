package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.appointment.Appointment.Proposal;
import vn.gov.hanoi.selection.eligibility.Recheck;
import vn.gov.hanoi.selection.result.Results.Ranked;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.RoundPosts;

/** Proposes who comes first for a post. The conditions are checked again; what is found against the person blocks the next acts. */
@ApplicationScoped
class ProposeAppointment {
    private final AppointmentDesk desk;
    private final PostSuccession posts;
    private final AppointmentJournal journal;
    private final ApplicationDesk applications;
    private final Recheck eligibility;
    private final Rounds rounds;

    ProposeAppointment(
            AppointmentDesk desk,
            PostSuccession posts,
            AppointmentJournal journal,
            ApplicationDesk applications,
            Recheck eligibility,
            Rounds rounds) {
        this.desk = desk;
        this.posts = posts;
        this.journal = journal;
        this.applications = applications;
        this.eligibility = eligibility;
        this.rounds = rounds;
    }

    /**
     * Only by who handles the applications of the round.
     *
     * <p>Refusals: resource.not-found, selection.result-not-published, selection.post-ended, selection.post-filled,
     * selection.next-not-allowed, selection.not-next-ranked.
     */
    @Transactional
    Appointment propose(UUID roundId, UUID vacancyId, UUID applicationId, Position position, Caller caller) {
        var round = rounds.alone(roundId);
        var part = desk.part(round, caller);
        var by = part.officerId();
        if (!part.personnel() || by == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var rules = desk.rules(round);
        var list = posts.list(vacancyId);
        Refused.ifAny(posts.of(list, rules).refusals(applicationId));
        var application = applications.holdForCheck(applicationId).orElseThrow();
        var ranked = list.ranked().stream()
                .filter(each -> each.applicationId().equals(applicationId))
                .findFirst()
                .orElseThrow();
        var against = eligibility.now(application, round, caller);
        var appointment = Appointment.propose(
                proposal(round, application, ranked, post(round, vacancyId, position, rules.probationMonths()), by),
                journal.stamp(caller));
        journal.kept(
                "propose",
                appointment,
                Map.of("rank", ranked.rank(), "resultId", list.id(), "against", against.size()),
                caller);
        return appointment;
    }

    private static Proposal proposal(Round round, Application application, Ranked ranked, ProposedPost post, UUID by) {
        return new Proposal(round.id(), post, application.id(), application.officerId(), ranked.rank(), by);
    }

    private ProposedPost post(Round round, UUID vacancyId, Position position, int probationMonths) {
        var planned = round.posts().stream()
                .filter(each -> each.vacancyId().equals(vacancyId))
                .findFirst()
                .orElseThrow();
        RoundPosts.RoundPost told = rounds.posts(round).stream()
                .filter(each -> each.vacancyId().equals(vacancyId))
                .findFirst()
                .orElseThrow();
        return new ProposedPost(
                vacancyId,
                told.unitId(),
                Objects.requireNonNull(told.title()),
                position,
                planned.termMonths(),
                probationMonths);
    }
}
