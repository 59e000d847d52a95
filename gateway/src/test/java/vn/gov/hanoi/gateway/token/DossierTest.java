package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One answer from three services, for one reader. */
@QuarkusTest
@WithStage
class DossierTest {
    private static final String ID = "0197c363-ff40-7c33-b1e0-90d2c4f1aa02";
    private static final String ADDRESS = "/platform/v1/officers/" + ID + "/dossier";
    private static final List<String> PARTS = List.of(
            "officer",
            "evaluations",
            "annualClassifications",
            "sanctions",
            "accountabilityEntries",
            "trainingNeeds",
            "enrolments",
            "certificates",
            "degreeTrainings",
            "serviceCommitments",
            "compensations",
            "applications",
            "appointments",
            "ratingRecords");

    @BeforeEach
    @AfterEach
    void usual() {
        Call.stage("/stage/usual");
        Call.seen();
    }

    @Test
    void shouldAskEachServiceWithTheTokenAndPurposeOfTheReader() {
        // Given
        var token = token();

        // When
        var answer = Call.get(
                ADDRESS + "?asOf=2026-07-31",
                "Authorization",
                token,
                "Caller-Purpose",
                "REWARD_REVIEW",
                "Caller-Case",
                "12/QĐ".replace("Đ", "D"),
                "X-User",
                "admin",
                "Cookie",
                "a=b");

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var seen = Call.seen();
        assertThat(seen.findValuesAsText("target"))
                .containsExactlyInAnyOrder(
                        "/evaluation/v1/officers/" + ID + "?asOf=2026-07-31",
                        "/evaluation/v1/evaluations?officerId=" + ID + "&limit=500",
                        "/evaluation/v1/annual-classifications?officerId=" + ID + "&limit=500",
                        "/evaluation/v1/officers/" + ID + "/sanctions?asOf=2026-07-31",
                        "/evaluation/v1/officers/" + ID + "/accountability-entries",
                        "/training/v1/training-needs?officerId=" + ID + "&limit=500",
                        "/training/v1/enrolments?officerId=" + ID + "&limit=500",
                        "/training/v1/certificates?officerId=" + ID + "&limit=500",
                        "/training/v1/degree-trainings?officerId=" + ID + "&limit=500",
                        "/training/v1/service-commitments?officerId=" + ID + "&limit=500",
                        "/training/v1/compensations?officerId=" + ID + "&limit=500",
                        "/selection/v1/applications?officerId=" + ID + "&limit=500",
                        "/selection/v1/appointments?officerId=" + ID + "&limit=500",
                        "/selection/v1/rating-records?officerId=" + ID + "&limit=500");
        assertThat(seen).allSatisfy(request -> {
            assertThat(request.at("/headers/authorization/0").asText()).isEqualTo(token);
            assertThat(request.at("/headers/caller-purpose/0").asText()).isEqualTo("REWARD_REVIEW");
            assertThat(request.at("/headers/caller-case/0").asText()).isEqualTo("12/QD");
            assertThat(request.path("headers").has("cookie")).isFalse();
            assertThat(request.path("headers").has("x-user")).isFalse();
            assertThat(request.at("/headers/x-forwarded-for/0").asText()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void shouldPutTheAnswersTogetherAndSealThem() throws Exception {
        // Given
        Call.stage(
                "/stage/answer?evaluations=%7B%22items%22:%5B%7B%22points%22:79.5000%7D%5D,%22page%22:%7B%22next%22:null%7D%7D");

        // When
        var dossier = Call.json(read());

        // Then
        assertThat(dossier.path("complete").asBoolean()).isTrue();
        assertThat(dossier.path("purpose").asText()).isEqualTo("REWARD_REVIEW");
        assertThat(dossier.path("asOf").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(dossier.path("parts").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyElementsOf(PARTS);
        assertThat(dossier.at("/parts/officer/asOfApplied").asBoolean()).isTrue();
        assertThat(dossier.at("/parts/trainingNeeds/asOfApplied").asBoolean(true))
                .isFalse();
        var canonical = canonical(dossier);
        assertThat(canonical).contains("\"points\":\"79.5000\"");
        var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        assertThat(dossier.at("/digest/value").asText())
                .isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(dossier.at("/signature/state").asText()).isEqualTo("SIGNED");
        assertThat(isSigned(dossier.at("/signature/jws").asText(), canonical)).isTrue();
        assertThat(isSigned(dossier.at("/signature/jws").asText(), canonical.replace("79.5", "97.5")))
                .as("changed afterwards")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "403,FORBIDDEN,area.refused-403",
        "404,NOT_FOUND,area.refused-404",
        "500,UNAVAILABLE,area.refused-500",
        "503,UNAVAILABLE,area.refused-503",
        "never,UNAVAILABLE,gateway.upstream-too-slow",
        "[1],UNAVAILABLE,gateway.upstream-failed",
        "{,UNAVAILABLE,gateway.upstream-failed"
    })
    void shouldMarkAPartThatCannotBeHad(String answer, String state, String code) {
        // Given
        Call.stage("/stage/answer?rating-records=" + URLEncoder.encode(answer, StandardCharsets.UTF_8));

        // When
        var read = read();

        // Then
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        var dossier = Call.json(read);
        assertThat(dossier.path("complete").asBoolean(true)).isFalse();
        var part = dossier.at("/parts/ratingRecords");
        assertThat(part.path("state").asText()).isEqualTo(state);
        assertThat(part.path("code").asText()).isEqualTo(code);
        assertThat(part.has("data")).isFalse();
        assertThat(dossier.at("/signature/state").asText())
                .as("nobody signs what lacks a service")
                .isEqualTo(state.equals("UNAVAILABLE") ? "INCOMPLETE" : "SIGNED");
        assertThat(dossier.at("/signature").has("jws")).isEqualTo(!state.equals("UNAVAILABLE"));
        assertThat(dossier.at("/parts/officer/state").asText()).isEqualTo("DATA");
    }

    @Test
    void shouldNotTakeMoreThanItsLimitAndSayWhenThereIsMore() {
        // Given
        Call.stage("/stage/answer?sanctions=%7B%22x%22:%22" + "a".repeat(3_000).repeat(2) + "%22%7D");
        Call.stage("/stage/answer?evaluations=%7B%22page%22:%7B%22next%22:%22more%22%7D%7D");
        Call.stage("/stage/answer?training-needs=huge");

        // When
        var dossier = Call.json(read());

        // Then
        assertThat(dossier.at("/parts/sanctions/state").asText()).isEqualTo("DATA");
        assertThat(dossier.at("/parts/evaluations/cut").asBoolean()).isTrue();
        assertThat(dossier.at("/parts/trainingNeeds/state").asText()).isEqualTo("UNAVAILABLE");
        assertThat(dossier.path("complete").asBoolean(true)).isFalse();
    }

    @Test
    void shouldPrintItForWhoWantsPaper() throws Exception {
        // Given
        Call.stage("/stage/answer?" + ID + "="
                + URLEncoder.encode("""
                {"fullName":"Nguyễn Thị Mẫu Ưỡng","officerCode":"CB000123"}""", StandardCharsets.UTF_8).replace("+", "%20"));
        Call.stage("/stage/answer?certificates=503");

        // When
        var paper = Call.bytes(
                ADDRESS + "?asOf=2026-07-31",
                "Authorization",
                token(),
                "Caller-Purpose",
                "REWARD_REVIEW",
                "Accept",
                "text/html;q=0.2, application/pdf");

        // Then
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(paper.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(paper.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("dossier-" + ID + ".pdf");
        try (var document = Loader.loadPDF(paper.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Nguyễn Thị Mẫu Ưỡng",
                            "Tính đến ngày 31/07/2026",
                            "Xét thi đua, khen thưởng",
                            "KHÔNG CÓ TRONG BẢN NÀY: dịch vụ không trả lời khi lập hồ sơ (area.refused-503)",
                            "Không ký số: có phần chưa lấy được.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|406",
                "application/pdf;q=0|406",
                "application/json|200",
                "*/*|200",
                "application/json, application/pdf;q=0.9|200"
            })
    void shouldGiveJsonOrSayThatThereIsNothingElse(String accept, int status) {
        // When
        var answer = Call.get(ADDRESS, "Authorization", token(), "Caller-Purpose", "REWARD_REVIEW", "Accept", accept);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains(status == 200 ? "application/json" : "application/problem+json");
        if (status == 406) {
            Call.assertRefused(answer, 406, "gateway.not-acceptable");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404,404,dossier.officer-not-found",
        "403,404,dossier.officer-not-found",
        "500,502,gateway.upstream-failed"
    })
    void shouldGiveNothingOfAnOfficerWhoIsNotVisible(String answer, int status, String code) {
        // Given
        Call.stage("/stage/answer?" + ID + "=" + answer);

        // When
        var read = read();

        // Then
        Call.seen();
        Call.assertRefused(read, status, code);
        assertThat(read.body()).doesNotContain("parts");
    }

    @Test
    void shouldNeedATokenAndAPurpose() {
        // When Then
        Call.assertUnauthenticated(Call.get(ADDRESS, "Caller-Purpose", "REWARD_REVIEW"));
        Call.assertRefused(Call.get(ADDRESS, "Authorization", token()), 400, "caller.purpose-missing");
        for (var bad : List.of("", "reward review", "x", "A".repeat(41))) {
            Call.assertRefused(
                    Call.get(ADDRESS, "Authorization", token(), "Caller-Purpose", bad), 400, "caller.purpose-missing");
        }
        Call.assertRefused(
                Call.get(ADDRESS, "Authorization", token(), "Caller-Purpose", "ONE", "Caller-Purpose", "TWO"),
                400,
                "caller.purpose-missing");
        Call.assertRefused(
                Call.get(ADDRESS, "Authorization", token(), "Caller-Purpose", "CURIOSITY"),
                400,
                "caller.purpose-unknown");
        Call.assertRefused(
                Call.get(ADDRESS, "Authorization", token(), "Caller-Purpose", "TRAINING_REVIEW"),
                403,
                "caller.purpose-not-granted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2026-02-30",
                "asOf=today",
                "asOf=",
                "asof=2026-01-01",
                "asOf=2026-01-01&asOf=2026-01-02",
                "fields=x"
            })
    void shouldRefuseParametersItDoesNotKnow(String query) {
        // When Then
        Call.assertRefused(
                Call.get(ADDRESS + "?" + query, "Authorization", token(), "Caller-Purpose", "REWARD_REVIEW"),
                400,
                "gateway.parameter-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0197C363-FF40-7C33-B1E0-90D2C4F1AA02", "0197c363-ff40-7c33-b1e0-90d2c4f1aa02%20x", "..."})
    void A29_shouldAskNobodyForAnOddId(String id) {
        // When
        var answer = Call.get(
                "/platform/v1/officers/" + id + "/dossier",
                "Authorization",
                token(),
                "Caller-Purpose",
                "REWARD_REVIEW");

        // Then
        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(Call.seen()).isEmpty();
    }

    private static HttpResponse<String> read() {
        return Call.get(ADDRESS, "Authorization", token(), "Caller-Purpose", "REWARD_REVIEW");
    }

    /** Of a new person each time: dossiers are counted. */
    private static String token() {
        return "Bearer "
                + Token.usual()
                        .claim("sub", "reader-" + System.nanoTime())
                        .claim("azp", "reader-" + System.nanoTime())
                        .claim("unit", "H26." + System.nanoTime() % 1_000_000)
                        .signed();
    }

    /** Written down again here, so that the digest is checked by other code than that which made it. */
    private static String canonical(JsonNode dossier) {
        var bare = (ObjectNode) dossier.deepCopy();
        bare.remove(List.of("digest", "signature"));
        return sorted(bare);
    }

    private static String sorted(JsonNode json) {
        if (json.isObject()) {
            var names = new java.util.TreeMap<String, String>();
            json.properties().forEach(each -> names.put(each.getKey(), sorted(each.getValue())));
            return "{"
                    + names.entrySet().stream()
                            .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                            .collect(java.util.stream.Collectors.joining(","))
                    + "}";
        }
        if (json.isArray()) {
            return "["
                    + json.valueStream().map(DossierTest::sorted).collect(java.util.stream.Collectors.joining(","))
                    + "]";
        }
        return json.isNumber() ? "\"79.5000\"" : json.toString();
    }

    private static boolean isSigned(String jws, String payload) throws Exception {
        var signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        signature.setPayload(payload);
        signature.setKey(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Token.publicKey())));
        return "PS256".equals(signature.getAlgorithmHeaderValue())
                && signature.getHeader("kid").equals("dossier-1")
                && signature.verifySignature();
    }
}
