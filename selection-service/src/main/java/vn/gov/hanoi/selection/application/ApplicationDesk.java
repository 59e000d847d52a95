package vn.gov.hanoi.selection.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.Rounds;

/** The door of this room: lays an application on the table for those who may know of it. */
@ApplicationScoped
public class ApplicationDesk {
    private final ApplicationRepository applications;
    private final Rounds rounds;
    private final OfficerQueries officers;
    private final Scopes scopes;
    private final Dossiers dossiers;
    private final ApplicationJournal journal;

    ApplicationDesk(
            ApplicationRepository applications,
            Rounds rounds,
            OfficerQueries officers,
            Scopes scopes,
            Dossiers dossiers,
            ApplicationJournal journal) {
        this.applications = applications;
        this.rounds = rounds;
        this.officers = officers;
        this.scopes = scopes;
        this.dossiers = dossiers;
        this.journal = journal;
    }

    /**
     * An application with its round, as the caller may know it.
     *
     * @param officerId officer that the caller is
     * @param personnel whether the caller handles the round's applications; else it is the person
     */
    public record Laid(Application application, Round round, UUID officerId, boolean personnel) {}

    /** Refusal: resource.not-found for an unknown application and for everybody who may not know of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Laid see(UUID id, Caller caller) {
        var application = applications.findByIdOptional(id).orElse(null);
        var officer = officers.officer(caller).orElse(null);
        var round =
                application == null ? null : rounds.find(application.roundId()).orElse(null);
        if (application == null || round == null || officer == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        if (isPersonnel(round, officer, caller)) {
            return new Laid(application, round, officer, true);
        }
        if (caller.roles().contains(RoundRoles.CANDIDATE) && officer.equals(application.officerId())) {
            return new Laid(application, round, officer, false);
        }
        throw new Refused(KernelProblem.NOT_FOUND);
    }

    /**
     * An application that somebody wants to change: the round cannot change its state before the end of the transaction.
     *
     * <p>Refusals: those of {@link #see}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Laid hold(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = hold(id, caller);
        Etags.require(ifMatch, laid.application().version());
        return laid;
    }

    /** The same for those who handle the round's applications; never the own one. Refusal: selection.not-personnel. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Laid holdAsPersonnel(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = hold(id, caller);
        if (!laid.personnel()) {
            throw new Refused(Refusal.of(SelectionProblem.NOT_PERSONNEL));
        }
        Etags.require(ifMatch, laid.application().version());
        return laid;
    }

    private Laid hold(UUID id, Caller caller) {
        holdForCheck(id);
        return see(id, caller);
    }

    /** Who stands or stood for a post of the round handles none of its applications. */
    public boolean isPersonnel(Round round, UUID officer, Caller caller) {
        return caller.roles().contains(RoundRoles.PERSONNEL)
                && round.personnel().contains(officer)
                && scopes.find(caller)
                        .filter(scope -> scopes.contains(scope, round.unitId()))
                        .isPresent()
                && !applications.isCandidate(round.id(), officer);
    }

    /** Whether the caller stands or stood for a post of the round. */
    public boolean isCandidate(Round round, Caller caller) {
        return officers.officer(caller)
                .filter(officer -> applications.isCandidate(round.id(), officer))
                .isPresent();
    }

    /** An application of a round by its id, for rooms that know who may know of it; empty if it is gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Application> find(UUID id) {
        return applications.findByIdOptional(id);
    }

    public Dossier dossier(Application application) {
        return dossiers.open(application);
    }

    /** Those who stand for posts of a round, in a fixed order. */
    public List<Application> standing(UUID roundId) {
        return applications.list("roundId = ?1 and state = ?2 order by id", roundId, ApplicationState.RECEIVED);
    }

    /** All who stand or stood for posts of the round, in a fixed order. */
    public List<Application> ofRound(UUID roundId) {
        return applications.list("roundId = ?1 order by id", roundId);
    }

    /** Ids of the applications with which these officers stand for posts of rounds whose findings are frozen. */
    public List<UUID> frozenOf(Collection<UUID> officerIds) {
        return officerIds.isEmpty() ? List.of() : applications.frozenOf(officerIds);
    }

    /** An application about which something is to be found, held with its round until the end of the transaction; empty if it is gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Application> holdForCheck(UUID id) {
        return applications.roundOf(id).flatMap(roundId -> {
            rounds.forUse(roundId);
            return applications.forChange(id);
        });
    }

    /** Rounds in which the officer stands for a post, or would if nothing had been decided elsewhere. */
    public List<UUID> roundsOf(UUID officerId) {
        return applications.roundsOf(officerId);
    }

    /**
     * Ends the other applications of a person who is appointed; the rounds are held.
     *
     * @param chosen application that led to the appointment
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void chosenElsewhere(UUID officerId, UUID chosen, UUID appointmentId, Caller caller) {
        applications
                .list(
                        "officerId = ?1 and state = ?2 and id <> ?3 order by id",
                        officerId,
                        ApplicationState.RECEIVED,
                        chosen)
                .forEach(each -> {
                    each.chosenElsewhere(appointmentId, rounds.today(), journal.now());
                    journal.kept(
                            "end",
                            each,
                            rounds.find(each.roundId()).orElseThrow(),
                            Map.of("appointmentId", appointmentId),
                            caller);
                });
    }

    /** The applications that an appointment ended stand again, unless their round is over or the person has applied once more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void standAgain(UUID appointmentId, Caller caller) {
        for (var each : applications.list("endedBy = ?1 order by id", appointmentId)) {
            var round = rounds.find(each.roundId()).orElseThrow();
            if (round.endedOn() == null && !applications.stands(each.vacancyId(), each.officerId())) {
                each.standAgain(journal.now());
                journal.kept("stand-again", each, round, Map.of("appointmentId", appointmentId), caller);
            }
        }
    }

    /** Keeps that something was decided about an application; its tag changes. */
    public void touched(Application application, Caller caller, Round round, String act, Map<String, ?> details) {
        application.rewrite(application.content(), journal.now());
        journal.kept(act, application, round, details, caller);
    }
}
