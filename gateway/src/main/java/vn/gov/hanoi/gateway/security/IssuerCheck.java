package vn.gov.hanoi.gateway.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the issuer's keys were seen once; an issuer that goes away later is no reason to send nobody here. */
@Readiness
@ApplicationScoped
class IssuerCheck implements HealthCheck {
    private final KeyWatch keys;

    IssuerCheck(KeyWatch keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("issuer").status(keys.isReady()).build();
    }
}
