package vn.gov.hanoi.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The example page in a real browser, in front of the gateway and the real login page: an officer registers tasks and scores the own month,
 * the personnel officer sees the board change, what others do comes to the officer, and nobody else can act for them.
 */
class SpaJourneyTest {
    private static final String MONTH = "2020-11";
    private static final String SHEETS = "/evaluation/v1/evaluations";
    /** What the browser itself says of an answer that the journey is about: no session, a refused score, no stream of events behind which to poll. */
    private static final String EXPECTED =
            "Failed to load resource: .*(status of 401 |status of 4\\d\\d .*/actions/submit|.*/evaluation/v1/events).*";

    /** The contract of all services is a megabyte that the page reads. */
    private static final int PORTAL_MS = 90_000;

    private static Chromium chromium;
    private static Cast cast;
    private static String closing;

    @BeforeAll
    static void makeTheAgency() {
        chromium = Chromium.start();
        cast = new Cast("Sở Văn hóa mẫu");
        cast.called("officer", "Nguyễn Thu Hà", "Chuyên viên");
        cast.called("colleague", "Trần Quốc Bình", "Chuyên viên");
        cast.called("newcomer", "Lê Minh Châu", "Chuyên viên");
        cast.called("chief", "Phạm Văn Dũng", "Trưởng phòng");
        cast.called("keeper", "Vũ Thị Lan", "");
        var division = cast.unit(cast.code + ".P", "DIVISION", cast.agencyId, "Phòng Tổng hợp");
        officer("chief", division, "HEAD", "evaluation-participant");
        officer("officer", division, "STAFF", "evaluation-participant");
        officer("colleague", division, "STAFF", "evaluation-participant");
        officer("newcomer", division, "STAFF");
        cast.account("keeper", "", "evaluation-reader", "evaluation-keeper");
        closing = cast.created("keeper", "/evaluation/v1/closings", """
                {"period":"%s","unitId":"%s"}""".formatted(MONTH, cast.agencyId))
                .path("id")
                .asText();
        cast.did("colleague", sheet("colleague"), "submit", "{\"data\":{\"step\":\"PLAN\"}}");
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void shouldScoreTheOwnMonthAndShowItOnTheBoardWithoutAnyTokenInTheBrowser() {
        try (var officer = new Visitor(chromium.browser());
                var keeper = new Visitor(chromium.browser())) {
            logIn(officer, keeper);
            registerTasks(officer);
            scoreWithALostSession(officer);
            refuseAWrongScore(officer);
            submitAndSeeItOnTheBoard(officer, keeper);
            seeWhatOthersDo(officer, keeper);
            noTokenIsInTheBrowser(officer);
            foreignPagesChangeNothing(officer);
            otherLanguage(officer);
            sessionEndedByAnAdministrator(officer);
            logOut(keeper);

            assertThat(officer.wrong(EXPECTED)).isEmpty();
            assertThat(keeper.wrong(EXPECTED)).isEmpty();
        }
    }

    @Test
    void shouldShowThePortal() {
        try (var reader = new Visitor(chromium.browser())) {
            // When
            reader.open("/platform/v1/portal");
            var operation = reader.page
                    .locator("a[href='#/operations/listEvaluations']")
                    .first();
            operation.waitFor(new Locator.WaitForOptions().setTimeout(PORTAL_MS));

            // Then
            assertThat(reader.page).hasTitle(java.util.regex.Pattern.compile("Công Vụ.*"));
            reader.picture("portal");
            // Nobody is logged in, and the page asks whether somebody is.
            assertThat(reader.wrong(".*401.*/platform/v1/client.*")).isEmpty();
        }
    }

    private void logIn(Visitor officer, Visitor keeper) {
        // When: nobody has a session, so each comes to the login page and back
        officer.open("/app");
        officer.login(cast.username("officer"));
        keeper.open("/app/board/" + closing);
        keeper.login(cast.username("keeper"));

        // Then each sees the own pages
        officer.awaitPlace("/app/tasks");
        assertThat(tasks(officer)).hasText(java.util.regex.Pattern.compile("Đăng ký nhiệm vụ, tháng 11/2020.*Mở"));
        keeper.awaitPlace("/app/board/" + closing);
        assertThat(sheets(keeper, "OPENED")).hasText("3");
        assertThat(sheets(keeper, "PLANNED")).hasText("1");
        assertThat(keeper.page.locator("nav a")).hasText(new String[] {"Tiến độ kỳ đánh giá"});
    }

    private void registerTasks(Visitor officer) {
        // When
        tasks(officer).getByRole(AriaRole.LINK).click();
        officer.page.getByLabel("Nhiệm vụ trong kỳ").fill("Soạn thảo 4 văn bản");
        submit(officer);

        // Then the next one waits
        officer.awaitPlace("/app/tasks");
        assertThat(tasks(officer)).hasText(java.util.regex.Pattern.compile("Tự chấm điểm, tháng 11/2020.*Mở"));
        officer.picture("spa-tasks");
    }

    private void scoreWithALostSession(Visitor officer) {
        // Given: what is typed is wrong in the first criterion and missing in the last
        tasks(officer).getByRole(AriaRole.LINK).click();
        var fields = officer.page.locator("form input");
        assertThat(fields).hasCount(8);
        assertThat(officer.page.locator("legend").first()).containsText("Ý thức tổ chức kỷ luật");
        mark(officer, "I.1").fill("9");
        mark(officer, "I.2").fill("4,5");
        for (var criterion : new String[] {"I.3", "I.4"}) {
            mark(officer, criterion).fill("5");
        }
        for (var criterion : new String[] {"II.1", "II.2", "II.3"}) {
            mark(officer, criterion).fill("18");
        }
        mark(officer, "II.4").fill("9");
        officer.page.getByLabel("Tự nhận xét").fill("Hoàn thành 4 văn bản");
        var lost = officer.session().orElseThrow().value;

        // When
        officer.loseSession();
        submit(officer);

        // Then: over the identity provider, who still knows the person, and back with all that was typed
        assertThat(officer.page.locator("#told")).hasText("Đã khôi phục những gì bạn nhập trước khi đăng nhập lại.");
        assertThat(mark(officer, "I.2")).hasValue("4,5");
        assertThat(officer.page.locator("#total")).hasText("86,5 trên 90");
        assertThat(officer.session().orElseThrow().value).isNotEqualTo(lost);
    }

    private void refuseAWrongScore(Visitor officer) {
        // When
        submit(officer);

        // Then it is said at the field, and nothing was taken
        assertThat(mark(officer, "I.1")).isFocused();
        assertThat(mark(officer, "I.1")).hasAttribute("aria-invalid", "true");
        assertThat(officer.page.locator("[id='mark-I.1-error']")).hasText("Giá trị 9 phải từ 0 đến 5.");
        assertThat(officer.page.locator(".error:not(:empty)")).hasCount(1);
        assertThat(officer.overflow(360)).isLessThanOrEqualTo(0);
        officer.picture("spa-score-refused");

        // When: no number at all does not even leave the browser
        mark(officer, "I.1").fill("năm");
        submit(officer);

        // Then
        assertThat(officer.page.locator("[id='mark-I.1-error']")).hasText("Nhập một số, ví dụ 4,5.");
    }

    private void submitAndSeeItOnTheBoard(Visitor officer, Visitor keeper) {
        // Given: a mark that a reload would lose
        keeper.page.evaluate("() => { window.neverReloaded = true; }");
        assertThat(sheets(keeper, "PLANNED")).hasText("2");
        assertThat(sheets(keeper, "SELF_SCORED")).hasCount(0);

        // When
        mark(officer, "I.1").fill("5");
        submit(officer);

        // Then
        officer.awaitPlace("/app/tasks");
        assertThat(tasks(officer)).hasText("Không còn việc nào chờ bạn.");
        assertThat(officer.page.locator("#waiting li")).containsText("Đã tự chấm điểm");
        assertThat(sheets(keeper, "SELF_SCORED")).hasText("1");
        assertThat(sheets(keeper, "PLANNED")).hasText("1");
        assertThat(keeper.page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        assertThat(keeper.overflow(360)).isLessThanOrEqualTo(0);
        keeper.picture("spa-board");
        var kept = cast.read("keeper", sheet("officer")).path("detail").path("marks");
        assertThat(kept.get(1).path("points").decimalValue()).isEqualByComparingTo("4.5");
    }

    /** Events tell both; without a stream the pages would ask every three seconds, and say so. */
    private void seeWhatOthersDo(Visitor officer, Visitor keeper) {
        // Given
        assertThat(officer.page.locator("#live")).hasText("Trực tiếp");
        assertThat(keeper.page.locator("#live")).hasText("Trực tiếp");
        officer.page.evaluate("() => { window.neverReloaded = true; }");

        // When
        cast.did("chief", sheet("officer"), "return", """
                {"reason":{"code":"DECIDED_OTHERWISE","text":"Chấm lại tiêu chí I.2"}}""");

        // Then it is the turn of the officer again
        assertThat(tasks(officer)).hasText(java.util.regex.Pattern.compile("Tự chấm điểm, tháng 11/2020.*Mở"));
        assertThat(sheets(keeper, "PLANNED")).hasText("2");
        assertThat(sheets(keeper, "SELF_SCORED")).hasCount(0);
        assertThat(officer.page.evaluate("() => window.neverReloaded")).isEqualTo(true);
    }

    private void noTokenIsInTheBrowser(Visitor officer) {
        // When
        var readable = officer.page.evaluate(
                "() => JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage}, window.name])");
        var session = officer.session().orElseThrow();

        // Then
        assertThat(readable).isEqualTo("[\"\",{},{},\"\"]");
        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isEqualTo(SameSiteAttribute.STRICT);
        assertThat(session.value).doesNotContain("eyJ");
    }

    private void foreignPagesChangeNothing(Visitor officer) {
        // Given
        var before = cast.read("keeper", sheet("officer")).path("etag");

        try (var foreign = new ForeignPage(sheet("officer") + "/actions/submit")) {
            // When
            var sameSite = posts(officer, foreign.address("localhost"));
            var otherSite = posts(officer, foreign.address("127.0.0.1"));

            // Then: with the cookie it is refused as forged; from another site there is no cookie
            assertThat(sameSite).hasSize(3).containsOnly(403);
            assertThat(otherSite).hasSize(3).containsOnly(401);
        }
        assertThat(cast.read("keeper", sheet("officer")).path("etag")).isEqualTo(before);
        assertThat(officer.page.evaluate("() => fetch('/platform/v1/client').then((answer) => answer.status)"))
                .isEqualTo(200);
    }

    /** Status of each changing request that got an answer from the gateway. */
    private static CopyOnWriteArrayList<Integer> posts(Visitor officer, String address) {
        var found = new CopyOnWriteArrayList<Integer>();
        var page = officer.other();
        page.onResponse(answer -> {
            if (answer.request().method().equals("POST")) {
                found.add(answer.status());
            }
        });
        page.navigate(address);
        page.waitForFunction(ForeignPage.OVER);
        assertThat(page.evaluate("() => window.read.length"))
                .as("answers it could read")
                .isEqualTo(0);
        page.close();
        return found;
    }

    private void otherLanguage(Visitor officer) {
        // When
        officer.page.locator("#language").click();

        // Then
        assertThat(officer.page.locator("h1")).hasText("My tasks");
        assertThat(officer.page.locator("html")).hasAttribute("lang", "en");
        officer.page.locator("#language").click();
        assertThat(officer.page.locator("h1")).hasText("Việc của tôi");
    }

    private void sessionEndedByAnAdministrator(Visitor officer) {
        // Given
        var subject = officer.page.evaluate(
                "() => fetch('/platform/v1/client').then((answer) => answer.json()).then((client) => client.subject)");

        // When
        KeycloakAdmin.logout(String.valueOf(subject));
        officer.page.locator("nav a").first().click();

        // Then the next look leads to the login page, and from there back to the same place
        officer.login(cast.username("officer"));
        officer.awaitPlace("/app/tasks");
        assertThat(tasks(officer).getByRole(AriaRole.LINK)).hasCount(1);
    }

    private void logOut(Visitor keeper) {
        // When
        keeper.page.locator("#logout").click();

        // Then
        assertThat(keeper.page.locator("h1")).hasText("Bạn đã đăng xuất");
        assertThat(keeper.session()).isEmpty();
        keeper.page.locator("#login").click();
        keeper.awaitLoginPage();
    }

    private static Locator tasks(Visitor visitor) {
        return visitor.page.locator("#tasks li");
    }

    private static Locator mark(Visitor visitor, String criterion) {
        return visitor.page.locator("[id='mark-" + criterion + "']");
    }

    private static Locator sheets(Visitor visitor, String state) {
        return visitor.page.locator("#progress [data-state='" + state + "'] td.sheets");
    }

    private static void submit(Visitor visitor) {
        visitor.page.locator("form button").click();
    }

    private static void officer(String who, String unit, String position, String... roles) {
        cast.officer(who, unit, position, "CIVIL_SERVANT", roles);
    }

    private static String sheet(String who) {
        var list = SHEETS + "?period=" + MONTH + "&officerId=" + cast.id(who);
        return SHEETS + "/" + Cast.id(list, cast.token("keeper"));
    }
}
