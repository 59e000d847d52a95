package vn.gov.hanoi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;
import static vn.gov.hanoi.training.support.Delivery.act;
import static vn.gov.hanoi.training.support.Delivery.certifier;
import static vn.gov.hanoi.training.support.Delivery.everybody;
import static vn.gov.hanoi.training.support.Delivery.verified;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.training.credential.KeySet;
import vn.gov.hanoi.training.credential.OfflineVerifier;
import vn.gov.hanoi.training.credential.Verdict;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;
import vn.gov.hanoi.training.support.TestPlan;

/** What everybody can check, with the number, with the signed text, with the paper, and without the service. */
@QuarkusTest
@WithStack
class PublicCertificateTest {
    private static final String ROOT = "/training/v1/public/";
    private static final String STRANGE = "HN26-0000-0000-0000";

    private Delivery delivery;

    @BeforeEach
    void deliver() {
        delivery = new Delivery(City.DEPARTMENT);
    }

    private static Json page(Json made) {
        var answer = everybody().get(Delivery.PUBLIC + "/" + made.getString("number"));
        answer.then().statusCode(200);
        return answer.as(Json.class);
    }

    private static Response html(String number, String query) {
        return everybody()
                .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
                .get(Delivery.PUBLIC + "/" + number + query);
    }

    /** With the published keys and lists of this moment. */
    private static OfflineVerifier offline() {
        var keys = KeySet.parse(everybody().get(ROOT + "certificate-keys").asString());
        var lists = List.of(list("revocation-1"), list("suspension-1"));
        return new OfflineVerifier(keys, lists, HanoiClock.system());
    }

    private static String list(String id) {
        var answer = everybody().accept("application/vc+jwt").get(ROOT + "certificate-status-lists/" + id);
        answer.then().statusCode(200);
        return answer.asString();
    }

    @Test
    void shouldShowTheWholeContentToWhoHasTheNumber() {
        // When
        var shown = page(delivery.issued());

        // Then
        assertThat(shown.getString("state")).isEqualTo("VALID");
        assertThat(shown.getString("content.holder.name")).isEqualTo("Nguyễn Thị <Mẫu> & Ưỡng");
        assertThat(shown.getString("content.course.title")).isEqualTo("Bồi dưỡng kỹ năng lãnh đạo cấp phòng");
        assertThat(shown.getString("content.heldBy.name")).isEqualTo(City.DEPARTMENT.name());
        assertThat(shown.getString("content.issuer.code")).isEqualTo("H26");
        assertThat(shown.getString("content.decision.number")).isEqualTo("112/QĐ-MẪU");
        assertThat(verified(shown.getString("credential")).getString("verdict")).isEqualTo("VALID");
        everybody()
                .get(Delivery.PUBLIC + "/" + shown.getString("number").toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200);
    }

    @Test
    void shouldAnswerInFiveWaysOnlineAndOffline() {
        // Given
        var good = delivery.issued();
        var suspended = delivery.issued();
        var revoked = delivery.issued();
        act(certifier(City.CITY), suspended, "suspend", "\"1\"", "UNDER_VERIFICATION")
                .then()
                .statusCode(200);
        act(certifier(City.CITY), revoked, "revoke", "\"1\"", "FRAUD").then().statusCode(200);
        var text = page(good).getString("credential");
        var middle = text.length() / 2;
        var altered = text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1);
        var texts = Map.of(
                text,
                "VALID null",
                page(suspended).getString("credential"),
                "SUSPENDED UNDER_VERIFICATION",
                page(revoked).getString("credential"),
                "REVOKED FRAUD",
                altered,
                "ALTERED null",
                "nonsense",
                "ALTERED null");

        // When
        var offline = offline();

