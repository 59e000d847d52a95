package vn.gov.hanoi.gateway.instance;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells the state of each instance. It never makes the gateway unready: another gateway would meet the same services. */
@Readiness
@ApplicationScoped
class InstancesCheck implements HealthCheck {
    private final Instances instances;

    InstancesCheck(Instances instances) {
        this.instances = instances;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("services").up();
        instances.states().forEach((name, state) -> answer.withData(name, state.name()));
        return answer.build();
    }
}
