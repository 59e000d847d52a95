package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.certificate.CertificateViews.ActionView;
import vn.gov.hanoi.training.certificate.CertificateViews.Blocker;
import vn.gov.hanoi.training.certificate.CertificateViews.CertificateView;

/** Shows a certificate with what can be done with it. */
@ApplicationScoped
class CertificateDesk {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final CertificateQueries queries;
    private final Scopes scopes;
    private final ProblemTexts texts;

    CertificateDesk(CertificateQueries queries, Scopes scopes, ProblemTexts texts) {
        this.queries = queries;
        this.scopes = scopes;
        this.texts = texts;
    }

    /** Refusal: resource.not-found, also outside the scope. */
    @Transactional
    CertificateView full(UUID id, Caller caller) {
        var summary = queries.one(id, caller);
        var actions = Arrays.stream(CertificateAct.values())
                .map(act -> action(act, summary, caller))
                .toList();
        return summary.with(queries.acts(id), actions);
    }

    private ActionView action(CertificateAct act, CertificateView on, Caller caller) {
        var blockers = blockers(act, on, caller).stream()
                .map(each -> new Blocker(
                        each.code().code(), each.args(), texts.detail(each.code(), each.args(), VIETNAMESE)))
                .toList();
        return new ActionView(
                act.verb(),
                CertificateViews.COLLECTION + "/" + on.id() + "/actions/" + act.verb(),
                blockers.isEmpty(),
                List.of("reason", "decision"),
                blockers);
    }

    private List<Refusal> blockers(CertificateAct act, CertificateView on, Caller caller) {
        if (!caller.roles().contains(CertificateRoles.CERTIFIER)) {
            return List.of(Refusal.of(KernelProblem.FORBIDDEN));
        }
        return scopes.contains(scopes.of(caller), on.unit().id())
                ? CertificateGuard.act(act, on.state(), on.holder().code(), caller)
                : List.of(Refusal.of(KernelProblem.SCOPE_OUTSIDE));
    }
}
