package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A violation through the gateway: a visit that the unit does not see, what it found, the case of discipline, and what training and
 * selection refuse for it, with the reason and until when, and take again on the day after.
 */
class ViolationJourneyTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String INSPECTIONS = "/evaluation/v1/inspections";
    private static final String CASES = "/evaluation/v1/discipline-cases";
    private static final String ENROLMENTS = "/training/v1/enrolments";
    private static final String APPLICATIONS = "/selection/v1/applications";

    private final Cast cast = new Cast();
    private String division;

    @BeforeEach
    void assemble() {
        division = cast.unit(cast.code + ".P", "DIVISION", cast.agencyId);
        var home = cast.unit(cast.code + ".T", "DIVISION", cast.agencyId);
        cast.officer("director", cast.agencyId, "HEAD", "CIVIL_SERVANT", "evaluation-participant");
        cast.officer("chief", division, "HEAD", "CIVIL_SERVANT", "evaluation-participant");
        cast.officer("clerk", division, "STAFF", "CIVIL_SERVANT", "evaluation-participant");
        cast.officer("disciplined long ago", division, "STAFF", "CIVIL_SERVANT");
        cast.officer("inspector", home, "STAFF", "CIVIL_SERVANT", "inspector");
        cast.officer("colleague", home, "STAFF", "CIVIL_SERVANT", "inspector");
        cast.officer("personnel", home, "STAFF", "CIVIL_SERVANT", "selection-reader", "selection-personnel");
        cast.officer("other personnel", home, "STAFF", "CIVIL_SERVANT", "selection-reader", "selection-personnel");
    }

    @Test
    void shouldRefuseTrainingAndCandidacyUntilTheDayAfterTheSanction() {
        var finding = visit();
        var matter = consider("clerk", TODAY.minusDays(12), "findings/" + finding);
        var vacancy = receivingRound();
        var last = TODAY.plusMonths(12).minusDays(1);
        var during = classOn(last);
        var after = classOn(last.plusDays(1));
        refusedWhileConsidered(during, vacancy);
        decide(matter, TODAY, TODAY);
        refusedWhileSanctioned(during, vacancy, last);
        takenAgainAfterwards(after, vacancy);
    }

    private String visit() {
        // When
        var checklist = cast.created("linh.dang", "/evaluation/v1/checklists", """
                {"code":"KT-%s","title":{"vi":"Kiểm tra Một cửa","en":"One-stop desk"},
                 "items":[{"code":"MC.1","area":"ONE_STOP","question":{"vi":"Có người trực","en":"Somebody is there"}}]}""".formatted(cast.code.substring(4)));
        cast.did(
                "linh.dang", "/evaluation/v1/checklists/" + checklist.path("id").asText(), "publish", "");
        var drafted = cast.created("linh.dang", INSPECTIONS, """
                {"unitId":"%s","announced":false,"windowFrom":"2024-01-01","windowTo":"2099-12-31",
                 "mandate":{"number":"15/QĐ-SNV","signedOn":"2026-07-01","issuer":"Sở Nội vụ"},"checklistId":"%s",
                 "members":[{"officerId":"%s","role":"HEAD"},{"officerId":"%s","role":"MEMBER"}]}""".formatted(
                        division, checklist.path("id").asText(), cast.id("inspector"), cast.id("colleague")));
        var inspection = INSPECTIONS + "/" + drafted.path("id").asText();
        var before = cast.read("chief", INSPECTIONS);
        var hidden = City.gateway().get(inspection, cast.token("chief"));
        cast.did("linh.dang", inspection, "ready", "");
        cast.did("inspector", inspection, "start", "");
        var finding = cast.created("inspector", inspection + "/findings", """
                {"type":"ONE_STOP_ABSENT","unitId":"%s","happenedAt":"2026-07-15T02:00:00Z","description":"Không có người trực trong giờ làm việc",
                 "evidence":["Ảnh 1"],"persons":["%s"]}""".formatted(division, cast.id("clerk")));

        // Then
        assertThat(before.path("items")).isEmpty();
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(cast.read("chief", INSPECTIONS).path("items")).hasSize(1);
        assertThat(finding.path("accountability"))
                .extracting(entry -> entry.path("role").asText() + " "
                        + entry.at("/officer/id").asText())
                .containsExactlyInAnyOrder("PERSON " + cast.id("clerk"), "HEAD " + cast.id("chief"));
        return finding.path("id").asText();
    }

    /** Path of a case about somebody that was opened on a day. */
    private String consider(String who, LocalDate openedOn, String basis) {
        var opened = cast.created(
                "an.nguyen", CASES, """
                {"officerId":"%s","actOn":"%s","discoveredOn":"%s","openedOn":"%s","inDuty":true,"summary":"Vắng mặt tại bộ phận một cửa",
                 "basis":["%s"]}""".formatted(cast.id(who), openedOn.minusDays(10), openedOn, openedOn, basis));
        return CASES + "/" + opened.path("id").asText();
    }

    private void decide(String matter, LocalDate signedOn, LocalDate effectiveOn) {
        cast.did("an.nguyen", matter, "propose", """
                {"data":{"form":"REPRIMAND","severity":"LESS_SERIOUS","complex":false,"proposedOn":"%s"}}""".formatted(signedOn));
        cast.did("khanh.bui", matter, "decide", """
                {"decision":{"number":"9/QĐ-KL","signedOn":"%s","issuer":"Sở Nội vụ"},"data":{"form":"REPRIMAND","effectiveOn":"%s"}}""".formatted(signedOn, effectiveOn));
    }

    /** A class of the agency with one session, in the plan of its year. */
    private String classOn(LocalDate day) {
        var plans = "/training/v1/plans?year=" + day.getYear();
        if (cast.read("binh.tran", plans).path("items").isEmpty()) {
            cast.created("binh.tran", "/training/v1/plan-decisions", """
                    {"year":%1$d,"kind":"ASSIGN","decision":{"number":"VJ-%1$d/QĐ-UBND","signedOn":"2026-11-02","issuer":"H26"},
                     "legalBasis":"Nghị định 171/2025/NĐ-CP","blocks":[{"code":"VJ","name":"Khối thử nghiệm","fundingSource":"CITY_BUDGET",
                     "budgetVnd":1000000000,"status":"ASSIGNED","lines":[{"code":"VJ-%1$d","name":"Chỉ tiêu","classes":9,"places":900}]}]}""".formatted(day.getYear()));
        }
        var plan = Cast.id(plans, cast.token("binh.tran"));
        var line = Cast.id("/training/v1/plan-lines?planId=" + plan, cast.token("binh.tran"));
        return cast.created("binh.tran", "/training/v1/classes", """
                        {"planLineId":"%s","unitId":"%s","title":"Kỹ năng tiếp công dân","places":30,"startsOn":"%s","endsOn":"%s","amountVnd":1000000,
                         "setup":{"sessions":[{"day":"%s","startsAt":"08:00","endsAt":"11:00","hours":3,"place":"Hội trường A","lecturer":null}]}}""".formatted(line, cast.agencyId, day, day, day))
                .path("id")
                .asText();
    }

    /** Id of a post for which dossiers are taken today. */
    private String receivingRound() {
        var vacancy = cast.created("chi.le", "/selection/v1/vacancies", """
                        {"unitId":"%s","postTitle":"Trưởng phòng thử nghiệm","positions":1,"minimumCandidates":2,"legalBasis":"2424/BNV-CCVC",
                         "decision":{"number":"112/QĐ-SNV","signedOn":"2026-03-02","issuer":"Sở Nội vụ"}}""".formatted(division))
                .path("id")
                .asText();
        var round = "/selection/v1/rounds/"
                + cast.created("chi.le", "/selection/v1/rounds", """
                {"unitId":"%s","title":"Thi tuyển Trưởng phòng","legalBasis":"2424/BNV-CCVC, 09/05/2017","startsOn":"%s","listOn":"%s","examOn":"%s",
                 "posts":[{"vacancyId":"%s"}],"personnel":["%s","%s"]}""".formatted(
                                        cast.agencyId,
                                        TODAY.minusDays(40),
                                        TODAY.plusDays(5),
                                        TODAY.plusDays(25),
                                        vacancy,
                                        cast.id("personnel"),
                                        cast.id("other personnel")))
                        .path("id")
                        .asText();
        cast.did("khanh.bui", round, "approve", """
                {"decision":{"number":"45/QĐ-SNV","signedOn":"%s","issuer":"Sở Nội vụ"}}""".formatted(TODAY));
        cast.did("chi.le", round, "publish", """
                {"data":{"announcedOn":"%1$s","dossiersFrom":"%1$s","dossiersTo":"%2$s","media":["MASS_MEDIA","WEB_SITE","NOTICE_BOARD"]}}""".formatted(TODAY.minusDays(30), TODAY));
        return vacancy;
    }

    private void refusedWhileConsidered(String training, String vacancy) {
        // Events of both services arrive when they arrive; nothing is kept by trying.
        await("both services know of the case").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(tried(ENROLMENTS, "binh.tran", nomination("clerk", training)))
                    .isEqualTo("422 training.under-examination");
            assertThat(tried(APPLICATIONS, "personnel", application("clerk", vacancy)))
                    .isEqualTo("422 selection.candidate-examined");
        });
    }

    private void refusedWhileSanctioned(String training, String vacancy, LocalDate last) {
        await("both services know of the sanction")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(tried(ENROLMENTS, "binh.tran", nomination("clerk", training)))
                            .isEqualTo("422 training.sanctioned");
                    assertThat(tried(APPLICATIONS, "personnel", application("clerk", vacancy)))
                            .isEqualTo("422 selection.candidacy-forbidden");
                });
        var nominated = City.gateway().post(ENROLMENTS, cast.token("binh.tran"), nomination("clerk", training));
        var applied = City.gateway().post(APPLICATIONS, cast.token("personnel"), application("clerk", vacancy));
        assertThat(nominated.json().at("/args/endsOn").asText()).isEqualTo(last.toString());
        assertThat(applied.json().at("/args/lastDay").asText()).isEqualTo(last.toString());
    }

    /** The class of the day after takes the clerk; somebody whose sanction of last year has ended stands again. */
    private void takenAgainAfterwards(String training, String vacancy) {
        // Given
        var from = TODAY.minusMonths(12).minusDays(1);
        var matter = consider("disciplined long ago", from.minusDays(12), "minutes/1");
        decide(matter, from, from);

        // When
        var nominated = City.gateway().post(ENROLMENTS, cast.token("binh.tran"), nomination("clerk", training));

        // Then
        assertThat(nominated.status()).as(nominated.body()).isEqualTo(201);
        await("the sanction that ended yesterday is known")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(cast.read(
                                        "chi.le",
                                        "/selection/v1/sanction-checks?on=%s&officerId=%s"
                                                .formatted(from, cast.id("disciplined long ago")))
                                .path("allowed")
                                .asBoolean())
                        .isFalse());
        var applied = City.gateway()
                .post(APPLICATIONS, cast.token("personnel"), application("disciplined long ago", vacancy));
        assertThat(applied.status()).as(applied.body()).isEqualTo(201);
    }

    private String nomination(String who, String training) {
        return "{\"classId\":\"%s\",\"officerId\":\"%s\"}".formatted(training, cast.id(who));
    }

    private String application(String who, String vacancy) {
        return """
                {"vacancyId":"%s","officerId":"%s","source":"PLANNED_INSIDE","consentedOn":"%s","receivedOn":"%s","birthDate":"1985-05-17",
                 "sex":"FEMALE","documents":[]}""".formatted(vacancy, cast.id(who), TODAY.minusDays(1), TODAY);
    }

    /** Status and code of the answer to a trial. */
    private String tried(String path, String who, String body) {
        var answer = City.gateway().post(path + "?validateOnly=true", cast.token(who), body);
        return answer.status() + " " + answer.json().path("code").asText();
    }
}
