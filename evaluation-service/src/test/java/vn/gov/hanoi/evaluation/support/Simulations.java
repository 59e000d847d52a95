package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Simulations of rule sets over HTTP. */
public final class Simulations {
    public static final String PATH = "/evaluation/v1/rule-set-simulations";

    private Simulations() {}

    /** A request that nothing speaks against, over the month of the tests. */
    public static Map<String, @Nullable Object> request(Object ruleSetId, Units.@Nullable Unit unit) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("ruleSetId", ruleSetId);
        request.put("from", Evaluations.MONTH);
        request.put("to", Evaluations.MONTH);
        request.put("unitId", unit == null ? null : unit.id());
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The simulation with its totals, when it has succeeded. */
    public static Json done(String token, Object request) {
        return Exports.followed(token, post(token, request), "SUCCEEDED");
    }

    public static Response read(String token, Json simulation, String what) {
        return Api.as(token).get(PATH + "/" + simulation.getString("id") + what);
    }
}