        // Then
        texts.forEach((each, expected) -> {
            var online = verified(each);
            assertThat(online.getString("verdict") + " " + online.getString("reason.code"))
                    .isEqualTo(expected);
            var said = offline.verify(each);
            assertThat(said.verdict() + " " + said.reason()).isEqualTo(expected);
        });
        assertThat(page(revoked).getString("reason.names.vi")).isEqualTo("Gian lận");
        everybody()
                .get(Delivery.PUBLIC + "/" + STRANGE)
                .then()
                .statusCode(404)
                .body(at("code", equalTo("resource.not-found")));
    }

    @Test
    void shouldKeepCertificatesOfAReplacedKeyValid() {
        // Given
        var before = delivery.issued();

        // When
        var rotated = TestPlan.post(
                Callers.operator(), "/training/v1/certificate-keys", Map.of("reason", "Thay khóa định kỳ"));
        var after = delivery.issued();

        // Then
        rotated.then().statusCode(201).body(at("kid", equalTo(after.getString("kid"))));
        assertThat(before.getString("kid")).isNotEqualTo(after.getString("kid"));
        var old = page(before);
        assertThat(old.getString("state")).isEqualTo("VALID");
        assertThat(old.getBoolean("key.replaced")).isTrue();
        assertThat(verified(old.getString("credential")).getString("verdict")).isEqualTo("VALID_OLD_KEY");
        assertThat(verified(old.getString("credential")).getBoolean("valid")).isTrue();
        assertThat(verified(page(after).getString("credential")).getString("verdict"))
                .isEqualTo("VALID");
        var offline = offline();
        assertThat(offline.verify(old.getString("credential")).verdict()).isEqualTo(Verdict.VALID_OLD_KEY);
        assertThat(offline.verify(page(after).getString("credential")).verdict())
                .isEqualTo(Verdict.VALID);
        var keys = everybody().get(ROOT + "certificate-keys").as(Json.class);
        assertThat(keys.<String>getList("keys.kid"))
                .startsWith(after.getString("kid"))
                .contains(before.getString("kid"));
        assertThat(Database.count("select count(*) from certificate_keys where retired_at is null"))
                .isEqualTo(1);
        assertThat(
                        Database.count(
                                "select count(*) from certificate_keys where (retired_at is null) <> (private_sealed is not null)"))
                .isZero();
        Callers.operator()
                .queryParam("validateOnly", "true")
                .body(Map.of("reason", "Thử"))
                .post("/training/v1/certificate-keys")
                .then()
                .statusCode(200);
    }

    /** Whoever gets into the database changes nothing that is shown as signed. */
    @Test
    void shouldNotShowWhatWasNotSigned() {
        // Given
        var made = delivery.issued();
        var other = delivery.issued();
        var id = UUID.fromString(made.getString("id"));
        var text = page(made).getString("credential");

        // When
        Database.execute("update certificates set holder_name = 'Kẻ Gian' where id = ?", id);
        var renamed = page(made);
        Database.execute(
                "update certificates set signed = ? where id = ?", page(other).getString("credential"), id);
        var swapped = page(made);
        Database.execute(
                "update certificates set signed = ? where id = ?", text.replace(text.charAt(900), 'x') + "x", id);
        var altered = page(made);

        // Then
        assertThat(renamed.getString("content.holder.name")).isEqualTo("Nguyễn Thị <Mẫu> & Ưỡng");
        for (var bad : List.of(swapped, altered)) {
            assertThat(bad.getString("state")).isEqualTo("ALTERED");
            assertThat(bad.getString("content")).isNull();
        }
        assertThat(verified(text).getString("verdict")).isEqualTo("ALTERED");
        assertThat(html(made.getString("number"), "").asString()).contains("Dữ liệu không khớp chữ ký số");
        certifier(City.CITY).get(Delivery.PATH + "/" + id + "/paper").then().statusCode(409);
    }

    @Test
    void shouldSayThatAnExpiredOneHasExpired() {
        // Given
        var made = Delivery.created(
                Delivery.request(delivery.teaching("FOREIGN_LANGUAGES").passed(), City.CITY));

        // When
        var shown = html(made.getString("number"), "?lang=en").asString();

        // Then
        var last = java.time.LocalDate.parse(made.getString("expiresOn"));
        assertThat(shown)
                .contains("%02d/%02d/%d".formatted(last.getDayOfMonth(), last.getMonthValue(), last.getYear()));
        assertThat(offline().verify(page(made).getString("credential")).verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void shouldShowAPageWithoutScriptInTwoLanguages() {
        // Given
        var made = delivery.issued();
        act(certifier(City.CITY), made, "suspend", "\"1\"", "UNDER_VERIFICATION")
                .then()
                .statusCode(200);

        // When
        var vietnamese = html(made.getString("number"), "");
        var english = html(made.getString("number"), "?lang=en");
        var absent = html(STRANGE, "");

        // Then
        assertThat(vietnamese.statusCode()).isEqualTo(200);
        assertThat(vietnamese.contentType()).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(vietnamese.header("Content-Security-Policy"))
                .matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; "
                        + "form-action 'none'; frame-ancestors 'none'");
        assertThat(vietnamese.asString())
                .contains("<html lang=\"vi\">", "Chứng chỉ đang bị tạm đình chỉ", "Đang xác minh")
                .contains("Nguyễn Thị &lt;Mẫu&gt; &amp; Ưỡng", "37.5", "11/05/2026 - 15/05/2026")
                .doesNotContain("<Mẫu>", "<script", " style=", "http:", "src=");
        assertThat(english.asString()).contains("<html lang=\"en\">", "The certificate is suspended", "Being verified");
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.asString()).contains("Không có chứng chỉ mang số này");
        html(made.getString("number"), "?lang=fr").then().statusCode(400);
        everybody()
                .accept("image/png")
                .get(Delivery.PUBLIC + "/" + made.getString("number"))
                .then()
                .statusCode(406);
    }

    @Test
    void shouldPrintACodeThatACameraReadsAndThatOpensThePage() throws Exception {
        // Given
        var made = delivery.issued();
        var path = Delivery.PATH + "/" + made.getString("id") + "/paper";

        // When
        var paper = certifier(City.CITY).accept("application/pdf").get(path);

        // Then
        paper.then().statusCode(200).contentType("application/pdf");
        try (var document = Loader.loadPDF(paper.asByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Nguyễn Thị <Mẫu> & Ưỡng", made.getString("number"));
            var image = new PDFRenderer(document).renderImageWithDPI(0, 100);
            int[] points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            LuminanceSource seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
            var address = URI.create(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                    .getText());
            var opened = everybody().get(address.getPath()).as(Json.class);
            assertThat(address.toString()).startsWith("https://");
            assertThat(opened.getString("state")).isEqualTo("VALID");
            assertThat(opened.getString("content.number")).isEqualTo(made.getString("number"));
        }
        assertThat(certifier(City.CITY).accept("application/pdf").get(path).asByteArray())
                .isEqualTo(paper.asByteArray());
        assertThat(offline().verifyPaper(paper.asByteArray()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void shouldSignAListAnewOnlyAfterAChange() {
        // Given
        var made = delivery.issued();
        var first = list("revocation-1");

        // When
        var again = list("revocation-1");
        act(certifier(City.CITY), made, "revoke", "\"1\"", "ISSUED_IN_ERROR")
                .then()
                .statusCode(200);
        var changed = list("revocation-1");

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first);
        for (var unknown : List.of("revocation-2", "revocation-0", "message-1", "revocation-", "revocation-1x")) {
            everybody().get(ROOT + "certificate-status-lists/" + unknown).then().statusCode(404);
        }
    }

    @Test
    void shouldRefuseWhatIsTooLongAndWhoAsksTooOften() {
        // Given
        var busy = Map.of("X-Forwarded-For", "203.0.113.9");

        // When
        everybody()
                .body(Map.of("credential", "x".repeat(32_769)))
                .post(Delivery.PUBLIC + "/actions/verify")
                .then()
                .statusCode(400);
        everybody().body("{}").post(Delivery.PUBLIC + "/actions/verify").then().statusCode(400);
        int asked = 0;
        while (asked < 250
                && io.restassured.RestAssured.given()
                                .headers(busy)
                                .get(Delivery.PUBLIC + "/" + STRANGE)
                                .statusCode()
                        == 404) {
            asked++;
        }
        var refused = io.restassured.RestAssured.given().headers(busy).get(Delivery.PUBLIC + "/" + STRANGE);

        // Then
        assertThat(asked).isBetween(120, 240);
        refused.then()
                .statusCode(429)
                .header("Retry-After", "1")
                .body(at("code", equalTo("training.too-many-requests")));
        everybody().get(Delivery.PUBLIC + "/" + STRANGE).then().statusCode(404);
    }
}
