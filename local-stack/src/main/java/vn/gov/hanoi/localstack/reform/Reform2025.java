package vn.gov.hanoi.localstack.reform;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.gov.hanoi.localstack.city.DirectoryUnit;

/**
 * What the reform decided, as data: the 51 wards and 75 communes by the district in which most of each lies.
 *
 * @param firstCode number of the first successor's code below the City's
 * @param widest the successor of most predecessors
 */
public record Reform2025(
        String title, Decision decision, String effectiveOn, int firstCode, String widest, List<District> districts) {

    /** The decision by which the plan stands. */
    public record Decision(String number, String signedOn, String issuer) {}

    /** Successors of a district's communes. */
    public record District(String name, List<String> successors) {}

    /** Reads the reform from the program's own file. */
    public static Reform2025 read() {
        try (var file = Objects.requireNonNull(Reform2025.class.getResourceAsStream("/reform-2025/reform.json"))) {
            return JsonMapper.builder().build().readValue(file, Reform2025.class);
        } catch (IOException e) {
            throw new UncheckedIOException("reform-2025/reform.json cannot be read", e);
        }
    }

    /** First day on which the successors are in force. */
    public LocalDate day() {
        return LocalDate.parse(effectiveOn);
    }

    List<String> successorsOf(DirectoryUnit district) {
        return districts.stream()
                .filter(each -> each.name().equals(district.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the reform knows no " + district.name()))
                .successors();
    }
}
