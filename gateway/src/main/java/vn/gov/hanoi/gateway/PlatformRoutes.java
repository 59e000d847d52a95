package vn.gov.hanoi.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.gov.hanoi.callers.Declaration.Need;
import vn.gov.hanoi.gateway.caller.PurposeList;
import vn.gov.hanoi.gateway.dossier.Dossier;
import vn.gov.hanoi.gateway.openapi.ApiCatalog;
import vn.gov.hanoi.gateway.openapi.EventCatalogue;
import vn.gov.hanoi.gateway.openapi.MergedContract;
import vn.gov.hanoi.gateway.openapi.Portal;
import vn.gov.hanoi.gateway.openapi.ProblemList;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.security.WhoAmI;
import vn.gov.hanoi.gateway.session.SessionRoutes;

/** The gateway's own addresses, below {@code /platform}, and the catalogue of APIs. */
@ApplicationScoped
class PlatformRoutes {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Admission admission;
    private final SessionRoutes sessions;
    private final MergedContract contract;
    private final EventCatalogue events;
    private final Portal portal;
    private final WhoAmI whoAmI;
    private final PurposeList purposes;
    private final Dossier dossier;
    private final ApiCatalog apiCatalog;
    private final Problems problems;

    PlatformRoutes(
            Admission admission,
            SessionRoutes sessions,
            MergedContract contract,
            EventCatalogue events,
            Portal portal,
            WhoAmI whoAmI,
            PurposeList purposes,
            Dossier dossier,
            ApiCatalog apiCatalog,
            Problems problems) {
        this.admission = admission;
        this.sessions = sessions;
        this.contract = contract;
        this.events = events;
        this.portal = portal;
        this.whoAmI = whoAmI;
        this.purposes = purposes;
        this.dossier = dossier;
        this.apiCatalog = apiCatalog;
        this.problems = problems;
    }

    void answer(RoutingContext context, String path) {
        if (path.startsWith(SessionRoutes.PREFIX)) {
            sessions.answer(context, path);
        } else if (!READING.contains(context.request().method())) {
            problems.answer(context, GatewayProblem.METHOD_NOT_ALLOWED);
        } else if (path.equals("/platform/v1/openapi")) {
            contract.answer(context);
        } else if (path.equals(ProblemList.PATH) || path.startsWith(ProblemList.PATH + "/")) {
            contract.answerProblems(context, path);
        } else if (path.equals(ApiCatalog.PATH)) {
            apiCatalog.answer(context);
        } else if (path.equals(EventCatalogue.PATH)) {
            events.answer(context);
        } else if (path.equals("/platform/v1/client")) {
            admission.admit(context, caller -> whoAmI.answer(context, caller));
        } else if (Dossier.isAt(path)) {
            admission.admit(context, Need.OF_EVERYBODY, caller -> dossier.answer(context, caller));
        } else if (path.equals(PurposeList.PATH)) {
            admission.admit(context, caller -> purposes.answer(context, caller));
        } else if (!portal.answer(context, path)) {
            problems.answer(context, GatewayProblem.NO_ROUTE);
        }
    }
}
