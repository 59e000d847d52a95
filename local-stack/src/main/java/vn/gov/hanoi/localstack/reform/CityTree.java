package vn.gov.hanoi.localstack.reform;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.localstack.city.DirectoryUnit;

/** The part of the directory that the reform is about: the City and its districts with all their units, in a fixed order. */
record CityTree(DirectoryUnit city, List<District> districts) {

    /** A district and what is directly below it. */
    record District(
            DirectoryUnit unit,
            List<DirectoryUnit> communes,
            List<DirectoryUnit> divisions,
            List<DirectoryUnit> publicUnits) {}

    /** @param units all units in force, in any order */
    static CityTree of(List<DirectoryUnit> units) {
        var sorted =
                units.stream().sorted(Comparator.comparing(CityTree::place)).toList();
        var city = sorted.stream()
                .filter(unit -> unit.type().equals("CITY"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no City"));
        return new CityTree(
                city,
                sorted.stream()
                        .filter(unit -> unit.type().equals("DISTRICT"))
                        .map(unit -> district(unit, sorted))
                        .toList());
    }

    private static District district(DirectoryUnit unit, List<DirectoryUnit> sorted) {
        var below = sorted.stream()
                .filter(each -> unit.id().equals(each.parentId()))
                .toList();
        return new District(
                unit,
                below.stream().filter(DirectoryUnit::isCommune).toList(),
                ofType("DIVISION", below),
                ofType("PUBLIC_UNIT", below));
    }

    private static List<DirectoryUnit> ofType(String type, List<DirectoryUnit> units) {
        return units.stream().filter(unit -> unit.type().equals(type)).toList();
    }

    /** H26.2 stands before H26.10. */
    private static String place(DirectoryUnit unit) {
        var groups = new StringBuilder();
        for (var group : unit.code().split("\\.")) {
            groups.append("0".repeat(Math.max(0, 4 - group.length()))).append(group);
        }
        return groups.toString();
    }

    /** Whether a public unit is called after its whole district, as "Trung tâm Y tế quận Ba Đình" is. */
    static boolean isOfAll(DirectoryUnit publicUnit, District district) {
        return publicUnit.name().endsWith(district.unit().name().substring(1));
    }

    /** The commune after which a public unit is called, if it is still one of the district's. */
    static Optional<UUID> communeOf(DirectoryUnit publicUnit, District district) {
        return district.communes().stream()
                .filter(commune -> publicUnit.name().endsWith(" " + commune.shortName()))
                .max(Comparator.comparingInt(commune -> commune.shortName().length()))
                .map(DirectoryUnit::id);
    }
}
