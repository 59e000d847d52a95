package vn.gov.hanoi.selection.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationDesk.Laid;
import vn.gov.hanoi.selection.application.ApplicationRequests.ApplicationRequest;
import vn.gov.hanoi.selection.condition.CandidateSource;
import vn.gov.hanoi.selection.condition.DocumentKind;
import vn.gov.hanoi.selection.condition.Facts;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.sanction.Sanctions;
import vn.gov.hanoi.selection.vacancy.RoundPosts;

/** Takes an application, of the person or by a personnel officer of the round. */
@ApplicationScoped
class ReceiveApplication {
    private static final String CANDIDACY = "CANDIDACY";

    private final ApplicationDesk desk;
    private final ApplicationJournal journal;
    private final Rounds rounds;
    private final RoundPosts posts;
    private final OfficerQueries officers;
    private final Sanctions sanctions;
    private final Dossiers dossiers;

    ReceiveApplication(
            ApplicationDesk desk,
            ApplicationJournal journal,
            Rounds rounds,
            RoundPosts posts,
            OfficerQueries officers,
            Sanctions sanctions,
            Dossiers dossiers) {
        this.desk = desk;
        this.journal = journal;
        this.rounds = rounds;
        this.posts = posts;
        this.officers = officers;
        this.sanctions = sanctions;
        this.dossiers = dossiers;
    }

    /**
     * Refusals: selection.post-unknown, selection.officer-unknown, those of the window, of the documents and of the person;
     * selection.application-exists if the person stands for the post already.
     */
    @Transactional
    Laid receive(ApplicationRequest request, Caller caller) {
        var roundId = posts.roundOf(request.vacancyId())
                .orElseThrow(
                        () -> new Refused(Refusal.of(SelectionProblem.POST_UNKNOWN, "vacancyId", request.vacancyId())
                                .at("/vacancyId")));
        var round = rounds.forUse(roundId);
        var me = officers.officer(caller).orElseThrow(() -> new Refused(Refusal.of(SelectionProblem.NOT_PERSONNEL)));
        boolean personnel = desk.isPersonnel(round, me, caller);
        var day = request.receivedOn() == null ? rounds.today() : request.receivedOn();
        var refusals = new ArrayList<>(window(request, round, day, personnel));
        if (refusals.isEmpty()) {
            refusals.addAll(documents(request, day, personnel));
            refusals.addAll(person(request, round, day));
        }
        Refused.ifAny(refusals);
        var id = Ids.next();
        var dossier = new Dossier(
                request.birthDate(),
                request.sex(),
                request.documents().stream().map(each -> each.kept(day, me)).toList(),
                request.late() == null ? null : request.late().kept(),
                null,
                null);
        var application = Application.received(
                new Application.Entry(
                        id,
                        roundId,
                        request.vacancyId(),
                        request.officerId(),
                        request.source(),
                        day,
                        request.consentedOn(),
                        dossiers.seal(dossier, id),
                        caller.subject(),
                        me),
                journal.now());
        journal.received(application, round, caller);
        return new Laid(application, round, me, personnel);
    }

    /**
     * Refusals: selection.round-state, selection.already-frozen, selection.outside-window, selection.received-in-future,
     * selection.late-not-needed, selection.only-personnel.
     */
    private List<Refusal> window(ApplicationRequest request, Round round, LocalDate day, boolean personnel) {
        var today = rounds.today();
        var state = round.stateOn(today);
        boolean checking = state == RoundState.ELIGIBILITY_CHECK && personnel;
        if (state != RoundState.RECEIVING && !checking) {
            return List.of(Refusal.of(
                    SelectionProblem.ROUND_STATE,
                    "state",
                    state.name(),
                    "needed",
                    personnel ? "RECEIVING, ELIGIBILITY_CHECK" : "RECEIVING"));
        }
        if (round.frozenOn() != null) {
            return List.of(Refusal.of(SelectionProblem.ALREADY_FROZEN, "frozenOn", round.frozenOn()));
        }
        if (!personnel && onlyPersonnel(request) != null) {
            return List.of(
                    Refusal.of(SelectionProblem.ONLY_PERSONNEL).at(Objects.requireNonNull(onlyPersonnel(request))));
        }
        if (day.isAfter(today)) {
            return List.of(Refusal.of(SelectionProblem.RECEIVED_IN_FUTURE, "receivedOn", day)
                    .at("/receivedOn"));
        }
        var window = Objects.requireNonNull(round.announcement());
        boolean after = day.isAfter(window.dossiersTo());
        if (day.isBefore(window.dossiersFrom()) || after && request.late() == null) {
            return List.of(Refusal.of(
                            SelectionProblem.OUTSIDE_WINDOW,
                            "receivedOn",
                            day,
                            "from",
                            window.dossiersFrom(),
                            "to",
                            window.dossiersTo())
                    .at("/receivedOn"));
        }
        return !after && request.late() != null
                ? List.of(Refusal.of(SelectionProblem.LATE_NOT_NEEDED, "receivedOn", day, "to", window.dossiersTo())
                        .at("/late"))
                : List.of();
    }

