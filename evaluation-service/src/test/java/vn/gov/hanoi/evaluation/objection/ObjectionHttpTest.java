package vn.gov.hanoi.evaluation.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Evaluations.Agency;
import vn.gov.hanoi.evaluation.support.Objections;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** Objections over HTTP. All tests but that of the lock have one published month, and each its own people in it. */
@QuarkusTest
@WithStack
class ObjectionHttpTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.named("VN");

    /** An agency whose month is published, below one whose head had no hand in its results. Nine are rated, so two may have grade A. */
    private record World(Agency agency, Json closing, Units.Unit parent, Json head, String superior) {}

    private static @Nullable World made;

    private World world;
    private Agency agency;

    @BeforeEach
    void publish() {
        var known = made;
        world = known == null ? world(8) : known;
        made = world;
        agency = world.agency();
    }

    private static World world(int staff) {
        var parent = Units.department();
        var head = Evaluations.officer(Units.editor(parent), parent, "Đỗ Cấp Trên", "HEAD", "CADRE");
        var agency = Evaluations.below(parent, staff);
        var closing = Evaluations.opened(agency);
        Evaluations.decided(agency, agency.manager(), "5");
        agency.staff().forEach(each -> Evaluations.decided(agency, each, "5"));
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        return new World(agency, closing, parent, head, Evaluations.participant(head, parent));
    }

    private Json sheet(int person) {
        return Evaluations.sheet(agency.staff().get(person));
    }

    private static void refused(Response answer, int status, String... codes) {
        answer.then().statusCode(status);
        var problem = answer.as(Json.class);
        assertThat(problem.<String>getList("errors.code")).containsExactly(codes);
        assertThat(problem.<String>getList("errors.detail"))
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "objection."));
    }

    @Test
    void shouldChangeExactlyWhatWasPreviewedWhenAnObjectionIsAccepted() {
        // Given
        var sheet = sheet(0);
        var view = Evaluations.read(agency.person(0), sheet);
        var today = LocalDate.now(HanoiClock.ZONE);

        // When
        var answer = Objections.post(agency.person(0), Objections.request(sheet));
        var objection = answer.as(Json.class);
        var received = offered(objection);
        var reviewed = Objections.act(world.superior(), objection, "review", null);
        objection = reviewed.as(Json.class);
        var underReview = offered(objection);
        var before = standing();
        var preview = Objections.act(
                world.superior(),
                objection,
                objection.getString("etag"),
                "resolve",
                Objections.acceptance(view),
                "?validateOnly=true");
        var untouched = standing();
        var resolved = Objections.act(world.superior(), objection, "resolve", Objections.acceptance(view));
        var after = standing();
        var ended = offered(objection);

        // Then
        answer.then()
                .statusCode(201)
                .header("Location", equalTo(Objections.PATH + "/" + objection.getString("id")))
                .body(at("state", equalTo("RECEIVED")))
                .body(at("about.id", equalTo(sheet.getString("id"))))
                .body(at("grounds", equalTo(Objections.GROUNDS)))
                .body(at("dueOn", equalTo(CALENDAR.plusWorkingDays(today, 10).toString())))
                .body(at("fileUntil", equalTo(CALENDAR.plusWorkingDays(today, 5).toString())))
                .body(at("resolution", nullValue()));
        reviewed.then().statusCode(200).body(at("state", equalTo("UNDER_REVIEW")));
        assertThat(List.of(received, underReview, ended))
                .allSatisfy(wrong -> assertThat(wrong).isEmpty());
        preview.then()
                .statusCode(200)
                .body(at("valid", equalTo(true)))
                .body(at("effects.change", contains("SUPERSEDED", "CAP_USE")));
        assertThat(untouched).isEqualTo(before);
        resolved.then()
                .statusCode(200)
                .body(at("state", equalTo("RESOLVED_ACCEPTED")))
                .body(at("resolution.decision.number", equalTo("41/QĐ-SNV")));
        var effect = preview.as(Json.class);
        assertThat(effect.getString("effects[0].subject")).isEqualTo("evaluations/" + sheet.getString("id"));
        var was = before.get(agency.staff().getFirst().getString("id"));
        var now = after.get(agency.staff().getFirst().getString("id"));
        assertThat(facts(effect, "effects[0].was")).isEqualTo(without(was, "id"));
        assertThat(facts(effect, "effects[0].now")).isEqualTo(without(now, "id"));
        assertThat(now).containsEntry("id", resolved.as(Json.class).getString("resolution.resultId"));
        assertThat(now).containsEntry("grade", "A").containsEntry("revision", "2");
        before.remove(agency.staff().getFirst().getString("id"));
        after.remove(agency.staff().getFirst().getString("id"));
        assertThat(after).isEqualTo(before);
        assertThat(effect.getInt("effects[1].now.used")).isEqualTo(effect.getInt("effects[1].was.used") + 1);
        refused(
                Objections.post(agency.person(0), Objections.request(sheet)),
                409,
                "evaluation.superseded",
                "objection.not-re-examined");
        refused(Objections.post(agency.person(0), Objections.request(sheet(0))), 409, "objection.not-re-examined");
        refused(
                Objections.act(world.superior(), resolved.as(Json.class), "resolve", Objections.rejection()),
                409,
                "objection.wrong-state");
        told(agency.staff().getFirst(), "received", "resolved");
    }

    /** Of every living result of the closing, by officer, as text. */
    private Map<String, Map<String, String>> standing() {
        var found = new java.util.HashMap<String, Map<String, String>>();
        Database.query(
                        "select officer_id, id, revision, outcome, grade, points from sheets where closing_id = ?::uuid and superseded_at is null",
                        world.closing().getString("id"))
                .forEach(row -> {
                    var facts = new java.util.HashMap<String, String>();
                    row.forEach((name, value) -> facts.put(name, String.valueOf(value)));
                    found.put(Objects.requireNonNull(facts.remove("officer_id")), facts);
                });
        return found;
    }

    private static Map<String, String> facts(Json effects, String path) {
        var facts = new java.util.HashMap<String, String>();
        effects.<String, Object>getMap(path).forEach((name, value) -> facts.put(name, String.valueOf(value)));
        facts.computeIfPresent(
                "points",
                (_, points) -> new java.math.BigDecimal(points).setScale(4).toPlainString());
        return facts;
    }

    private static Map<String, String> without(@Nullable Map<String, String> facts, String name) {
        var rest = new java.util.HashMap<>(Objects.requireNonNull(facts));
        rest.remove(name);
        return rest;
    }

    /** What is offered and does not succeed, or the other way round, for everybody who sees the objection. */
    private List<String> offered(Json objection) {
        var wrong = new ArrayList<String>();
        for (var who : List.of(agency.person(0), agency.director(), world.superior())) {
            var now = Objections.get(who, objection)
                    .then()
                    .statusCode(200)
                    .extract()
                    .as(Json.class);
            for (var action : now.<Map<String, Object>>getList("_actions")) {
                var verb = String.valueOf(action.get("name"));
                var body = verb.equals("resolve") ? Objections.rejection() : null;
                var tried = Objections.act(who, now, now.getString("etag"), verb, body, "?validateOnly=true");
                boolean same = action.get("enabled").equals(tried.statusCode() == 200);
                boolean sameReason = tried.statusCode() == 200
                        || String.valueOf(action.get("blockedBy"))
                                .contains(tried.as(Json.class).getString("code"));
                if (!same || !sameReason) {
                    wrong.add(now.getString("state") + " " + action + " " + tried.asString());
                }
            }
        }
        return wrong;
    }

    private static void told(Json officer, String... facts) {
        var id = officer.getString("id");
        await("events of " + id)
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count(
                                "select count(*) from event_log where topic = 'evaluation.objection' and partition_key = ?::uuid",
                                id)
                        == facts.length);
        var events = Events.read("evaluation.objection", id);
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly(java.util.stream.Stream.of(facts)
                        .map(fact -> "vn.gov.hanoi.evaluation.objection." + fact + ".v1")
                        .toArray(String[]::new));
        for (var event : events) {
            assertThat(Schemas.errors(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("points", "grounds", "Nhân Viên", "báo cáo");
        }
    }

    @Test
    void shouldLetEverybodyDoTheOwnPartOnly() {
        // Given
        var sheet = sheet(1);
        var keeper = agency.keeper();
        var director = agency.director();
        var view = Evaluations.read(director, sheet);
        var forDirector = deputy(agency.department(), agency.head(), "RESOLVE_OBJECTION");
        var deciding = deputy(agency.department(), agency.head(), "DECIDE");
        var forSuperior = deputy(world.parent(), world.head(), "RESOLVE_OBJECTION");

        // When
        var byDirector = Objections.post(director, Objections.request(sheet));
        var byColleague = Objections.post(agency.person(2), Objections.request(sheet));
        var byKeeper = Objections.post(keeper, Objections.request(sheet));
        var objection = Objections.received(agency.person(1), sheet);

        // Then
        refused(byDirector, 403, "authority.missing");
        refused(byColleague, 404, "resource.not-found");
        byKeeper.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        for (var who : List.of(agency.person(1), director, world.superior(), keeper, forDirector, forSuperior)) {
            Objections.get(who, objection).then().statusCode(200);
        }
        for (var who : List.of(
                agency.person(2),
                agency.chief(),
                deciding,
                Evaluations.token("far", Units.department(), "evaluation-keeper"))) {
            Objections.get(who, objection).then().statusCode(404);
        }
        Objections.get(agency.reader(), objection).then().statusCode(403);
        var rejection = Objections.rejection();
        refused(Objections.act(agency.person(1), objection, "resolve", rejection), 403, "authority.own-act");
        refused(Objections.act(director, objection, "resolve", rejection), 403, "objection.decider-scored");
        refused(Objections.act(forDirector, objection, "resolve", rejection), 403, "objection.decider-scored");
        refused(Objections.act(director, objection, "withdraw", null), 403, "authority.missing");
        refused(Objections.act(agency.chief(), objection, "resolve", rejection), 404, "resource.not-found");
        assertThatThrownBy(() -> Database.query(
                        "update objections set due_on = due_on + 1 where id = ?::uuid returning id",
                        objection.getString("id")))
                .hasMessageContaining("ck_objections_kept");
        assertThat(Evaluations.read(forSuperior, sheet).<Object>getList("detail.marks"))
                .isEqualTo(view.getList("detail.marks"));
        var resolved =
                Objections.act(forSuperior, objection, "resolve", Objections.acceptance(Map.of("presenceDays", 19)));
        resolved.then().statusCode(200).body(at("state", equalTo("RESOLVED_ACCEPTED")));
        assertThat(Database.query(
                        "select delegation_id::text from sheet_entries where kind = 'CORRECTION' and sheet_id = ?::uuid",
                        resolved.as(Json.class).getString("resolution.resultId")))
                .containsExactly(Map.of("delegation_id", resolved.as(Json.class).getString("resolution.delegationId")));
    }

    /** Somebody who does one thing for the head of a unit. */
    private static String deputy(Units.Unit unit, Json head, String action) {
        var editor = Units.editor(unit);
        var deputy = Evaluations.officer(editor, unit, "Hồ Cấp Phó", "STAFF", "CADRE");
        var order = Delegations.request(head, deputy, unit);
        order.put("actions", List.of(action));
        Delegations.created(editor, order);
        return Evaluations.participant(deputy, unit);
    }

    @Test
    void shouldCorrectNothingBesideAnOpenObjection() {
        // Given
        var sheet = sheet(6);
        var objection = Objections.received(agency.person(6), sheet);

        // When
        var refused = Evaluations.act(agency.director(), sheet, "correct", correction());
        var offered = correcting(agency.director(), sheet);
        var toOthers = correcting(agency.chief(), sheet);
        Objections.act(agency.person(6), objection, "withdraw", null).then().statusCode(200);
        var after = Evaluations.act(
                agency.director(), sheet, Evaluations.etag(sheet), "correct", correction(), "?validateOnly=true");

        // Then
        refused(refused, 409, "evaluation.has-objection");
        refused.then().body(at("args.objectionId", equalTo(objection.getString("id"))));
        assertThat(offered).containsExactly("evaluation.has-objection");
        assertThat(toOthers).containsExactly("authority.missing");
        after.then().statusCode(200);
    }

    /** What speaks against a correction for somebody who sees the sheet. */
    private static List<String> correcting(String token, Json sheet) {
        return Evaluations.read(token, sheet).getList("_actions[-1].blockedBy.code");
    }

    private static Map<String, Object> correction() {
        return Map.of(
                "reason", Evaluations.REASON, "decision", Evaluations.DECISION, "data", Map.of("presenceDays", 19));
    }

    @Test
    void shouldExamineOnceAndNeedWhatBelongsToTheOutcome() {
        // Given
        var sheet = sheet(2);
        var view = Evaluations.read(agency.person(2), sheet);
        var first = Objections.received(agency.person(2), sheet);
        var superior = world.superior();

        // When
        var twice = Objections.post(agency.person(2), Objections.request(sheet));
        var withdrawn = Objections.act(agency.person(2), first, "withdraw", null);
        var second = Objections.received(agency.person(2), sheet);
        var bare = Map.of("reason", Evaluations.REASON, "data", Map.of("outcome", "ACCEPTED"));
        var withResult = Map.of(
                "reason",
                Evaluations.REASON,
                "data",
                Map.of("outcome", "REJECTED", "result", Map.of("presenceDays", 20)));
        var unexplained = Map.of(
                "reason",
                Evaluations.REASON,
                "decision",
                Evaluations.DECISION,
                "data",
                Map.of(
                        "outcome",
                        "ACCEPTED",
                        "result",
                        Map.of("presenceDays", 20, "work", Evaluations.work(view, "0"))));
        var hidden = Objections.request(sheet(6));
        hidden.put("grounds", "Sai\u200b điểm");

        // Then
        refused(twice, 409, "objection.open");
        withdrawn.then().statusCode(200).body(at("state", equalTo("WITHDRAWN")));
        refused(
                Objections.act(superior, second, "resolve", bare),
                422,
                "objection.result-mismatch",
                "objection.result-mismatch");
        refused(Objections.act(superior, second, "resolve", withResult), 422, "objection.result-mismatch");
        Objections.act(superior, second, "resolve", unexplained)
                .then()
                .statusCode(422)
                .body(at("errors.pointer", contains("/data/result/reasons/I.1")));
        refused(Objections.post(agency.person(6), hidden), 422, "text.control-character");
        Objections.act(superior, second, "resolve", Objections.rejection())
                .then()
                .statusCode(200)
                .body(at("state", equalTo("RESOLVED_REJECTED")))
                .body(at("resolution.reason.text", equalTo("Xem xét toàn diện")))
                .body(at("resolution.resultId", nullValue()));
        refused(Objections.post(agency.person(2), Objections.request(sheet)), 409, "objection.not-re-examined");
        told(agency.staff().get(2), "received", "withdrawn", "received", "resolved");
    }

    @Test
    void F21_shouldReceiveOneOfTwoAndResolveOnceWhenTwoDoItAtOnce() throws Exception {
        // Given
        var sheet = sheet(4);
        var view = Evaluations.read(agency.person(4), sheet);
        var superior = world.superior();

        // When
        Callable<Response> receive = () -> Objections.post(agency.person(4), Objections.request(sheet));
        var received = atOnce(receive, receive);
        var objection = received.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .as(Json.class);
        Callable<Response> resolve = () -> Objections.act(superior, objection, "resolve", Objections.acceptance(view));
        var resolved = atOnce(resolve, resolve);

        // Then
        assertThat(received).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(resolved).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        assertThat(Database.count(
                        "select count(*) from sheets where officer_id = ?::uuid",
                        agency.staff().get(4).getString("id")))
                .isEqualTo(2);
    }

    @Test
    void F21_shouldEitherObjectOrCorrectWhenBothAreTriedAtOnce() throws Exception {
        // Given
        var sheet = sheet(7);

        // When
        var answers = atOnce(
                () -> Objections.post(agency.person(7), Objections.request(sheet)),
                () -> Evaluations.act(agency.director(), sheet, "correct", correction()));

        // Then
        boolean objected = answers.getFirst().statusCode() == 201;
        if (objected) {
            refused(answers.getLast(), 409, "evaluation.has-objection");
        } else {
            refused(answers.getFirst(), 409, "evaluation.superseded");
            answers.getLast().then().statusCode(200);
        }
        assertThat(Database.count(
                        "select count(*) from objections b join sheets s on s.id = b.evaluation_id where s.id = ?::uuid and s.superseded_at is not null",
                        sheet.getString("id")))
                .isZero();
    }

    private static List<Response> atOnce(Callable<Response> one, Callable<Response> other) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Response>();
            for (var each : threads.invokeAll(List.of(one, other))) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    @Test
    void shouldNotLockWhileTheWindowOrAnObjectionIsOpenAndTakeNoneAfterTheWindow() {
        // Given
        var parent = Units.department();
        var small = Evaluations.below(parent, 2);
        var closing = Evaluations.opened(small);
        var sheet = Evaluations.sheet(small.staff().get(0));
        var other = Evaluations.sheet(small.staff().get(1));
        var early = Objections.post(small.person(0), Objections.request(sheet));
        var resolving = deputy(small.department(), small.head(), "RESOLVE_OBJECTION");
        var untold = Api.as(resolving).get(Evaluations.PATH + "/" + sheet.getString("id"));
        Evaluations.decided(small, small.manager(), "5");
        small.staff().forEach(each -> Evaluations.decided(small, each, "5"));
        Evaluations.publish(small.keeper(), closing, Map.of()).then().statusCode(200);
        var objection = Objections.received(small.person(0), sheet);

        // When
        var both = Evaluations.lock(small.keeper(), closing);
        Evaluations.toldBefore(closing, 30);
        var blocked = Evaluations.lock(small.keeper(), closing);
        var late = Objections.post(small.person(1), Objections.request(other));
        var withdrawn = Objections.act(small.person(0), objection, "withdraw", null);
        var again = Objections.post(small.person(0), Objections.request(sheet));
        Evaluations.act(small.director(), other, "correct", correction()).then().statusCode(200);
        var waiting = Evaluations.lock(small.keeper(), closing);
        Evaluations.toldBefore(closing, 30);
        var locked = Evaluations.lock(small.keeper(), closing);
        Evaluations.act(small.director(), Evaluations.sheet(small.staff().get(1)), "correct", correction())
                .then()
                .statusCode(200);
        var toCorrected = Objections.post(
                small.person(1),
                Objections.request(Evaluations.sheet(small.staff().get(1))));

        // Then
        refused(early, 409, "evaluation.closing-not-published");
        untold.then().statusCode(404);
        refused(both, 409, "evaluation.petition-window-open", "evaluation.closing-has-objections");
        refused(blocked, 409, "evaluation.closing-has-objections");
        var until = CALENDAR.plusWorkingDays(LocalDate.now(HanoiClock.ZONE).minusDays(30), 5);
        refused(late, 409, "objection.late");
        late.then().body(at("args.until", equalTo(until.toString())));
        withdrawn
                .then()
                .statusCode(200)
                .body(at("dueOn", equalTo(objection.getString("dueOn"))))
                .body(at("_actions.enabled", contains(false, false, false)));
        refused(again, 409, "objection.late");
        refused(waiting, 409, "evaluation.petition-window-open");
        waiting.then()
                .body(at(
                        "args.until",
                        equalTo(CALENDAR.plusWorkingDays(LocalDate.now(HanoiClock.ZONE), 5)
                                .toString())));
        toCorrected.then().statusCode(201);
        locked.then().statusCode(200).body(at("state", equalTo("LOCKED")));
    }

    @Test
    void shouldListToEachViewerWhatIsForHimOrHer() {
        // Given
        var mine = Objections.received(agency.person(5), sheet(5));
        var old = UUID.randomUUID();
        Database.execute(
                """
                insert into objections (id, evaluation_id, closing_id, period_type, period_from, officer_id, unit_id, rating_unit_id, state,
                    grounds, evidence, received_by, received_at, file_until, due_on, calendar, calendar_version)
                select ?::uuid, ?::uuid, closing_id, period_type, period_from, ?::uuid, unit_id, rating_unit_id, state, grounds, evidence,
                    received_by, received_at - interval '90 days', file_until, due_on - 90, calendar, calendar_version
                from objections where id = ?::uuid""",
                old.toString(),
                sheet(3).getString("id"),
                agency.staff().get(3).getString("id"),
                mine.getString("id"));
        var unit = agency.division().id();

        // When
        var own = list(agency.person(5), Map.of());
        var overdue = list(agency.keeper(), Map.of("overdue", "true", "unitId", unit, "count", "true"));
        var open = list(world.superior(), Map.of("state", "RECEIVED", "overdue", "false", "period", "2026-07"));
        var none = list(world.superior(), Map.of("period", "2026-06"));
        var stranger = list(Evaluations.token("far", Units.department(), "evaluation-keeper"), Map.of());
        var walked = new ArrayList<String>();
        var page = list(world.superior(), Map.of("limit", "1")).as(Json.class);
        while (true) {
            walked.addAll(page.getList("items.id"));
            String next = page.get("page.next");
            if (next == null) {
                break;
            }
            page = list(world.superior(), Map.of("limit", "1", "cursor", next)).as(Json.class);
        }

        // Then
        own.then().body(at("items.id", contains(mine.getString("id"))));
        overdue.then()
                .body(at("items.id", contains(old.toString())))
                .body(at("items.overdue", contains(true)))
                .body(at("page.count", equalTo(1)));
        assertThat(open.as(Json.class).<String>getList("items.id"))
                .contains(mine.getString("id"))
                .doesNotContain(old.toString());
        none.then().body(at("items", empty()));
        stranger.then().body(at("items", empty()));
        assertThat(walked)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        list(world.superior(), Map.of()).as(Json.class).getList("items.id"));
        assertThat(walked.getLast()).isEqualTo(old.toString());
        Api.as(agency.keeper())
                .queryParam("state", "LOST")
                .get(Objections.PATH)
                .then()
                .statusCode(400);
    }

    private static Response list(String token, Map<String, ?> question) {
        var answer = Api.as(token).queryParams(question).get(Objections.PATH);
        answer.then().statusCode(200);
        return answer;
    }
}
