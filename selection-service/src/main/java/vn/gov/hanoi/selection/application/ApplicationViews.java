package vn.gov.hanoi.selection.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.application.ApplicationApi.ApplicationView;
import vn.gov.hanoi.selection.application.ApplicationApi.DocumentView;
import vn.gov.hanoi.selection.application.ApplicationApi.GroundView;
import vn.gov.hanoi.selection.application.ApplicationDesk.Laid;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Shows an application to those who may know of it. Inside the transaction that loaded it. */
@ApplicationScoped
class ApplicationViews {
    static final String ADDRESS = "/selection/v1/applications/";

    private final Dossiers dossiers;
    private final PersonQueries people;
    private final SelectionDefaultQueries defaults;
    private final Rounds rounds;
    private final Problems problems;

    ApplicationViews(
            Dossiers dossiers,
            PersonQueries people,
            SelectionDefaultQueries defaults,
            Rounds rounds,
            Problems problems) {
        this.dossiers = dossiers;
        this.people = people;
        this.defaults = defaults;
        this.rounds = rounds;
        this.problems = problems;
    }

    ApplicationView of(Laid laid, Locale locale) {
        var application = laid.application();
        var dossier = dossiers.open(application);
        var ended = Stream.of(application.endedOn(), laid.round().endedOn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new ApplicationView(
                application.id(),
                Etags.of(application.version()),
                application.roundId(),
                application.vacancyId(),
                people.person(application.officerId()),
                application.source(),
                application.state(),
                application.receivedOn(),
                application.consentedOn(),
                dossier.birthDate(),
                dossier.sex(),
                dossier.documents().stream().map(ApplicationViews::document).toList(),
                GroundView.of(dossier.late()),
                GroundView.of(dossier.ending()),
                GroundView.of(dossier.hold()),
                application.endedOn(),
                ended == null || application.held()
                        ? null
                        : defaults.roundsOn(rounds.today()).purgeOn(ended),
                application.version(),
                application.changedAt(),
                actions(laid, locale));
    }

    private static DocumentView document(Dossier.Document document) {
        return new DocumentView(
                document.id(),
                document.kind(),
                document.reference(),
                document.issuedOn(),
                document.receivedOn(),
                document.digest(),
                document.confirms());
    }

    private List<ActionView> actions(Laid laid, Locale locale) {
        var guard = new ApplicationGuard(laid, rounds.today());
        return Arrays.stream(ApplicationGuard.Act.values())
                .map(act -> {
                    var refusals = guard.refusals(act);
                    return new ActionView(
                            act.verb(),
                            ADDRESS + laid.application().id() + "/actions/" + act.verb(),
                            refusals.isEmpty(),
                            act.needs(),
                            refusals.stream()
                                    .map(each -> problems.item(each, locale))
                                    .toList());
                })
                .toList();
    }
}
