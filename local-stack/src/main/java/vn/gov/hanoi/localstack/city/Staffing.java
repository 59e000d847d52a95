package vn.gov.hanoi.localstack.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Who works where, as data: groups with their headcount, titles of leaders by unit, limits of age. Sizes follow the quota of 2025. */
record Staffing(int femalePercent, Birth birth, String assignedTo, List<Leaders> leaders, List<Group> groups) {

    static Staffing read() {
        return CityFiles.read("staffing.json", Staffing.class);
    }

    /** The first rule that fits a unit says how its leaders are called. */
    Leaders leadersOf(UnitRow unit) {
        return leaders.stream()
                .filter(rule ->
                        rule.unitTypes().contains(unit.type()) && unit.name().startsWith(rule.namePrefix()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("staffing.json names no leader for " + unit));
    }

    /** Bounds of birth dates, both inclusive; retirement was at 60 for men and 55 for women. */
    record Birth(String maleFrom, String femaleFrom, String leaderTo, String staffTo) {
        LocalDate from(OfficerRow.Sex sex) {
            return LocalDate.parse(sex == OfficerRow.Sex.FEMALE ? femaleFrom : maleFrom);
        }

        LocalDate to(OfficerRow.Position position) {
            return LocalDate.parse(position == OfficerRow.Position.STAFF ? staffTo : leaderTo);
        }
    }

    /** Leaders of the units of some types; countedIn is the group whose headcount they use. */
    record Leaders(
            List<UnitType> unitTypes,
            String namePrefix,
            String countedIn,
            OfficerRow.Category category,
            String head,
            String deputy,
            int deputies) {

        String title(OfficerRow.Position position, UnitRow unit) {
            return (position == OfficerRow.Position.HEAD ? head : deputy)
                    .replace("{name}", unit.name())
                    .replace("{lowerName}", unit.nameInSentence());
        }
    }

    /** A group of the headcount with its category, its places of work and the weights of its titles. */
    record Group(
            String code,
            OfficerRow.Category category,
            int persons,
            List<UnitType> unitTypes,
            String namePrefix,
            Map<String, Integer> titles) {

        boolean worksIn(UnitRow unit) {
            return unitTypes.contains(unit.type()) && unit.name().startsWith(namePrefix);
        }
    }
}
