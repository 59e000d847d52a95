package vn.gov.hanoi.training.support;

import static vn.gov.hanoi.training.support.Delivery.act;
import static vn.gov.hanoi.training.support.Delivery.certifier;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.training.TrainingProblem;

/** How a caller meets each refusal about certificates. */
public final class CertificateRefusals {
    private CertificateRefusals() {}

    public static Response raise(TrainingProblem problem) {
        var delivery = new Delivery(City.DEPARTMENT);
        return switch (problem) {
            case CERTIFICATE_ENROLMENT_UNKNOWN -> issue(Delivery.request(UUID.randomUUID(), City.CITY));
            case CERTIFICATE_NOT_PASSED -> issue(Delivery.request(delivery.enrolment("FAILED", "CB1"), City.CITY));
            case CERTIFICATE_DECISION_DAY -> {
                var request = Delivery.request(delivery.passed(), City.CITY);
                request.put("decision", Delivery.decision(City.CITY, "2026-05-14"));
                yield issue(request);
            }
            case CERTIFICATE_EXISTS -> {
                var request = Delivery.request(delivery.passed(), City.CITY);
                issue(request);
                yield issue(request);
            }
            case CERTIFICATE_REPLACES_DIFFERS -> {
                var request = Delivery.request(delivery.passed(), City.CITY);
                request.put("replacesId", UUID.randomUUID());
                yield issue(request);
            }
            case CERTIFICATE_CLASS_EMPTY ->
                TestPlan.post(
                        certifier(City.CITY),
                        Delivery.PATH + "/actions/issue",
                        Map.of(
                                "classId", UUID.randomUUID(),
                                "decision", Delivery.decision(City.CITY, Delivery.SIGNED_ON)));
            case CERTIFICATE_STATE -> act(certifier(City.CITY), delivery.issued(), "restore", "\"1\"", "CLEARED");
            case CERTIFICATE_REASON_UNKNOWN ->
                act(certifier(City.CITY), delivery.issued(), "revoke", "\"1\"", "CLEARED");
            case CERTIFICATE_NOT_SIGNED ->
                certifier(City.CITY).get(Delivery.PATH + "/" + old(Map.of()).getString("id") + "/paper");
            case TOO_MANY_REQUESTS -> tooMany();
            default -> throw new IllegalArgumentException("not about certificates: " + problem);
        };
    }

    private static Response issue(Map<String, @Nullable Object> request) {
        return TestPlan.post(certifier(City.CITY), Delivery.PATH, request);
    }

    /** What a row of a request that records old certificates is answered. */
    public static Json row(TrainingProblem problem) {
        City.known();
        return switch (problem) {
            case CERTIFICATE_OFFICER_UNKNOWN -> old(Map.of("officerCode", "CB-UNKNOWN"));
            case CERTIFICATE_DAYS -> old(Map.of("issuedOn", "2999-01-01"));
            case LEGACY_NUMBER_EXISTS -> {
                var number = UUID.randomUUID().toString();
                old(Map.of("number", number));
                yield old(Map.of("number", number));
            }
            default -> throw new IllegalArgumentException("not met in a row: " + problem);
        };
    }

    /** The result of the one row. */
    private static Json old(Map<String, Object> otherwise) {
        var officer = City.officer(City.WARD).toString();
        var answer = TestPlan.post(certifier(City.CITY), Delivery.PATH + "/bulk", request(officer, otherwise));
        answer.then().statusCode(207);
        return answer.as(Json.class).find("results", "rowId", "1");
    }

    /** A request whose only row is refused. */
    public static Map<String, Object> unknownOfficer() {
        return request("nobody-at-all", Map.of());
    }

    private static Map<String, Object> request(String officer, Map<String, Object> otherwise) {
        var body = new HashMap<String, Object>(Map.of(
                "officerCode", "CB" + officer.substring(0, 8),
                "number", officer + "/CC",
                "issuer", "Trường Lê Hồng Phong",
                "holderName", "Nguyễn Thị Mẫu",
                "courseTitle", "Bồi dưỡng ngạch chuyên viên",
                "issuedOn", "2015-06-30"));
        body.putAll(otherwise);
        return Map.of("rows", List.of(Map.of("rowId", "1", "op", "CREATE", "body", body)));
    }

    private static Response tooMany() {
        var address = "203.0.113." + System.nanoTime();
        Response last;
        do {
            last = Delivery.from(address).get(Delivery.PUBLIC + "/HN00-0000-0000-0000");
        } while (last.statusCode() == 404);
        return last;
    }
}
