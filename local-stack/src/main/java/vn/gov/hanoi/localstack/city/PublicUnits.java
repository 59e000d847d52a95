package vn.gov.hanoi.localstack.city;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Public units (đơn vị sự nghiệp công lập) as data: so many of every district, named after its communes or after itself, and those
 * of some departments by name.
 */
record PublicUnits(List<Kind> ofEveryDistrict, Map<String, List<String>> ofDepartments) {

    /**
     * One kind of a district's units.
     *
     * @param communes one in each of so many communes, the first ones of the district; 0 for one of the district itself
     */
    record Kind(String name, int communes) {
        private List<String> namesIn(City2020.District district) {
            if (communes == 0) {
                var lower = district.name().substring(0, 1).toLowerCase(Locale.ROOT)
                        + district.name().substring(1);
                return List.of(name.replace("{district}", lower));
            }
            return district.communes().stream()
                    .map(UnitType::withoutType)
                    .distinct()
                    .limit(communes)
                    .map(commune -> name.replace("{commune}", commune))
                    .toList();
        }
    }

    List<String> namesIn(City2020.District district) {
        return ofEveryDistrict.stream()
                .flatMap(kind -> kind.namesIn(district).stream())
                .toList();
    }

    List<String> namesIn(City2020.Department department) {
        return ofDepartments.getOrDefault(department.name(), List.of());
    }
}