    /** Place of something that the person may not say about oneself; null if there is none. */
    private static @Nullable String onlyPersonnel(ApplicationRequest request) {
        if (request.receivedOn() != null) {
            return "/receivedOn";
        }
        if (request.late() != null) {
            return "/late";
        }
        return request.documents().stream().anyMatch(each -> each.confirms() != null) ? "/documents" : null;
    }

    /** Refusals: selection.document-days, selection.nomination-incomplete, selection.consent-after-receipt, selection.decision-not-signed-yet. */
    private List<Refusal> documents(ApplicationRequest request, LocalDate day, boolean personnel) {
        var refusals = new ArrayList<>(
                ApplicationJournal.documentDays(request.documents(), personnel ? rounds.today() : day, day));
        if (request.source() == CandidateSource.NOMINATED) {
            Stream.of(DocumentKind.NOMINATION, DocumentKind.PARTY_CONSENT)
                    .filter(kind -> request.documents().stream().noneMatch(each -> each.kind() == kind))
                    .forEach(kind -> refusals.add(Refusal.of(SelectionProblem.NOMINATION_INCOMPLETE, "kind", kind)
                            .at("/documents")));
        }
        if (request.consentedOn().isAfter(day)) {
            refusals.add(Refusal.of(
                            SelectionProblem.CONSENT_AFTER_RECEIPT,
                            "consentedOn",
                            request.consentedOn(),
                            "receivedOn",
                            day)
                    .at("/consentedOn"));
        }
        if (request.late() != null) {
            refusals.addAll(Rounds.unsigned(request.late().decision(), rounds.today()));
        }
        return refusals;
    }

    /** Refusals: selection.officer-unknown, selection.personnel-cannot-apply, selection.candidacy-forbidden, selection.candidate-examined. */
    private List<Refusal> person(ApplicationRequest request, Round round, LocalDate day) {
        UUID officer = request.officerId();
        if (officers.known(List.of(officer)).isEmpty()) {
            return List.of(Refusal.of(SelectionProblem.OFFICER_UNKNOWN, "officerId", officer)
                    .at("/officerId"));
        }
        var refusals = new ArrayList<Refusal>();
        if (round.personnel().contains(officer)) {
            refusals.add(Refusal.of(SelectionProblem.PERSONNEL_CANNOT_APPLY).at("/officerId"));
        }
        sanctions.bans(officer).stream()
                .filter(ban -> ban.kind().equals(CANDIDACY) && ban.holdsOn(day))
                .max(Comparator.comparing(Facts.Ban::lastDay, Comparator.nullsLast(Comparator.naturalOrder())))
                .ifPresent(ban -> refusals.add(forbidden(ban, day).at("/officerId")));
        return refusals;
    }

    private static Refusal forbidden(Facts.Ban ban, LocalDate day) {
        var last = ban.lastDay();
        return last == null
                ? Refusal.of(SelectionProblem.CANDIDATE_EXAMINED, "receivedOn", day)
                : Refusal.of(SelectionProblem.CANDIDACY_FORBIDDEN, "receivedOn", day, "lastDay", last);
    }
}
