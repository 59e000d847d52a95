package vn.gov.hanoi.localstack.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hanoi as it was organised in 2020, with the training plan of that year and some vacancies. Sources and assumptions: city-2020/README.md.
 *
 * @param code electronic code of the City People's Committee, H26 (Decision 20/2020/QĐ-TTg; the number is assumed)
 * @param recordedFrom day from which units are recorded; units formed later have their own day
 * @param urbanDivisions the 12 divisions of a quận or thị xã
 * @param ruralDivisions the 12 divisions of a huyện
 * @param departments departments and equivalents in the order of their codes
 * @param districts districts in the order of their codes, after the departments
 * @param publicUnits schools, hospitals and centres below districts and departments
 */
public record City2020(
        String code,
        String name,
        LocalDate recordedFrom,
        List<String> urbanDivisions,
        List<String> ruralDivisions,
        List<Department> departments,
        List<District> districts,
        PublicUnits publicUnits,
        TrainingPlan plan,
        Vacancies vacancies) {

    /** Reads the City from the program's own files. */
    public static City2020 read() {
        var city = CityFiles.read("city.json", CityFile.class);
        return new City2020(
                city.code(),
                city.name(),
                LocalDate.parse(city.recordedFrom()),
                city.urbanDivisions(),
                city.ruralDivisions(),
                CityFiles.read("departments.json", DepartmentsFile.class).departments(),
                CityFiles.read("districts.json", DistrictsFile.class).districts(),
                CityFiles.read("public-units.json", PublicUnits.class),
                CityFiles.read("training-plan.json", TrainingPlan.class),
                CityFiles.read("vacancies.json", Vacancies.class));
    }

    List<String> divisionsOf(District district) {
        return district.name().startsWith("Huyện ") ? ruralDivisions : urbanDivisions;
    }

    /** A department (Sở) or an equivalent body with its divisions. */
    public record Department(String name, List<String> divisions) {}

    /**
     * A district (quận, huyện, thị xã) with its communes.
     *
     * @param formed days on which communes were formed, where that was after the start of the records
     */
    public record District(String name, List<String> communes, Map<String, String> formed) {
        public District(String name, List<String> communes, @Nullable Map<String, String> formed) {
            this.name = name;
            this.communes = List.copyOf(communes);
            this.formed = formed == null ? Map.of() : Map.copyOf(formed);
        }
    }

    private record CityFile(
            String code, String name, String recordedFrom, List<String> urbanDivisions, List<String> ruralDivisions) {}

    private record DepartmentsFile(List<Department> departments) {}

    private record DistrictsFile(List<District> districts) {}
}
