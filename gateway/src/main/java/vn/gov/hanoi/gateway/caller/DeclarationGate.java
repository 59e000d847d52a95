package vn.gov.hanoi.gateway.caller;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.gov.hanoi.callers.CallerFault;
import vn.gov.hanoi.callers.Declaration;
import vn.gov.hanoi.callers.Declaration.Need;
import vn.gov.hanoi.callers.Purposes;
import vn.gov.hanoi.callers.Undeclared;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.Problems;
import vn.gov.hanoi.gateway.security.Caller;

/** Lets a request pass only if it says of itself what it must, and nothing that its credential does not allow. */
@ApplicationScoped
public class DeclarationGate {
    static final Purposes PURPOSES = Purposes.load();
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String DECLARED = Declaration.class.getName();
    /** Named in the pattern of the access log. */
    private static final String LOGGED_PURPOSE = "caller.purpose";

    private static final String LOGGED_ORGANISATION = "caller.organisation";

    private final Problems problems;
    private final Clock clock;

    DeclarationGate(Problems problems, Clock clock) {
        this.problems = problems;
        this.clock = clock;
    }

    /** Calls on with what was said kept for {@link #declared}, or ends the request with 400 or 403. */
    public void pass(RoutingContext context, Caller caller, Need need, Runnable next) {
        var headers = context.request().headers();
        Declaration declared;
        try {
            declared = Declaration.read(headers::getAll, caller.credential(), PURPOSES, need, today());
        } catch (Undeclared fault) {
            problems.answer(context, problem(fault.fault()), fault.args());
            return;
        }
        context.put(DECLARED, declared);
        if (declared.purpose() != null) {
            context.put(LOGGED_PURPOSE, declared.purpose());
        }
        if (declared.organisation() != null) {
            context.put(LOGGED_ORGANISATION, declared.organisation());
        }
        next.run();
    }

    /** What the request said, once it has passed. */
    public static Declaration declared(RoutingContext context) {
        Declaration declared = context.get(DECLARED);
        return declared == null ? Declaration.NONE : declared;
    }

    /** Name in Vietnamese of the purpose that was said. */
    public static String purposeName(Declaration declared) {
        return PURPOSES.nameOf(declared);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HANOI);
    }

    private static GatewayProblem problem(CallerFault fault) {
        return switch (fault) {
            case HEADER_MALFORMED -> GatewayProblem.CALLER_HEADER_MALFORMED;
            case PURPOSE_MISSING -> GatewayProblem.PURPOSE_MISSING;
            case PURPOSE_UNKNOWN -> GatewayProblem.PURPOSE_UNKNOWN;
            case PURPOSE_NOT_GRANTED -> GatewayProblem.PURPOSE_NOT_GRANTED;
            case CASE_MISSING -> GatewayProblem.CASE_MISSING;
            case ORGANISATION_NOT_BOUND -> GatewayProblem.ORGANISATION_NOT_BOUND;
        };
    }
}
