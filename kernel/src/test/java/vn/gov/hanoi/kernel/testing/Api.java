package vn.gov.hanoi.kernel.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** HTTP calls of tests. Every answer is checked against the contract. */
public final class Api {
    private static final ContractFilter CONTRACT = new ContractFilter();

    private Api() {}

    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT).contentType("application/json");
    }

    /** A new quoted Idempotency-Key. */
    public static String key() {
        return "\"" + UUID.randomUUID() + "\"";
    }
}
