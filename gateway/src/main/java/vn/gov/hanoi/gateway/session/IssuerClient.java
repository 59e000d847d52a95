package vn.gov.hanoi.gateway.session;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.gateway.GatewayConfig;

/** The issuer as an OpenID client sees it. Addresses, trust and connections are those of the library. */
@ApplicationScoped
class IssuerClient {
    /** The issuer looked at what was sent and said no; asking again does not help. */
    static final class Denied extends Exception {
        private static final long serialVersionUID = 1L;

        Denied(int status) {
            super("status " + status);
        }
    }

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final TenantConfigBean tenants;
    private final SessionConfig config;
    private final GatewayConfig gateway;
    private final Clock clock;

    IssuerClient(TenantConfigBean tenants, SessionConfig config, GatewayConfig gateway, Clock clock) {
        this.tenants = tenants;
        this.config = config;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Whether the issuer was ever reached; if not, it is tried again in the background. */
    boolean isKnown() {
        var tenant = tenants.getDefaultTenant();
        if (!tenant.ready()) {
            tenant.initialize().subscribe().with(now -> {}, still -> {});
        }
        return tenant.ready();
    }

    String callback() {
        return gateway.publicUrl() + SessionRoutes.CALLBACK;
    }

    /** Where a browser begins to log in. */
    String loginAddress(Login login) {
        var address = metadata().getAuthorizationUri();
        return address
                + (address.contains("?") ? "&" : "?")
                + form(Map.of(
                        "response_type", "code",
                        "scope", "openid",
                        "client_id", config.clientId(),
                        "redirect_uri", callback(),
                        "state", login.state(),
                        "nonce", login.nonce(),
                        "code_challenge", login.challenge(),
                        "code_challenge_method", "S256"));
    }

    Future<IssuerTokens> exchange(String code, String verifier) {
        return tokens(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                callback(),
                "code_verifier",
                verifier));
    }

    Future<IssuerTokens> renew(String refreshToken) {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** Ends the person's session at the issuer without the browser, so that no token is in an address. */
    Future<Void> logout(String refreshToken) {
        var address = isKnown() ? metadata().getEndSessionUri() : null;
        if (address == null || refreshToken.isEmpty()) {
            return Future.failedFuture(new IOException("no way to end the session at the issuer"));
        }
        return post(address, Map.of("refresh_token", refreshToken))
                .compose(answer -> answer.statusCode() / 100 == 2
                        ? Future.succeededFuture()
                        : Future.failedFuture(new Denied(answer.statusCode())));
    }

    private Future<IssuerTokens> tokens(Map<String, String> form) {
        if (!isKnown()) {
            return Future.failedFuture(new IOException("issuer not reached yet"));
        }
        return post(metadata().getTokenUri(), form).compose(answer -> {
            int status = answer.statusCode();
            if (status == OK) {
                return read(answer.bodyAsString());
            }
            return Future.failedFuture(
                    status >= SERVER_ERROR || status == TOO_MANY
                            ? new IOException("status " + status)
                            : new Denied(status));
        });
    }

    private Future<IssuerTokens> read(@Nullable String body) {
        try {
            var json = new JsonObject(Objects.requireNonNull(body));
            return Future.succeededFuture(new IssuerTokens(
                    Objects.requireNonNull(json.getString("access_token")),
                    json.getString("refresh_token", ""),
                    clock.instant().plusSeconds(json.getLong("expires_in")),
                    json.getString("id_token", "")));
        } catch (DecodeException | ClassCastException | NullPointerException _) {
            return Future.failedFuture(new IOException("no token in the answer of the issuer"));
        }
    }

    private Future<HttpResponse<Buffer>> post(String address, Map<String, String> form) {
        Promise<HttpResponse<Buffer>> answer = Promise.promise();
        var fields = MultiMap.caseInsensitiveMultiMap();
        form.forEach(fields::add);
        tenants.getDefaultTenant()
                .getOidcProviderClient()
                .getWebClient()
                .postAbs(address)
                .basicAuthentication(encoded(config.clientId()), encoded(config.clientSecret()))
                .putHeader("Accept", "application/json")
                .timeout(config.issuerTimeout().toMillis())
                .sendForm(fields)
                .subscribe()
                .with(answer::complete, answer::fail);
        return answer.future();
    }

    private OidcConfigurationMetadata metadata() {
        return tenants.getDefaultTenant().getOidcMetadata();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
