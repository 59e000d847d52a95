package vn.gov.hanoi.gateway.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import vn.gov.hanoi.gateway.GatewayConfig;

/**
 * Sees each key set that the library fetches, has it fetched again in the background, and empties the cache of verified
 * tokens when it changed. So a key that the issuer withdrew is good for one refresh at most. An issuer that was away at the
 * start is looked for until it is there; no request waits for that.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class KeyWatch implements OidcResponseFilter {
    private static final Logger LOGGER = Logger.getLogger(KeyWatch.class);
    /** The library fetches keys only to verify something; this is verified by none of them. */
    private static final String NO_TOKEN = "e30.e30.e30";

    private static final long SEARCH_MS = 1_000;

    private final TokenCache cache;
    private final Instance<TenantConfigBean> tenants;
    private String known = "";
    private volatile List<JsonWebKey> keys = List.of();
    private final AtomicBoolean searching = new AtomicBoolean();

    KeyWatch(TokenCache cache, Instance<TenantConfigBean> tenants) {
        this.cache = cache;
        this.tenants = tenants;
    }

    void start(@Observes StartupEvent event, Vertx vertx, GatewayConfig config) {
        vertx.setPeriodic(config.keyRefresh().toMillis(), now -> refresh(() -> {}));
        vertx.setPeriodic(SEARCH_MS, now -> search());
    }

    /** Whether tokens can be verified: the issuer was found once. It may be away since, its keys are known. */
    public boolean isReady() {
        return tenants.get().getDefaultTenant().ready();
    }

    /** One search at a time; it lasts as long as the library tries. */
    private void search() {
        if (!isReady() && searching.compareAndSet(false, true)) {
            tenants.get()
                    .getDefaultTenant()
                    .initialize()
                    .subscribe()
                    .with(found -> searching.set(false), away -> searching.set(false));
        }
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        if (response.statusCode() == 200) {
            see(response.responseBody().toString());
        }
        return Uni.createFrom().voidItem();
    }

    private synchronized void see(String text) {
        if (text.equals(known)) {
            return;
        }
        try {
            keys = List.copyOf(new JsonWebKeySet(text).getJsonWebKeys());
            known = text;
            cache.forgetAll();
        } catch (JoseException e) {
            LOGGER.warnf("key set cannot be read: %s", e.getClass().getSimpleName());
        }
    }

    /** The public RSA key of that id for signatures, of the last key set seen. */
    Optional<RSAPublicKey> rsaKey(String id) {
        for (var key : keys) {
            if (id.equals(key.getKeyId()) && !"enc".equals(key.getUse()) && key.getKey() instanceof RSAPublicKey rsa) {
                return Optional.of(rsa);
            }
        }
        return Optional.empty();
    }

    /** The public key of that id, of the last key set seen. */
    public Optional<Key> key(String id) {
        return keys.stream()
                .filter(key -> id.equals(key.getKeyId()))
                .map(JsonWebKey::getKey)
                .findFirst();
    }

    /** Has the keys fetched; the library does it at most once in its own interval, one fetch at a time. */
    public void refresh(Runnable after) {
        var tenant = tenants.get().getDefaultTenant();
        if (!tenant.ready()) {
            after.run();
            return;
        }
        tenant.provider()
                .refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
                .subscribe()
                .with(verified -> after.run(), expected -> after.run());
    }
}
