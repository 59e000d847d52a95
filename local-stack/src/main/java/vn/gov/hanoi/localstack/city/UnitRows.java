package vn.gov.hanoi.localstack.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * All units of the City with their codes, each parent before its children: City, then every department and district followed by its own units.
 * Departments are H26.1 onward and districts follow them; inside a unit divisions come first, communes after them, public units last.
 */
public final class UnitRows {
    private final City2020 city;
    private final List<UnitRow> rows = new ArrayList<>();

    public UnitRows(City2020 city) {
        this.city = city;
        rows.add(new UnitRow(city.code(), city.name(), UnitType.CITY, null, city.recordedFrom()));
        var number = 0;
        for (var department : city.departments()) {
            var code = city.code() + "." + ++number;
            add(code, department.name(), UnitType.DEPARTMENT, city.code());
            add(code, 1, department.divisions(), UnitType.DIVISION);
            add(code, department.divisions().size() + 1, city.publicUnits().namesIn(department), UnitType.PUBLIC_UNIT);
        }
        for (var district : city.districts()) {
            var code = city.code() + "." + ++number;
            add(code, district.name(), UnitType.DISTRICT, city.code());
            var divisions = city.divisionsOf(district);
            add(code, 1, divisions, UnitType.DIVISION);
            addCommunes(code, district);
            add(
                    code,
                    divisions.size() + district.communes().size() + 1,
                    city.publicUnits().namesIn(district),
                    UnitType.PUBLIC_UNIT);
        }
    }

    /** Units in import order. */
    public List<UnitRow> all() {
        return Collections.unmodifiableList(rows);
    }

    /** The one unit of that name below the department or district of that name. */
    public UnitRow named(String parentName, String name) {
        var parent = only(rows.stream()
                .filter(row -> row.name().equals(parentName))
                .filter(row -> city.code().equals(row.parentCode()))
                .toList());
        return only(rows.stream()
                .filter(row -> row.name().equals(name) && Objects.equals(row.parentCode(), parent.code()))
                .toList());
    }

    /** The import file of kind UNITS. */
    public String csv() {
        var csv = new CsvText("code", "name", "type", "parentCode", "validFrom", "validTo");
        rows.forEach(
                row -> csv.row(row.code(), row.name(), row.type(), row.parentCode(), row.validFrom(), (Object) null));
        return csv.toString();
    }

    private void add(String parentCode, int firstNumber, List<String> names, UnitType type) {
        for (var i = 0; i < names.size(); i++) {
            add(parentCode + "." + (firstNumber + i), names.get(i), type, parentCode);
        }
    }

    private void addCommunes(String parentCode, City2020.District district) {
        var offset = city.divisionsOf(district).size();
        for (var i = 0; i < district.communes().size(); i++) {
            var name = district.communes().get(i);
            var formed = district.formed().get(name);
            rows.add(new UnitRow(
                    parentCode + "." + (offset + i + 1),
                    name,
                    UnitType.ofCommune(name),
                    parentCode,
                    formed == null ? city.recordedFrom() : LocalDate.parse(formed)));
        }
    }

    private void add(String code, String name, UnitType type, String parentCode) {
        rows.add(new UnitRow(code, name, type, parentCode, city.recordedFrom()));
    }

    private static UnitRow only(List<UnitRow> found) {
        if (found.size() != 1) {
            throw new IllegalArgumentException("expected one unit, found " + found);
        }
        return found.getFirst();
    }
}
