package vn.gov.hanoi.localstack.reform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.localstack.city.DirectoryUnit;
import vn.gov.hanoi.localstack.reform.PlanRequest.Target;

/**
 * The one plan of 1 July 2025: 51 wards and 75 communes under the City instead of 30 districts and all communes. Divisions end and their people
 * are spread; schools and centres go below the successor of their commune, those of a whole district below the City. District leaders become
 * heads of successors, heads of communes fill the rest and the places of two deputies each. The same units give the same plan.
 */
public final class ReformPlan {
    private static final int DEPUTIES = 2;

    private final Reform2025 reform;
    private final CityTree tree;
    private final Leaders leaders;
    private final Map<UUID, List<Lineage.Share>> lineage;
    private final Map<String, String> refs = new LinkedHashMap<>();
    private final Set<UUID> placed = new HashSet<>();
    private final PlanRequest request;

    private ReformPlan(Reform2025 reform, List<DirectoryUnit> units, Leaders leaders) {
        this.reform = reform;
        this.tree = CityTree.of(units);
        this.leaders = leaders;
        this.lineage = Lineage.of(tree, reform);
        this.request = new PlanRequest(reform.title(), reform.decision(), reform.day());
    }

    /**
     * The request that drafts the plan, below 1 MiB as JSON.
     *
     * @param units all units of the City in force on the day before
     */
    public static ObjectNode of(Reform2025 reform, List<DirectoryUnit> units, Leaders leaders) {
        return new ReformPlan(reform, units, leaders).request();
    }

    private ObjectNode request() {
        for (var district : tree.districts()) {
            reform.successorsOf(district.unit()).forEach(this::create);
        }
        for (var district : tree.districts()) {
            district.communes().forEach(this::end);
            endDivisions(district);
            movePublicUnits(district);
            end(district.unit());
        }
        nameLeaders();
        return request.json();
    }

    private void create(String name) {
        var number = reform.firstCode() + refs.size();
        var ref = String.format(Locale.ROOT, "w%03d", refs.size() + 1);
        refs.put(name, ref);
        var type = name.startsWith("Phường ") ? "WARD" : "COMMUNE";
        request.create(
                ref, tree.city().code() + "." + number, name, type, tree.city().id());
    }

    private Target target(String successor) {
        return Target.made(Objects.requireNonNull(refs.get(successor), successor));
    }

    private List<Lineage.Share> sharesOf(UUID unitId) {
        return Objects.requireNonNull(lineage.get(unitId), "every district and commune has successors");
    }

    private void end(DirectoryUnit unit) {
        var shares = sharesOf(unit.id());
        var main = target(shares.getFirst().successor());
        shares.forEach(share -> request.succeed(unit.id(), target(share.successor()), share.share()));
        if (shares.size() == 1) {
            request.placeAll(unit.id(), main);
        } else {
            request.placeByShares(unit.id());
        }
        request.handOver(unit.id(), main);
        request.dissolve(unit.id());
    }

    private void endDivisions(CityTree.District district) {
        var successors = reform.successorsOf(district.unit());
        for (var i = 0; i < district.divisions().size(); i++) {
            var division = district.divisions().get(i);
            var successor = target(successors.get(i % successors.size()));
            request.placeAll(division.id(), successor);
            request.handOver(division.id(), successor);
            request.dissolve(division.id());
        }
    }

    private void movePublicUnits(CityTree.District district) {
        for (var unit : district.publicUnits()) {
            request.moveBelow(unit.id(), parentOf(unit, district));
        }
    }

    private Target parentOf(DirectoryUnit publicUnit, CityTree.District district) {
        if (CityTree.isOfAll(publicUnit, district)) {
            return Target.unit(tree.city().id());
        }
        var followed =
                CityTree.communeOf(publicUnit, district).orElse(district.unit().id());
        return target(sharesOf(followed).getFirst().successor());
    }

    private void nameLeaders() {
        for (var district : tree.districts()) {
            var own = new ArrayList<>(leaders.of(district.unit().id()));
            for (var successor : reform.successorsOf(district.unit())) {
                var chosen = new ArrayList<UUID>();
                if (!own.isEmpty()) {
                    chosen.add(own.removeFirst());
                }
                for (var commune : communesOf(successor)) {
                    if (chosen.size() <= DEPUTIES && placed.add(commune)) {
                        leaders.of(commune).stream().findFirst().ifPresent(chosen::add);
                    }
                }
                lead(successor, chosen);
            }
        }
    }

    private void lead(String successor, List<UUID> posts) {
        var name = successor.substring(0, 1).toLowerCase(Locale.ROOT) + successor.substring(1);
        for (var i = 0; i < posts.size(); i++) {
            var head = i == 0;
            request.lead(
                    posts.get(i),
                    target(successor),
                    head ? "HEAD" : "DEPUTY_HEAD",
                    (head ? "Chủ tịch" : "Phó Chủ tịch") + " UBND " + name);
        }
    }

    /** Communes of which the successor takes a part, those first whose largest part it is. */
    private List<UUID> communesOf(String successor) {
        var places = new HashMap<UUID, Integer>();
        for (var district : tree.districts()) {
            for (var commune : district.communes()) {
                var takers = sharesOf(commune.id()).stream()
                        .map(Lineage.Share::successor)
                        .toList();
                if (takers.contains(successor)) {
                    places.put(commune.id(), takers.indexOf(successor));
                }
            }
        }
        var order = tree.districts().stream()
                .flatMap(district -> district.communes().stream())
                .map(DirectoryUnit::id)
                .filter(places::containsKey)
                .toList();
        return order.stream().sorted(Comparator.comparing(places::get)).toList();
    }
}
