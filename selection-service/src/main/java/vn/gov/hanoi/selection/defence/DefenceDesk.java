package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.defence.Council.Seat;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;

/**
 * Lays a round, a defence or a sheet on the table for those who may know of it. It holds the round first, then the defence, then the sheet: whoever waits
 * sees what the one before did. Everybody else gets resource.not-found, as for none.
 */
@ApplicationScoped
class DefenceDesk {
    private final DefenceRepository defences;
    private final Council council;
    private final ApplicationDesk applications;
    private final OfficerQueries officers;
    private final Rounds rounds;

    DefenceDesk(
            DefenceRepository defences,
            Council council,
            ApplicationDesk applications,
            OfficerQueries officers,
            Rounds rounds) {
        this.defences = defences;
        this.council = council;
        this.applications = applications;
        this.officers = officers;
        this.rounds = rounds;
    }

    /**
     * A defence as the caller may know it.
     *
     * @param seat null for the candidate
     * @param state of the round today
     * @param officerId the candidate; null when the data were purged
     */
    record Laid(
            Defence defence,
            Round round,
            RoundState state,
            @Nullable Seat seat,
            @Nullable UUID officerId,
            boolean leads) {}

    /** A round with the caller's seat; nobody else uses the round before the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Seat holdRound(UUID roundId, Caller caller) {
        rounds.alone(roundId);
        return council.require(roundId, caller);
    }

    /** A defence that a member wants to act on, held alone. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid hold(UUID id, Caller caller) {
        var round = rounds.forUse(defences.roundOf(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)));
        var defence = defences.forChange(id);
        return toMember(defence, round, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The defence of a member's own sheet, held together with the others who mark. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid holdForSheet(UUID sheetId, Caller caller) {
        var defenceId = officers.officer(caller)
                .flatMap(officer -> defences.defenceOfSheet(sheetId, officer))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var round = rounds.forUse(defences.roundOf(defenceId).orElseThrow());
        var defence = defences.forUse(defenceId);
        return toMember(defence, round, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** The same for reading. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid seeForSheet(UUID sheetId, Caller caller) {
        return officers.officer(caller)
                .flatMap(officer -> defences.defenceOfSheet(sheetId, officer))
                .flatMap(defences::findByIdOptional)
                .flatMap(defence ->
                        toMember(defence, rounds.find(defence.roundId()).orElseThrow(), caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** For reading: a member who may judge the candidate, or the candidate. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid see(UUID id, Caller caller) {
        return defences.findByIdOptional(id)
                .flatMap(defence -> see(defence, rounds.find(defence.roundId()).orElseThrow(), caller))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Laid> see(Defence defence, Round round, Caller caller) {
        return toMember(defence, round, caller).or(() -> toCandidate(defence, round, caller));
    }

    private Optional<Laid> toMember(Defence defence, Round round, Caller caller) {
        var candidate = candidate(defence);
        return candidate == null
                ? Optional.empty()
                : council.seat(round.id(), caller)
                        .filter(seat -> council.mayJudge(seat, candidate))
                        .map(seat -> new Laid(
                                defence,
                                round,
                                round.stateOn(rounds.today()),
                                seat,
                                candidate,
                                council.lead(round.id(), candidate)
                                        .filter(seat.officerId()::equals)
                                        .isPresent()));
    }

    private Optional<Laid> toCandidate(Defence defence, Round round, Caller caller) {
        var candidate = candidate(defence);
        return candidate != null
                        && caller.roles().contains(RoundRoles.CANDIDATE)
                        && officers.officer(caller).filter(candidate::equals).isPresent()
                ? Optional.of(new Laid(defence, round, round.stateOn(rounds.today()), null, candidate, false))
                : Optional.empty();
    }

    private @Nullable UUID candidate(Defence defence) {
        return applications
                .find(defence.applicationId())
                .map(Application::officerId)
                .orElse(null);
    }

    /** Whether the caller sits in the council of the round or stands for a post of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean takesPart(Round round, Caller caller) {
        return council.seat(round.id(), caller).isPresent()
                || caller.roles().contains(RoundRoles.CANDIDATE) && applications.isCandidate(round, caller);
    }
}
