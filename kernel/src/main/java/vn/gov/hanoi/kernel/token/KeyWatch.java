package vn.gov.hanoi.kernel.token;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees each key set that the library fetches and empties the memory of tokens when it changed; has it fetched again from time to time. So a
 * key that the issuer withdrew is good for one refresh at most. An issuer that was away at the start is looked for until it is there; no
 * request waits for that.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
class KeyWatch implements OidcResponseFilter {
    /** The library fetches keys only to verify something; this is verified by none of them. */
    private static final String NO_TOKEN = "e30.e30.e30";

    private final TokenMemory memory;
    private final Instance<TenantConfigBean> tenants;
    private final AtomicBoolean searching = new AtomicBoolean();
    private String known = "";

    KeyWatch(TokenMemory memory, Instance<TenantConfigBean> tenants) {
        this.memory = memory;
        this.tenants = tenants;
    }

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        if (response.statusCode() == 200) {
            see(response.responseBody().toString());
        }
        return Uni.createFrom().voidItem();
    }

    private synchronized void see(String keys) {
        if (!keys.equals(known)) {
            known = keys;
            memory.forgetAll();
        }
    }

    /** Whether tokens can be verified: the issuer was found once. It may be away since, its keys are known. */
    boolean isReady() {
        return tenants.get().getDefaultTenant().ready();
    }

    /** One search at a time; it lasts as long as the library tries. */
    @Scheduled(every = "1s")
    void search() {
        if (!isReady() && searching.compareAndSet(false, true)) {
            tenants.get()
                    .getDefaultTenant()
                    .initialize()
                    .subscribe()
                    .with(_ -> searching.set(false), _ -> searching.set(false));
        }
    }

    @Scheduled(every = "${congvu.tokens.key-refresh:60s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        var tenant = tenants.get().getDefaultTenant();
        if (tenant.ready()) {
            tenant.provider()
                    .refreshJwksAndVerifyJwtToken(NO_TOKEN, false, false, null)
                    .subscribe()
                    .with(_ -> {}, _ -> {});
        }
    }
}
