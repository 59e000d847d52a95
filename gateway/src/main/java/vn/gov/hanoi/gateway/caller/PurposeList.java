package vn.gov.hanoi.gateway.caller;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;
import vn.gov.hanoi.callers.Credential;
import vn.gov.hanoi.callers.Purpose;
import vn.gov.hanoi.gateway.security.Caller;

/** Answers {@code GET /platform/v1/code-lists/purposes}: the purposes of today, and which of them the caller may use. */
@ApplicationScoped
public class PurposeList {
    public static final String PATH = "/platform/v1/code-lists/purposes";

    private final DeclarationGate gate;

    PurposeList(DeclarationGate gate) {
        this.gate = gate;
    }

    public void answer(RoutingContext context, Caller caller) {
        var day = gate.today();
        var credential = caller.credential();
        var items = new JsonArray();
        DeclarationGate.PURPOSES.on(day).forEach(purpose -> items.add(item(purpose, credential)));
        var body = new JsonObject()
                .put("list", "purposes")
                .put("asOf", day.toString())
                .put("items", items);
        context.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "private, max-age=60")
                .end(body.encode());
    }

    private static JsonObject item(Purpose purpose, Credential credential) {
        return new JsonObject()
                .put("code", purpose.code())
                .put("names", text(purpose.names()))
                .put("about", text(purpose.about()))
                .put("caseRequired", purpose.caseRequired())
                .put(
                        "roles",
                        new JsonArray(new TreeSet<>(purpose.roles()).stream().toList()))
                .put("systems", purpose.systems())
                .put("granted", purpose.isGrantedTo(credential))
                .put("validFrom", purpose.validFrom().toString())
                .put(
                        "validTo",
                        purpose.validTo() == null ? null : purpose.validTo().toString())
                .put("legalBasis", purpose.legalBasis())
                .put("mark", purpose.mark())
                .put("legalCheck", purpose.legalCheck());
    }

    private static JsonObject text(Purpose.Text text) {
        return new JsonObject().put("vi", text.vi()).put("en", text.en());
    }
}
