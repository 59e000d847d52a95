package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A year of training through the gateway: what people need, what units ask for and what the City decides, a class with one seat and two
 * learners, its certificate and its money, and the end of the plan. The books balance after each step.
 */
class TrainingYearJourneyTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final LocalDate FIRST_DAY = TODAY.plusDays(1);
    private static final int YEAR = FIRST_DAY.getYear();
    private static final long COST = 30_000_000;
    private static final long BILL = 28_500_000;
    private static final String NEEDS = "/training/v1/training-needs";
    private static final String PROPOSALS = "/training/v1/plan-proposals";
    private static final String ENTRIES = "/training/v1/ledger-entries";
    private static final String CLASSES = "/training/v1/classes";
    private static final String ENROLMENTS = "/training/v1/enrolments";

    private final Cast cast = new Cast();

    @BeforeEach
    void assemble() {
        var division = cast.unit(cast.code + ".P", "DIVISION", cast.agencyId);
        cast.officer("first", division, "STAFF", "CIVIL_SERVANT");
        cast.officer("second", division, "STAFF", "CIVIL_SERVANT");
        cast.account("planner", "", "training-reader", "training-planner");
        cast.account("manager", "", "training-reader", "training-manager");
    }

    @Test
    void shouldPlayAYearFromTheNeedToTheEndOfThePlanWithBalancedBooks() throws SQLException {
        var need = needOf("first");
        var line = proposal("planner", cast.agencyId, "", ",\"needIds\":[\"%s\"]".formatted(need));
        var city = proposal(
                "binh.tran", Cast.id("/evaluation/v1/units?code=H26", City.token("an.nguyen")), "\"" + line + "\"", "");
        var plan = decided(city);
        released(plan);
        var training = opened(plan);
        var seats = enrolled(training);
        held(training, seats);
        certified(training);
        paid(training);
        closed(plan);
    }

    private String needOf(String who) {
        // The copy of the directory learns of new officers by events.
        var body = "{\"officerId\":\"%s\",\"origin\":\"MANAGER\",\"year\":%d,\"criterion\":\"CITIZEN_RECEPTION\"}"
                .formatted(cast.id(who), YEAR);
        await("training knows the officers").atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        City.gateway()
                                .post(NEEDS + "?validateOnly=true", cast.token("planner"), body)
                                .status())
                .isEqualTo(200));
        var need = cast.created("planner", NEEDS, body).path("id").asText();
        var own = cast.act("planner", NEEDS + "/" + need, "approve", "");
        cast.did("manager", NEEDS + "/" + need, "approve", "");
        assertThat(own.status()).as("who asks does not confirm").isEqualTo(403);
        return need;
    }

    /** Id of the line of a proposal that is submitted. */
    private String proposal(String who, String unit, String sources, String needs) {
        var drafted = cast.created(who, PROPOSALS, """
                {"year":%d,"unitId":"%s","lines":[{"name":"Kỹ năng tiếp công dân","fundingSource":"CITY_BUDGET","classes":1,"places":1,
                 "estimateVnd":%d,"sources":[%s]%s}]}""".formatted(YEAR, unit, COST, sources, needs));
        cast.did(who, PROPOSALS + "/" + drafted.path("id").asText(), "submit", "");
        return drafted.at("/lines/0/id").asText();
    }

    /** Id of the plan that somebody else than its proposers decided. */
    private String decided(String proposalLine) {
        var decision = """
                {"year":%1$d,"kind":"ASSIGN","decision":{"number":"TY-%1$d/QĐ-UBND","signedOn":"%2$s","issuer":"H26"},
                 "legalBasis":"Nghị định 171/2025/NĐ-CP","blocks":[
                 {"code":"TY","name":"Khối các sở","fundingSource":"CITY_BUDGET","budgetVnd":40000000,"status":"ASSIGNED","lines":[
                  {"code":"TY-1","name":"Kỹ năng tiếp công dân","classes":1,"places":1,"target":{"proposalLineId":"%3$s"}}]},
                 {"code":"DA","name":"Đề án","fundingSource":"CITY_BUDGET","budgetVnd":9000000,"status":"PENDING_APPROVAL","lines":[
                  {"code":"DA-1","name":"Tiếng dân tộc","classes":null,"places":null}]}]}""".formatted(YEAR, TODAY, proposalLine);
        var own = City.gateway().post("/training/v1/plan-decisions", cast.token("binh.tran"), decision);
        var plan = cast.created("khanh.bui", "/training/v1/plan-decisions", decision)
                .path("planId")
                .asText();
        assertThat(own.status()).as(own.body()).isEqualTo(403);
        balanced(-49_000_000, 49_000_000, 0, 0, 0, 0);
        return plan;
    }

    private void released(String plan) {
        var line = "/training/v1/plan-lines?planId=" + plan;
        var pending = cast.read("binh.tran", line).at("/items/1/id").asText();
        var refused = City.gateway().post(CLASSES, cast.token("binh.tran"), newClass(pending));
        cast.created("khanh.bui", "/training/v1/plan-decisions", """
                {"year":%1$d,"kind":"RELEASE","decision":{"number":"TY-%1$d/QĐ-ĐC","signedOn":"%2$s","issuer":"H26"},
                 "legalBasis":"Nghị định 171/2025/NĐ-CP","changes":{"releases":[{"line":"DA-1","classes":1,"places":20}]}}""".formatted(YEAR, TODAY));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("training.line-pending-approval");
        balanced(-49_000_000, 49_000_000, 0, 0, 0, 0);
    }

    private String newClass(String line) {
        return """
                {"planLineId":"%s","unitId":"%s","title":"Kỹ năng tiếp công dân","places":1,"startsOn":"%s","endsOn":"%s","amountVnd":%d,
                 "setup":{"sessions":[{"day":"%s","startsAt":"08:00","endsAt":"11:00","hours":3,"place":"Hội trường A","lecturer":null}]}}""".formatted(line, cast.agencyId, FIRST_DAY, FIRST_DAY, COST, FIRST_DAY);
    }

    private String opened(String plan) {
        var line = Cast.id("/training/v1/plan-lines?planId=" + plan, cast.token("binh.tran"));
        var training =
                cast.created("binh.tran", CLASSES, newClass(line)).path("id").asText();
        balanced(-49_000_000, 19_000_000, COST, 0, 0, 0);
        return training;
    }

    /** Ids of the enrolments: one has the seat, the other waits. */
    private String[] enrolled(String training) {
        var ids = new String[2];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = cast.created(
                            "planner",
                            ENROLMENTS,
                            "{\"classId\":\"%s\",\"officerId\":\"%s\"}"
                                    .formatted(training, cast.id(i == 0 ? "first" : "second")))
                    .path("id")
                    .asText();
            cast.did("binh.tran", ENROLMENTS + "/" + ids[i], "approve", "");
        }
        assertThat(state(ids[0])).isEqualTo("ENROLLED");
        assertThat(state(ids[1])).isEqualTo("WAITING");
        return ids;
    }

    private String state(String enrolment) {
        return cast.read("binh.tran", ENROLMENTS + "/" + enrolment)
                .path("state")
                .asText();
    }

    private void held(String training, String[] enrolments) throws SQLException {
        // Given: tomorrow has come; a test cannot wait for it.
        itIsTheDayOf(training);

        // When
        cast.created("binh.tran", "/training/v1/attendance-sheets", """
                {"classId":"%s","day":"%s","marks":[{"enrolmentId":"%s","mark":"PRESENT"}]}""".formatted(training, TODAY, enrolments[0]));
        var missing = cast.act("binh.tran", CLASSES + "/" + training, "close", "{}");
        cast.did("binh.tran", CLASSES + "/" + training, "close", """
                {"outcomes":[{"enrolmentId":"%s","outcome":"PASSED"}]}""".formatted(enrolments[0]));

        // Then
        assertThat(missing.status())
                .as("absent is not failed, and nothing is not passed")
                .isEqualTo(422);
        assertThat(state(enrolments[1])).isEqualTo("CANCELLED");
    }

    private static void itIsTheDayOf(String training) throws SQLException {
        try (var connection = DriverManager.getConnection(
                City.suite().jdbcUrl("training"), "postgres", City.suite().databasePassword("postgres"))) {
            for (var sql : new String[] {
                "update class_sessions set day = day - 1 where class_id = ?",
                "update learner_days set day = day - 1 where class_id = ?",
                "update classes set starts_on = starts_on - 1, ends_on = ends_on - 1 where id = ?"
            }) {
                try (var update = connection.prepareStatement(sql)) {
                    update.setObject(1, UUID.fromString(training));
                    update.executeUpdate();
                }
            }
        }
    }

    private void certified(String training) {
        var issued = City.gateway()
                .post("/training/v1/certificates/actions/issue", cast.token("binh.tran"), """
                {"classId":"%s","decision":{"number":"112/QĐ-MẪU","signedOn":"%s","issuer":"H26"}}""".formatted(
                                training, TODAY));
        var list = "/training/v1/certificates?officerId=" + cast.id("first");
        var number = cast.read("binh.tran", list).at("/items/0/number").asText();
        var shown = City.gateway().anonymous("/training/v1/public/certificates/" + number);
        assertThat(issued.status()).as(issued.body()).isEqualTo(207);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().path("state").asText()).isEqualTo("VALID");
        assertThat(shown.body()).contains("Nguyễn Thị Thử", "Kỹ năng tiếp công dân");
    }

    private void paid(String training) {
        var commitment = cast.read("binh.tran", CLASSES + "/" + training)
                .path("commitmentEntryId")
                .asText();
        var account = cast.read("binh.tran", ENTRIES + "/" + commitment)
                .path("accountId")
                .asText();
        var tooMuch = post(account, commitment, "EXPENDITURE", COST + 1, "");
        assertThat(tooMuch.status()).as(tooMuch.body()).isEqualTo(422);
        balanced(-49_000_000, 19_000_000, COST, 0, 0, 0);
        made(account, commitment, "EXPENDITURE", BILL, "");
        balanced(-49_000_000, 19_000_000, COST - BILL, BILL, 0, 0);
        made(
                account,
                commitment,
                "SETTLEMENT",
                BILL,
                ",\"document\":{\"number\":\"15/BB-QT\",\"signedOn\":\"%s\"}".formatted(TODAY));
        balanced(-49_000_000, 19_000_000, COST - BILL, 0, BILL, 0);
    }

    private Http.Answer post(String account, String commitment, String kind, long amount, String more) {
        return City.gateway()
                .post(ENTRIES, cast.token("hoa.ngo"), """
                {"accountId":"%s","commitmentId":"%s","kind":"%s","amountVnd":%d,"description":"Thuê giảng viên"%s}""".formatted(account, commitment, kind, amount, more));
    }

    private void made(String account, String commitment, String kind, long amount, String more) {
        var answer = post(account, commitment, kind, amount, more);
        assertThat(answer.status()).as(kind + ": " + answer.body()).isEqualTo(201);
    }

    /** Nothing closes while something is open: the rest of the class is released, each account returns what is left, then the plan ends. */
    private void closed(String plan) {
        var path = "/training/v1/plans/" + plan;
        var decision = """
                {"decision":{"number":"TY-KT","signedOn":"%s","issuer":"H26"},"legalBasis":"Nghị định 171/2025/NĐ-CP"}""".formatted(TODAY);
        var early = cast.act("khanh.bui", path, "close", decision);
        for (var account :
                cast.read("binh.tran", "/training/v1/accounts?planId=" + plan).path("items")) {
            var id = account.path("id").asText();
            for (var open : cast.read("binh.tran", "/training/v1/accounts/" + id + "/commitments?unfinished=true")
                    .path("items")) {
                var given = City.gateway().post(ENTRIES, cast.token("binh.tran"), """
                        {"accountId":"%s","commitmentId":"%s","kind":"RELEASE","amountVnd":%d,"description":"Trả lại phần còn dư"}""".formatted(
                        id, open.path("id").asText(), open.path("openVnd").asLong()));
                assertThat(given.status()).as(given.body()).isEqualTo(201);
            }
            cast.did("hoa.ngo", "/training/v1/accounts/" + id, "close", """
                    {"decision":{"number":"99/QĐ-STC","signedOn":"%s"},"data":{"remainder":"RETURN","carryToAccountId":null}}""".formatted(TODAY));
        }
        balanced(-49_000_000, 0, 0, 0, BILL, 49_000_000 - BILL);
        cast.did("khanh.bui", path, "close", decision);
        assertThat(early.status()).as(early.body()).isEqualTo(409);
    }

    /** The trial balance of the year, in đồng: each side as it should be, and all together zero. */
    private void balanced(long appropriation, long available, long committed, long spent, long settled, long returned) {
        var balance = cast.read("binh.tran", "/training/v1/accounts/trial-balance?year=" + YEAR);
        var total = balance.path("total");
        assertThat(balance.path("balanced").asBoolean()).isTrue();
        assertThat(new long[] {
                    side(total, "appropriation"),
                    side(total, "available"),
                    side(total, "committed"),
                    side(total, "spent"),
                    side(total, "settled"),
                    side(total, "returned"),
                    side(total, "transfer"),
                    side(total, "carried")
                })
                .containsExactly(appropriation, available, committed, spent, settled, returned, 0, 0);
    }

    private static long side(JsonNode total, String name) {
        return total.path(name + "Vnd").asLong();
    }
}
