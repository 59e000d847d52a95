package vn.gov.hanoi.localstack.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class City2020Test {
    private final City2020 city = City2020.read();

    @Test
    void shouldHaveTheCommunesOfEveryDistrictIn2020() {
        // Given
        var expected = new LinkedHashMap<String, Integer>();
        List.of(
                        "Quận Ba Đình 14, Quận Hoàn Kiếm 18, Quận Tây Hồ 8, Quận Long Biên 14, Quận Cầu Giấy 8, Quận Đống Đa 21",
                        "Quận Hai Bà Trưng 18, Quận Hoàng Mai 14, Quận Thanh Xuân 11, Quận Nam Từ Liêm 10, Quận Bắc Từ Liêm 13",
                        "Quận Hà Đông 17, Thị xã Sơn Tây 15, Huyện Sóc Sơn 26, Huyện Đông Anh 24, Huyện Gia Lâm 22",
                        "Huyện Thanh Trì 16, Huyện Mê Linh 18, Huyện Ba Vì 31, Huyện Phúc Thọ 21, Huyện Đan Phượng 16",
                        "Huyện Hoài Đức 20, Huyện Quốc Oai 21, Huyện Thạch Thất 23, Huyện Chương Mỹ 32, Huyện Thanh Oai 21",
                        "Huyện Thường Tín 29, Huyện Phú Xuyên 27, Huyện Ứng Hòa 29, Huyện Mỹ Đức 22")
                .forEach(line -> List.of(line.split(", ")).forEach(entry -> {
                    var space = entry.lastIndexOf(' ');
                    expected.put(entry.substring(0, space), Integer.valueOf(entry.substring(space + 1)));
                }));

        // When
        var counts = new LinkedHashMap<String, Integer>();
        city.districts()
                .forEach(district ->
                        counts.put(district.name(), district.communes().size()));

        // Then
        assertThat(List.copyOf(counts.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(579);
    }

    @Test
    void shouldHave22DepartmentsWithFiveToNineDivisionsEach() {
        // When
        var departments = city.departments();

        // Then
        assertThat(departments).hasSize(22);
        assertThat(departments)
                .allSatisfy(department ->
                        assertThat(department.divisions()).hasSizeBetween(5, 9).doesNotHaveDuplicates());
        assertThat(departments.getFirst().name()).isEqualTo("Sở Nội vụ");
        assertThat(departments.getLast().name()).isEqualTo("Ban Quản lý các khu công nghiệp và chế xuất");
    }

    @Test
    void shouldHoldThePlanOf2020ToTheDong() {
        // When
        var blocks = city.plan().blocks();

        // Then
        assertThat(blocks)
                .extracting(TrainingPlan.Block::code, TrainingPlan.Block::budgetVnd)
                .containsExactly(
                        tuple("DEPARTMENTS", 134_663_000_000L),
                        tuple("PROGRAMMES", 32_624_000_000L),
                        tuple("DISTRICTS", 33_107_000_000L));
        assertThat(blocks.stream().mapToLong(TrainingPlan.Block::budgetVnd).sum())
                .isEqualTo(200_394_000_000L);
        assertThat(quota("DEPARTMENTS")).isEqualTo(Map.of("classes", 1_040, "places", 43_238));
        assertThat(quota("DISTRICTS")).isEqualTo(Map.of("classes", 920, "places", 133_144));
    }

    @Test
    void shouldKeepTheProgrammesPendingAndUnallotted() {
        // When
        var programmes = block("PROGRAMMES");

        // Then
        assertThat(programmes.status()).isEqualTo("PENDING_APPROVAL");
        assertThat(programmes.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.classes()).isNull();
            assertThat(line.places()).isNull();
        });
    }

    @Test
    void shouldAnnounceSomeVacanciesOfDivisionsWithTwoCandidatesAPositionAtLeast() {
        // Given
        var units = new UnitRows(city);

        // When
        var posts = city.vacancies().posts();

        // Then
        assertThat(posts).hasSizeBetween(8, 10).allSatisfy(post -> {
            assertThat(units.named(post.parent(), post.unit()).type()).isEqualTo(UnitType.DIVISION);
            assertThat(post.minimumCandidates()).isGreaterThanOrEqualTo(2 * post.positions());
        });
        assertThat(posts).extracting(Vacancies.Post::announced).contains(true, false);
    }

    private TrainingPlan.Block block(String code) {
        return city.plan().blocks().stream()
                .filter(block -> block.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Integer> quota(String code) {
        var lines = block(code).lines();
        return Map.of(
                "classes",
                        lines.stream()
                                .map(TrainingPlan.Line::classes)
                                .mapToInt(Objects::requireNonNull)
                                .sum(),
                "places",
                        lines.stream()
                                .map(TrainingPlan.Line::places)
                                .mapToInt(Objects::requireNonNull)
                                .sum());
    }
}
