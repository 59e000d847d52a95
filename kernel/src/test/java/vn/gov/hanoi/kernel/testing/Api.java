package vn.gov.hanoi.kernel.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** HTTP calls of tests. Every answer is checked against the contract. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ContractFilter CONTRACT = new ContractFilter();

    private Api() {}

    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT).contentType("application/json");
    }

    /** The body; a path of REST-assured is a program that is compiled, too slow where many answers are read. */
    public static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new quoted Idempotency-Key. */
    public static String key() {
        return "\"" + UUID.randomUUID() + "\"";
    }
}
