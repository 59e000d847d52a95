package vn.gov.hanoi.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which names of the services' contracts stay. A name that means two things gets the service in front, in every contract
 * that has it, so that the outcome does not depend on who comes first: {@code listDeadLetters} becomes
 * {@code evaluationListDeadLetters}, the schema {@code Plan} becomes {@code TrainingPlan}.
 */
final class ContractNames {
    private final Map<String, JsonNode> contracts;
    private final Map<String, String> components = new HashMap<>();
    private final Map<String, String> operations = new HashMap<>();

    ContractNames(Map<String, JsonNode> contracts) {
        this.contracts = contracts;
        nameComponents();
        nameOperations();
    }

    /** @param place section and name, for example {@code schemas/Plan} */
    String component(String service, String place) {
        return components.getOrDefault(service + " " + place, place);
    }

    String operation(String service, String id) {
        return operations.getOrDefault(service + " " + id, id);
    }

    private void nameComponents() {
        var owners = new TreeMap<String, Map<String, JsonNode>>();
        contracts.forEach((service, contract) -> contract.path("components")
                .properties()
                .forEach(section -> section.getValue().properties().forEach(each -> owners.computeIfAbsent(
                                section.getKey() + "/" + each.getKey(), place -> new TreeMap<>())
                        .put(service, each.getValue()))));
        var taken = new HashSet<>(owners.keySet());
        var ambiguous = ambiguous(owners);
        owners.forEach((place, contents) -> {
            if (ambiguous.contains(place)) {
                var parts = place.split("/", 2);
                contents.keySet()
                        .forEach(service -> components.put(
                                service + " " + place, free(parts[0] + "/" + capital(service) + parts[1], taken)));
            }
        });
    }

    /** Equal text is not enough: what a component refers to must be the same thing as well. */
    private static Set<String> ambiguous(Map<String, Map<String, JsonNode>> owners) {
        var shared = new TreeMap<>(owners);
        shared.values().removeIf(contents -> contents.size() < 2);
        var found = new TreeSet<String>();
        shared.forEach((place, contents) -> {
            if (Set.copyOf(contents.values()).size() > 1) {
                found.add(place);
            }
        });
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var each : shared.entrySet()) {
                if (!found.contains(each.getKey()) && refersTo(each.getValue().values(), found)) {
                    found.add(each.getKey());
                    grown = true;
                }
            }
        }
        return found;
    }

    private static boolean refersTo(Collection<JsonNode> contents, Set<String> places) {
        return contents.stream()
                .flatMap(content -> References.in(content).stream())
                .anyMatch(places::contains);
    }

    private void nameOperations() {
        var owners = new TreeMap<String, Set<String>>();
        contracts.forEach(
                (service, contract) -> ids(contract).forEach(id -> owners.computeIfAbsent(id, any -> new TreeSet<>())
                        .add(service)));
        var taken = new HashSet<>(owners.keySet());
        owners.forEach((id, services) -> {
            if (services.size() > 1) {
                services.forEach(service -> operations.put(service + " " + id, free(service + capital(id), taken)));
            }
        });
    }

    private static List<String> ids(JsonNode contract) {
        return contract.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(operation -> operation.path("operationId").asText())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The wanted name, or the first one after it that nobody has. */
    private static String free(String wanted, Set<String> taken) {
        var name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
