package vn.gov.hanoi.gateway;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Consumer;
import vn.gov.hanoi.callers.Declaration.Need;
import vn.gov.hanoi.gateway.caller.DeclarationGate;
import vn.gov.hanoi.gateway.limit.RateLimit;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.security.BearerGate;
import vn.gov.hanoi.gateway.security.Caller;
import vn.gov.hanoi.gateway.session.SessionGate;

/** What each guarded request passes, in this order: session, token, limits, and, where personal data may be, what it says of itself. */
@ApplicationScoped
class Admission {
    private final SessionGate sessions;
    private final BearerGate gate;
    private final RateLimit limits;
    private final DeclarationGate declarations;

    Admission(SessionGate sessions, BearerGate gate, RateLimit limits, DeclarationGate declarations) {
        this.sessions = sessions;
        this.gate = gate;
        this.limits = limits;
        this.declarations = declarations;
    }

    /** What is wrong with the form of the credentials, before any key is asked. */
    Optional<GatewayProblem> malformed(RoutingContext context) {
        return gate.malformed(context).or(() -> sessions.malformed(context));
    }

    /** The same for what may hold personal data: systems, or everybody, must say what it is for. */
    void admit(RoutingContext context, Need need, Consumer<Caller> admitted) {
        admit(context, caller -> declarations.pass(context, caller, need, () -> admitted.accept(caller)));
    }

    /** Calls on with the caller, or ends the request. */
    void admit(RoutingContext context, Consumer<Caller> admitted) {
        sessions.open(
                context,
                () -> gate.authenticate(
                        context, caller -> limits.pass(context, caller, () -> admitted.accept(caller))));
    }
}
