package vn.gov.hanoi.gateway.instance;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import vn.gov.hanoi.gateway.GatewayConfig;

/** The instances of each service, asked in turn. */
@ApplicationScoped
public class Instances {
    private record Group(List<Instance> instances, AtomicInteger turn) {}

    private final Map<String, Group> groups;
    private final MeterRegistry meters;

    Instances(GatewayConfig config, Clock clock, MeterRegistry meters) {
        this.meters = meters;
        var patience = new Instance.Patience(config.instanceRest(), config.circuitFailures(), config.circuitOpenTime());
        this.groups = config.origins().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        service -> new Group(
                                service.getValue().stream()
                                        .map(address -> new Instance(address, patience, clock))
                                        .toList(),
                                new AtomicInteger())));
        groups.forEach((service, group) -> group.instances()
                .forEach(instance ->
                        meters.gauge("gateway_instance_state", tags(service, instance), instance, known -> known.state()
                                .ordinal())));
    }

    /** The attempts of one request. @param reading whether it changes nothing and has no body, so that it may be sent twice */
    public Attempts attempts(String service, boolean reading) {
        return new Attempts(this, service, reading);
    }

    /**
     * The instance whose turn it is. If none is ready, the likeliest of the others: one that is away refuses at once and a
     * leaving one serves, while a slow one would only be waited for.
     */
    Optional<Instance> next(String service, boolean reading, Collection<Instance> tried) {
        var group = group(service);
        int size = group.instances().size();
        int first = Math.floorMod(group.turn().getAndIncrement(), size);
        for (int i = 0; i < size; i++) {
            var instance = group.instances().get((first + i) % size);
            if (!tried.contains(instance) && instance.takes(reading)) {
                return Optional.of(instance);
            }
        }
        return group.instances().stream()
                .filter(instance -> !tried.contains(instance) && !instance.isHopeless())
                .max(Comparator.comparing(Instance::state));
    }

    /** Whether one that was not tried yet is known to be well. */
    boolean hasReady(String service, Collection<Instance> tried) {
        return group(service).instances().stream()
                .anyMatch(instance -> !tried.contains(instance) && instance.state() == Instance.State.READY);
    }

    int size(String service) {
        return group(service).instances().size();
    }

    /** Each instance with its state, by service and address. */
    Map<String, Instance.State> states() {
        return groups.entrySet().stream()
                .flatMap(group -> group.getValue().instances().stream()
                        .map(instance -> Map.entry(name(group.getKey(), instance), instance.state())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void count(String service, Instance instance, String outcome) {
        meters.counter(
                        "gateway_instance_failures_total",
                        tags(service, instance).and("outcome", outcome))
                .increment();
    }

    private Group group(String service) {
        return Objects.requireNonNull(groups.get(service));
    }

    private static String name(String service, Instance instance) {
        return service + " " + instance.address().getAuthority();
    }

    private static Tags tags(String service, Instance instance) {
        return Tags.of("service", service, "instance", instance.address().getAuthority());
    }
}
