package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Inspections over HTTP. Who leads them and who inspects work elsewhere than those who are inspected. */
public final class Inspections {
    public static final String PATH = "/evaluation/v1/inspections";
    public static final String FINDINGS = "/evaluation/v1/findings";
    public static final String PLANS = "/evaluation/v1/inspection-plans";
    public static final String CHECKLISTS = "/evaluation/v1/checklists";
    public static final String REPORT = "/evaluation/v1/accountability-reports";
    public static final Map<String, String> MANDATE =
            Map.of("number", "15/QĐ-SNV", "signedOn", "2026-07-01", "issuer", "Sở Nội vụ");
    public static final Map<String, String> REASON = Map.of("code", "CONFLICT", "text", "Có người thân tại đơn vị");

    private Inspections() {}

    /** A team that can be sent anywhere, with a checklist. */
    public record Team(Units.Unit home, Json head, Json member, Json checklist) {
        public String lead() {
            return Inspections.lead("one");
        }

        public String chief() {
            return inspector(head, home);
        }

        public String inspector() {
            return inspector(member, home);
        }

        private static String inspector(Json officer, Units.Unit unit) {
            return Inspections.officer(officer, unit, "inspector");
        }
    }

    public static String lead(String name) {
        Units.city();
        return Tokens.user("lead-" + name)
                .unit(Units.CITY)
                .roles("inspection-lead")
                .token();
    }

    public static String officer(Json officer, Units.Unit unit, String... roles) {
        var code = officer.getString("officerCode");
        return Tokens.user("officer-" + code)
                .unit(unit.code())
                .officer(code)
                .roles(roles)
                .token();
    }

    public static Team team() {
        var home = Units.department();
        var editor = Units.editor(home);
        return new Team(
                home,
                Officers.officer(editor, home, "Vũ Trưởng Đoàn"),
                Officers.officer(editor, home, "Đỗ Thanh Tra"),
                published(checklist(lead("one"))));
    }

    public static Map<String, Object> checklistRequest() {
        return Map.of(
                "code",
                "KT-MOT-CUA",
                "title",
                title("Kiểm tra Một cửa"),
                "items",
                List.of(
                        Map.of("code", "MC.1", "area", "ONE_STOP", "question", title("Có người trực")),
                        Map.of("code", "TD.1", "area", "RECEPTION", "question", title("Có lịch tiếp dân"))));
    }

    private static Map<String, String> title(String vi) {
        return Map.of("vi", vi, "en", vi);
    }

    public static Json checklist(String lead) {
        return created(post(lead, CHECKLISTS, checklistRequest()));
    }

    public static Json published(Json checklist) {
        return done(act(lead("one"), CHECKLISTS, checklist, "publish", null));
    }

    public static Map<String, @Nullable Object> request(Team team, Units.Unit unit, boolean announced) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("unitId", unit.id());
        request.put("announced", announced);
        request.put("windowFrom", "2024-01-01");
        request.put("windowTo", "2099-12-31");
        request.put("mandate", MANDATE);
        request.put("checklistId", team.checklist().getString("id"));
        request.put("members", members(team.head(), team.member()));
        return request;
    }

    /** The first one is the head. */
    public static List<Map<String, Object>> members(Json... officers) {
        var members = new ArrayList<Map<String, Object>>();
        for (var officer : officers) {
            members.add(Map.of("officerId", officer.getString("id"), "role", members.isEmpty() ? "HEAD" : "MEMBER"));
        }
        return members;
    }

    public static Json drafted(Team team, Units.Unit unit, boolean announced) {
        return created(post(team.lead(), PATH, request(team, unit, announced)));
    }

    /** An unannounced inspection that goes on. */
    public static Json started(Team team, Units.Unit unit) {
        return begun(team, drafted(team, unit, false));
    }

    public static Json begun(Team team, Json inspection) {
        var ready = done(act(team.lead(), PATH, inspection, "ready", null));
        return done(act(team.chief(), PATH, ready, "start", null));
    }

    public static Map<String, Object> conclusion(String oneStop) {
        return Map.of(
                "data",
                Map.of(
                        "minutes",
                        "03/BB-ĐKT",
                        "conclusion",
                        "Bộ phận Một cửa chưa bảo đảm",
                        "recommendations",
                        List.of("Bố trí người trực"),
                        "answers",
                        List.of(
                                Map.of("item", "MC.1", "answer", oneStop),
                                Map.of("item", "TD.1", "answer", "NOT_APPLICABLE"))));
    }

    public static Map<String, @Nullable Object> finding(String type, Units.Unit unit, String at, Json... persons) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("type", type);
        request.put("unitId", unit.id());
        request.put("happenedAt", at);
        request.put("description", "Không có người trực trong giờ làm việc");
        request.put("evidence", List.of("Ảnh 1"));
        request.put(
                "persons",
                List.of(persons).stream().map(each -> each.getString("id")).toList());
        return request;
    }

    public static Response find(String token, Json inspection, Object request) {
        return post(token, PATH + "/" + inspection.getString("id") + "/findings", request);
    }

    public static Json found(Team team, Json inspection, Object request) {
        return created(find(team.inspector(), inspection, request));
    }

    public static Map<String, Object> note(String note) {
        return Map.of("data", Map.of("note", note));
    }

    public static Map<String, Object> claim() {
        return Map.of("data", Map.of("description", "Đã phân công người trực", "evidence", List.of("TB 9/2026")));
    }

    public static Map<String, Object> again() {
        return Map.of("data", Map.of("windowFrom", "2024-01-01", "windowTo", "2099-12-31", "mandate", MANDATE));
    }

    public static Map<String, Object> reason() {
        return Map.of("reason", REASON);
    }

    public static Map<String, Object> line(Units.Unit unit, boolean announced) {
        return Map.of(
                "unitId",
                unit.id(),
                "announced",
                announced,
                "windowFrom",
                "2026-03-01",
                "windowTo",
                "2026-03-31",
                "subject",
                "Tiếp nhận và trả kết quả");
    }

    /** A plan of the City that somebody else than its author approved. */
    public static Json planned(Object... lines) {
        var plan = created(post(lead("author"), PLANS, planRequest(Units.city(), lines)));
        return done(act(lead("approver"), PLANS, plan, "approve", null));
    }

    public static Map<String, Object> planRequest(Units.Unit unit, Object... lines) {
        return Map.of("unitId", unit.id(), "year", 2026, "decision", MANDATE, "lines", List.of(lines));
    }

    public static Response post(String token, String path, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(path);
    }

    /** An act on the version at hand. */
    public static Response act(String token, String path, Json record, String verb, @Nullable Object body) {
        return act(token, path + "/" + record.getString("id") + "/actions/" + verb, record.getString("etag"), body);
    }

    public static Response act(String token, String href, @Nullable String etag, @Nullable Object body) {
        var call = Api.as(token).header("Idempotency-Key", Api.key()).header("If-Match", Objects.requireNonNull(etag));
        return (body == null ? call : call.body(body)).post(href);
    }

    public static Json read(String token, String path, Json record) {
        return done(Api.as(token).get(path + "/" + record.getString("id")));
    }

    public static Json created(Response answer) {
        return answer.then().statusCode(201).extract().as(Json.class);
    }

    public static Json done(Response answer) {
        return answer.then().statusCode(200).extract().as(Json.class);
    }
}
