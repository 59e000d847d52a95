package vn.gov.hanoi.evaluation.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Inspections;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What inspections refuse, in both languages, and that what they offer is what happens. */
@QuarkusTest
@WithStack
class InspectionRefusalTest {
    private static final String EVENT = "2026-07-15T02:00:00Z";
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private Evaluations.Agency agency;
    private Inspections.Team team;
    private final TreeMap<String, Integer> met = new TreeMap<>();

    @BeforeEach
    void makeAnAgency() {
        agency = Evaluations.agency(0);
        team = Inspections.team();
    }

    /** Every code by its first refusal. */
    private void told(Response answer) {
        var problem = Api.json(answer);
        var texts =
                Stream.of(problem.path("detail").asText(), problem.path("title").asText());
        assertThat(texts)
                .as(answer.asString())
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern(PLACE));
        met.put(problem.path("code").asText(), answer.statusCode());
        problem.path("errors").forEach(error -> met.put(error.path("code").asText(), answer.statusCode()));
    }

    @Test
    void shouldTellEveryRefusalOfThisRoom() {
        var lead = team.lead();
        var department = agency.department();
        create("windowTo", "2000-01-01");
        create("checklistId", Inspections.checklist(lead).getString("id"));
        create("planLineId", UUID.randomUUID());
        create("members", List.of(member(team.head(), "MEMBER")));
        create("members", List.of(member(team.head(), "HEAD"), member(team.head(), "MEMBER")));
        create("members", List.of(member(Json.from("{\"id\":\"" + UUID.randomUUID() + "\"}"), "HEAD")));
        create("members", List.of(member(agency.manager(), "HEAD")));

        var line = Inspections.planned(Inspections.line(department, true));
        told(Inspections.act(Inspections.lead("approver"), Inspections.PLANS, line, "approve", null));
        var byPlan = Inspections.request(team, department, true);
        byPlan.put("planLineId", line.getString("lines[0].id"));
        Inspections.created(Inspections.post(lead, Inspections.PATH, byPlan));
        told(Inspections.post(lead, Inspections.PATH, byPlan));

        var late = Inspections.request(team, department, true);
        late.put("windowTo", "2024-01-02");
        var over = Inspections.created(Inspections.post(lead, Inspections.PATH, late));
        told(Inspections.act(lead, Inspections.PATH, over, "ready", null));
        told(Inspections.act(lead, Inspections.CHECKLISTS, team.checklist(), "publish", null));
        var twice = new LinkedHashMap<>(Inspections.checklistRequest());
        var item = ((List<?>) twice.get("items")).getFirst();
        twice.put("items", List.of(item, item));
        told(Inspections.post(lead, Inspections.CHECKLISTS, twice));

        var inspection = Inspections.started(team, agency.division());
        told(Inspections.act(lead, Inspections.PATH, inspection, "cancel", Inspections.reason()));
        var conclusion = Inspections.conclusion("YES");
        var data = new LinkedHashMap<String, Object>((Map<String, Object>) conclusion.get("data"));
        data.put("answers", List.of());
        told(Inspections.act(team.chief(), Inspections.PATH, inspection, "conclude", Map.of("data", data)));
        findings(inspection);

        var expected = Stream.of(EvaluationProblem.values())
                .filter(each -> each.name().startsWith("INSPECTION_")
                        || each.name().startsWith("CHECKLIST_")
                        || each.name().startsWith("FINDING_"))
                .toList();
        for (var problem : expected) {
            assertThat(met).as(problem.name()).containsEntry(problem.code(), problem.status());
        }
    }

    private void findings(Json inspection) {
        told(find(inspection, Inspections.finding("NONE", agency.division(), EVENT)));
        told(find(inspection, Inspections.finding("OTHER", agency.division(), "2090-01-01T00:00:00Z")));
        told(find(inspection, Inspections.finding("OTHER", agency.department(), EVENT)));
        told(find(inspection, Inspections.finding("OTHER", agency.division(), EVENT, team.head())));
        var first = Inspections.found(team, inspection, Inspections.finding("OTHER", agency.division(), EVENT));
        var again = Inspections.started(team, agency.division());
        Inspections.found(team, again, Inspections.finding("OTHER", agency.division(), "2026-07-16T02:00:00Z"));
        told(Inspections.act(team.inspector(), Inspections.FINDINGS, first, "withdraw", Inspections.note("Nhầm")));
        var sent = Inspections.done(
                Inspections.act(team.lead(), Inspections.FINDINGS, first, "re-inspect", Inspections.again()));
        told(Inspections.act(team.lead(), Inspections.FINDINGS, sent, "re-inspect", Inspections.again()));
        var closed = Inspections.done(
                Inspections.act(team.inspector(), Inspections.FINDINGS, sent, "confirm", Inspections.note("Xong")));
        told(Inspections.act(team.inspector(), Inspections.FINDINGS, closed, "reject", Inspections.note("?")));
    }

    private Response find(Json inspection, Map<String, @Nullable Object> request) {
        return Inspections.find(team.inspector(), inspection, request);
    }

    private static Map<String, Object> member(Json officer, String role) {
        return Map.of("officerId", officer.getString("id"), "role", role);
    }

    private void create(String property, Object value) {
        var request = Inspections.request(team, agency.department(), false);
        request.put(property, value);
        told(Inspections.post(team.lead(), Inspections.PATH, request));
    }

    @Test
    void shouldOfferWhatHappensInEveryState() {
        // Given
        var wrong = new ArrayList<String>();
        var tokens = List.of(
                team.lead(),
                team.chief(),
                team.inspector(),
                Inspections.officer(
                        agency.head(), agency.department(), "inspection-reader", "inspector", "inspection-lead"));
        var inspection = Inspections.drafted(team, agency.department(), true);
        var finding = Inspections.finding("OTHER", agency.division(), EVENT);

        // When
        for (var verb : List.of("ready", "start", "conclude")) {
            tokens.forEach(token -> wrong.addAll(mismatches(token, inspection)));
            var now = Inspections.read(team.lead(), Inspections.PATH, inspection);
            Inspections.done(Inspections.act(
                    verb.equals("ready") ? team.lead() : team.chief(), Inspections.PATH, now, verb, body(verb)));
            if (verb.equals("start")) {
                Inspections.found(team, inspection, finding);
            }
        }
        tokens.forEach(token -> wrong.addAll(mismatches(token, inspection)));
        wrong.addAll(findingMismatches(inspection));

        // Then
        assertThat(wrong).isEmpty();
    }

    private List<String> findingMismatches(Json inspection) {
        var found = new ArrayList<String>();
        var token = Inspections.officer(
                team.head(), Units.city(), "inspector", "inspection-lead", "evaluation-participant");
        var id = Inspections.done(
                        Api.as(token).get(Inspections.FINDINGS + "?inspectionId=" + inspection.getString("id")))
                .getString("items[0].id");
        var finding = Json.from("{\"id\":\"" + id + "\"}");
        for (var verb : List.of("reject", "confirm", "withdraw", "")) {
            var now = Inspections.read(token, Inspections.FINDINGS, finding);
            found.addAll(tried(token, now));
            if (!verb.isEmpty()) {
                Inspections.done(Inspections.act(token, Inspections.FINDINGS, now, verb, body(verb)));
            }
        }
        return found;
    }

    /** The actions for which what is offered is not what happens. */
    private static List<String> mismatches(String token, Json inspection) {
        var seen = Api.as(token).get(Inspections.PATH + "/" + inspection.getString("id"));
        return seen.statusCode() == 404 ? List.of() : tried(token, seen.as(Json.class));
    }

    private static List<String> tried(String token, Json now) {
        var found = new ArrayList<String>();
        for (var action : now.<Map<String, Object>>getList("_actions")) {
            var name = String.valueOf(action.get("name"));
            var answer = Inspections.act(
                    token, action.get("href") + "?validateOnly=true", now.getString("etag"), body(name));
            boolean roleMissing = Api.json(answer).path("code").asText().equals("auth.role-missing");
            boolean fits = answer.statusCode() == 200
                    || answer.statusCode() == 422
                            && List.of("finding", "assign").contains(name);
            if (!action.get("enabled").equals(fits)
                    && !(roleMissing && action.get("enabled").equals(false))) {
                found.add(now.getString("state") + " " + action + " " + answer.asString());
            }
        }
        return found;
    }

    private static @Nullable Object body(String verb) {
        return switch (verb) {
            case "assign" ->
                Map.of("data", Map.of("members", List.of(Map.of("officerId", UUID.randomUUID(), "role", "HEAD"))));
            case "recuse", "cancel" -> Inspections.reason();
            case "conclude" -> Inspections.conclusion("YES");
            case "finding" ->
                Map.of(
                        "type",
                        "NONE",
                        "unitId",
                        UUID.randomUUID(),
                        "happenedAt",
                        EVENT,
                        "description",
                        "?",
                        "persons",
                        List.of());
            case "claim" -> Inspections.claim();
            case "confirm", "reject", "withdraw" -> Inspections.note("Đã xem");
            case "re-inspect" -> Inspections.again();
            default -> null;
        };
    }
}
