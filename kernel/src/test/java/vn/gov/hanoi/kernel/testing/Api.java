package vn.gov.hanoi.kernel.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.ObjectMapperConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;

/** HTTP calls of tests. Every answer is checked against the contract. */
public final class Api {
    private static final ContractFilter CONTRACT = new ContractFilter();

    /** One mapper and kept connections; by default REST-assured makes both anew for each call. */
    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .objectMapperConfig(
                    ObjectMapperConfig.objectMapperConfig().jackson2ObjectMapperFactory((_, _) -> Json.MAPPER))
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("application/yaml", ContentType.BINARY))
            .httpClient(HttpClientConfig.httpClientConfig()
                    .httpClientFactory(Api::client)
                    .reuseHttpClientInstance());

    private Api() {}

    private static HttpClient client() {
        var connections = new PoolingClientConnectionManager();
        connections.setDefaultMaxPerRoute(64);
        connections.setMaxTotal(256);
        return new DefaultHttpClient(connections);
    }

    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification anonymous() {
        return PlainCall.begin(() -> given().config(CONFIG).filter(CONTRACT), CONTRACT)
                .contentType("application/json");
    }

    /** The body; a path of REST-assured is a program that is compiled, too slow where many answers are read. */
    public static JsonNode json(Response answer) {
        try {
            return Json.MAPPER.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text at one place of an answer that must have this status.
     *
     * @param place as in RFC 6901
     */
    public static String text(Response answer, int status, String place) {
        answer.then().statusCode(status);
        return json(answer).requiredAt(place).asText();
    }

    /** A new quoted Idempotency-Key. */
    public static String key() {
        return "\"" + UUID.randomUUID() + "\"";
    }
}
