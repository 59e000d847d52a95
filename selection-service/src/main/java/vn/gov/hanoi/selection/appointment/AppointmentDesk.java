package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.appointment.AppointmentGuard.Act;
import vn.gov.hanoi.selection.eligibility.Recheck;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.AppointmentRules;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Lays an appointment on the table for those who may know of it. Every act holds its round, so that acts on one post follow each other. */
@ApplicationScoped
class AppointmentDesk {
    private final AppointmentRepository appointments;
    private final ApplicationDesk applications;
    private final Rounds rounds;
    private final Recheck eligibility;
    private final SelectionDefaultQueries defaults;
    private final OfficerQueries officers;
    private final Scopes scopes;

    AppointmentDesk(
            AppointmentRepository appointments,
            ApplicationDesk applications,
            Rounds rounds,
            Recheck eligibility,
            SelectionDefaultQueries defaults,
            OfficerQueries officers,
            Scopes scopes) {
        this.appointments = appointments;
        this.applications = applications;
        this.rounds = rounds;
        this.eligibility = eligibility;
        this.defaults = defaults;
        this.officers = officers;
        this.scopes = scopes;
    }

    /** What somebody is to a round. @param officerId null for who is no officer */
    record Part(@Nullable UUID officerId, boolean personnel, boolean approver) {}

    /**
     * An appointment with its round, as the caller may know it.
     *
     * @param officerId officer that the caller is; null if none
     * @param personnel whether the caller handles the applications of the round
     * @param approver whether the caller decides in the round's part of the organisation
     * @param person whether the caller is the one who is proposed
     */
    record Laid(
            Appointment appointment,
            Round round,
            String subject,
            @Nullable UUID officerId,
            boolean personnel,
            boolean approver,
            boolean person) {}

    /** Who stands or stood for a post of the round is neither. */
    Part part(Round round, Caller caller) {
        var officer = officers.officer(caller).orElse(null);
        boolean inScope = scopes.find(caller)
                .filter(scope -> scopes.contains(scope, round.unitId()))
                .isPresent();
        return new Part(
                officer,
                officer != null && applications.isPersonnel(round, officer, caller),
                inScope && caller.roles().contains(RoundRoles.APPROVER) && !applications.isCandidate(round, caller));
    }

    /** Refusal: resource.not-found for an unknown appointment and for everybody who may not know of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid see(UUID id, Caller caller) {
        var appointment = appointments.findByIdOptional(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var round = rounds.find(appointment.roundId()).orElseThrow();
        var part = part(round, caller);
        boolean person = caller.roles().contains(RoundRoles.CANDIDATE)
                && appointment.officerId().equals(part.officerId());
        if (!part.personnel() && !part.approver() && !person) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return new Laid(
                appointment, round, caller.subject(), part.officerId(), part.personnel(), part.approver(), person);
    }

    /**
     * An appointment for an act, held with its round until the end of the transaction.
     *
     * <p>Refusals: resource.not-found, those of {@link AppointmentGuard}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var place = appointments.placeOf(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        holdRounds(place, act == Act.DECIDE || act == Act.REVOKE);
        applications.holdForCheck(place.applicationId());
        appointments.forChange(id);
        var laid = see(id, caller);
        Refused.ifAny(new AppointmentGuard(laid, rules(laid.round()), List.of(), rounds.today()).authority(act));
        Etags.require(ifMatch, laid.appointment().version());
        if (act == Act.DECIDE) {
            recheck(laid, caller);
        }
        Refused.ifAny(guard(laid).state(act));
        return laid;
    }

    /** In the order of their ids, so that two decisions about one person do not wait for each other. */
    private void holdRounds(AppointmentRepository.Place place, boolean others) {
        var wanted = others
                ? Stream.concat(Stream.of(place.roundId()), applications.roundsOf(place.officerId()).stream())
                : Stream.of(place.roundId());
        wanted.distinct().sorted().forEach(id -> {
            if (id.equals(place.roundId())) {
                rounds.alone(id);
            } else {
                rounds.forUse(id);
            }
        });
    }

    private void recheck(Laid laid, Caller caller) {
        applications
                .find(laid.appointment().applicationId())
                .ifPresent(application -> eligibility.now(application, laid.round(), caller));
    }

    AppointmentGuard guard(Laid laid) {
        return new AppointmentGuard(
                laid,
                rules(laid.round()),
                laid.appointment().state() == AppointmentState.PROPOSED
                        ? eligibility.against(laid.appointment().applicationId())
                        : List.of(),
                rounds.today());
    }

    /** The rules of the day on which the plan was approved. */
    AppointmentRules rules(Round round) {
        return defaults.appointmentsOn(rounds.approvedOn(round));
    }
}
