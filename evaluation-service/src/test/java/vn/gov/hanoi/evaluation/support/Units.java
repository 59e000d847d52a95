package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Units over HTTP, below the one City. */
public final class Units {
    public static final String PATH = "/evaluation/v1/units";
    public static final String CITY = "H26";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Units() {}

    /** A recorded unit. */
    public record Unit(UUID id, String code, String name) {}

    /** A code that no other test uses. */
    public static String code() {
        var number = "00" + Integer.toString(NUMBER.incrementAndGet(), 36);
        return CITY + ".Q" + number.substring(number.length() - 3).toUpperCase(Locale.ROOT);
    }

    /** A request that nothing speaks against. */
    public static Map<String, @Nullable Object> request(String code, String type, UUID parent) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("code", code);
        request.put("name", "Phòng Nội vụ");
        request.put("type", type);
        request.put("parentId", parent);
        request.put("validFrom", "2018-01-01");
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** The unit as it was answered; fails if it is refused. */
    public static Json created(String token, Object request) {
        return post(token, request).then().statusCode(201).extract().as(Json.class);
    }

    /** The City, recorded if no test before did. */
    public static synchronized Unit city() {
        if (Database.count("select count(*) from units") == 0) {
            var request = request(CITY, "CITY", new UUID(0, 0));
            request.remove("parentId");
            created(editor(CITY), request);
        }
        var row = Database.query("select unit_id as id, name from unit_states where parent_id is null")
                .getFirst();
        return new Unit(UUID.fromString(String.valueOf(row.get("id"))), CITY, String.valueOf(row.get("name")));
    }

    /** A new department under the City. */
    public static Unit department() {
        return unit("DEPARTMENT", city());
    }

    /** A new unit, in force since 2018. */
    public static Unit unit(String type, Unit parent) {
        return named(type, parent, "Phòng thử nghiệm");
    }

    public static Unit named(String type, Unit parent, String name) {
        var request = request(code(), type, parent.id());
        request.put("name", name);
        return of(created(editor(CITY), request));
    }

    public static Unit of(Json view) {
        return new Unit(UUID.fromString(view.getString("id")), view.getString("code"), view.getString("name"));
    }

    /** Token of an official who may read and record inside the unit. */
    public static String editor(Unit unit) {
        return editor(unit.code());
    }

    private static String editor(String code) {
        return Tokens.user("editor-" + code)
                .unit(code)
                .roles("directory-reader", "directory-editor")
                .token();
    }

    public static String reader(Unit unit) {
        return Tokens.user("reader-" + unit.code())
                .unit(unit.code())
                .roles("directory-reader")
                .token();
    }
}
