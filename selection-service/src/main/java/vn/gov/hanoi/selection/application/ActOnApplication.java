package vn.gov.hanoi.selection.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationDesk.Laid;
import vn.gov.hanoi.selection.application.ApplicationGuard.Act;
import vn.gov.hanoi.selection.application.ApplicationRequests.DocumentRequest;
import vn.gov.hanoi.selection.application.ApplicationRequests.HoldRequest;
import vn.gov.hanoi.selection.application.ApplicationRequests.WithdrawRequest;
import vn.gov.hanoi.selection.application.Dossier.Ground;
import vn.gov.hanoi.selection.condition.CandidateSource;
import vn.gov.hanoi.selection.round.Rounds;

/** The acts on an application. Each refuses what {@link ApplicationDesk#hold} and {@link ApplicationGuard} refuse. */
@ApplicationScoped
class ActOnApplication {
    /** Grounds on which a planned person need not sit (practice of Đà Nẵng). */
    private static final Set<String> EXEMPTIONS = Set.of("ILLNESS", "MATERNITY", "STUDY_ABROAD", "FORCE_MAJEURE");

    private final ApplicationDesk desk;
    private final ApplicationJournal journal;
    private final Rounds rounds;
    private final Dossiers dossiers;

    ActOnApplication(ApplicationDesk desk, ApplicationJournal journal, Rounds rounds, Dossiers dossiers) {
        this.desk = desk;
        this.journal = journal;
        this.rounds = rounds;
        this.dossiers = dossiers;
    }

    /** Refusals: selection.only-personnel, selection.exemption-ground, selection.decision-not-signed-yet. */
    @Transactional
    Laid withdraw(UUID id, @Nullable String ifMatch, WithdrawRequest request, Caller caller) {
        var laid = desk.hold(id, ifMatch, caller);
        Refused.ifAny(new ApplicationGuard(laid, rounds.today()).refusals(Act.WITHDRAW));
        var exemption = request.exemption();
        if (exemption != null) {
            Refused.ifAny(exemption(request, laid));
        }
        var application = laid.application();
        var ground = new Ground(request.reason().tidy(), exemption == null ? null : exemption.tidy());
        application.end(
                exemption == null ? ApplicationState.WITHDRAWN : ApplicationState.EXEMPT,
                dossiers.seal(dossiers.open(application).endedFor(ground), id),
                rounds.today(),
                journal.now());
        journal.kept(
                "withdraw",
                application,
                laid.round(),
                Map.of("state", application.state().name()),
                caller);
        return laid;
    }

    private List<Refusal> exemption(WithdrawRequest request, Laid laid) {
        if (!laid.personnel()) {
            return List.of(Refusal.of(SelectionProblem.ONLY_PERSONNEL).at("/exemption"));
        }
        var refusals = new ArrayList<Refusal>();
        if (!EXEMPTIONS.contains(request.reason().code()) || laid.application().source() == CandidateSource.NOMINATED) {
            refusals.add(Refusal.of(
                            SelectionProblem.EXEMPTION_GROUND,
                            "given",
                            request.reason().code(),
                            "allowed",
                            String.join(", ", EXEMPTIONS.stream().sorted().toList()))
                    .at("/reason/code"));
        }
        var exemption = request.exemption();
        if (exemption != null && exemption.signedOn().isAfter(rounds.today())) {
            refusals.add(Refusal.of(SelectionProblem.DECISION_NOT_SIGNED_YET, "signedOn", exemption.signedOn())
                    .at("/exemption/signedOn"));
        }
        return refusals;
    }

    /** Puts other documents in the place of all. Refusals: selection.not-personnel, selection.document-days. */
    @Transactional
    Laid documents(UUID id, @Nullable String ifMatch, List<DocumentRequest> documents, Caller caller) {
        var laid = desk.holdAsPersonnel(id, ifMatch, caller);
        Refused.ifAny(new ApplicationGuard(laid, rounds.today()).toChange());
        Refused.ifAny(ApplicationJournal.documentDays(documents, rounds.today(), rounds.today()));
        var application = laid.application();
        var kept = documents.stream()
                .map(each -> each.kept(rounds.today(), laid.officerId()))
                .toList();
        application.rewrite(dossiers.seal(dossiers.open(application).withDocuments(kept), id), journal.now());
        journal.kept("documents", application, laid.round(), Map.of("documents", kept.size()), caller);
        return laid;
    }

    /** Places or ends a legal hold. Refusal: selection.decision-not-signed-yet. */
    @Transactional
    Laid hold(UUID id, @Nullable String ifMatch, boolean wanted, HoldRequest request, Caller caller) {
        var laid = desk.holdAsPersonnel(id, ifMatch, caller);
        Refused.ifAny(new ApplicationGuard(laid, rounds.today()).refusals(wanted ? Act.LOCK : Act.RELEASE));
        Refused.ifAny(Rounds.unsigned(request.decision(), rounds.today()));
        var application = laid.application();
        var ground = new Ground(request.reason().tidy(), request.decision().tidy());
        application.hold(
                wanted, dossiers.seal(dossiers.open(application).heldFor(wanted ? ground : null), id), journal.now());
        journal.kept(
                wanted ? "lock" : "release",
                application,
                laid.round(),
                Map.of("decision", request.decision().number()),
                caller);
        return laid;
    }
}
