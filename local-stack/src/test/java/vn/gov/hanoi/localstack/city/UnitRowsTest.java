package vn.gov.hanoi.localstack.city;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class UnitRowsTest {
    private final UnitRows units = new UnitRows(City2020.read());

    @Test
    void shouldCountTheUnitsOfEachType() {
        // When
        var counts = units.all().stream().collect(groupingBy(UnitRow::type, counting()));

        // Then
        assertThat(counts)
                .isEqualTo(Map.of(
                        UnitType.CITY, 1L,
                        UnitType.DEPARTMENT, 22L,
                        UnitType.DISTRICT, 30L,
                        UnitType.DIVISION, 360L + 169L,
                        UnitType.WARD, 175L,
                        UnitType.TOWNSHIP, 21L,
                        UnitType.COMMUNE, 383L,
                        UnitType.PUBLIC_UNIT, 30L * 26 + 59));
        assertThat(units.all()).hasSize(2_000);
    }

    @Test
    void shouldNameTwelveDivisionsInEveryDistrict() {
        // Given
        var districts = units.all().stream()
                .filter(unit -> unit.type() == UnitType.DISTRICT)
                .map(UnitRow::code)
                .toList();

        // When
        var divisions = units.all().stream()
                .filter(unit -> unit.type() == UnitType.DIVISION)
                .filter(unit -> districts.contains(String.valueOf(unit.parentCode())))
                .collect(groupingBy(unit -> String.valueOf(unit.parentCode()), counting()));

        // Then
        assertThat(divisions).hasSize(30).allSatisfy((_, count) -> assertThat(count)
                .isEqualTo(12));
    }

    @Test
    void shouldPutEveryParentBeforeItsChildrenAndUseNoCodeTwice() {
        // When
        var seen = new HashSet<String>();

        // Then
        assertThat(units.all()).allSatisfy(unit -> {
            assertThat(unit.code()).matches("[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4})*").hasSizeLessThanOrEqualTo(35);
            if (unit.type() == UnitType.CITY) {
                assertThat(unit.parentCode()).isNull();
            } else {
                assertThat(seen).contains(unit.parentCode());
            }
            assertThat(seen.add(unit.code())).as("%s is new", unit.code()).isTrue();
        });
    }

    @Test
    void shouldGiveTheCodesThatTheSuiteKnowsItsFirstUnitsBy() {
        // When
        var homeAffairs = units.named("Sở Nội vụ", "Văn phòng Sở");
        var wardOfBaDinh = units.named("Quận Ba Đình", "Phường Phúc Xá");
        var lastCommune = units.named("Huyện Mỹ Đức", "Xã An Phú");
        var lastPublicUnit = units.all().getLast();

        // Then
        assertThat(homeAffairs.code()).isEqualTo("H26.1.1");
        assertThat(wardOfBaDinh.code()).isEqualTo("H26.23.13");
        assertThat(lastCommune.code()).isEqualTo("H26.52.34");
        assertThat(lastPublicUnit.code()).isEqualTo("H26.52.60");
    }

    @Test
    void shouldStartTheCommunesFormedIn2020OnTheirDay() {
        // When
        var late = units.all().stream()
                .filter(unit -> !unit.validFrom().equals(LocalDate.of(2018, 1, 1)))
                .toList();

        // Then
        assertThat(late).extracting(UnitRow::name).containsExactly("Xã Xuân Đình", "Xã Sen Phương", "Xã Nam Tiến");
        assertThat(late).extracting(UnitRow::validFrom).containsOnly(LocalDate.of(2020, 3, 1));
    }

    @Test
    void shouldWriteTheImportFileInUnicodeNormalFormC() throws Exception {
        // When
        var csv = units.csv();

        // Then
        assertThat(Normalizer.isNormalized(csv, Normalizer.Form.NFC)).isTrue();
        assertThat(csv)
                .startsWith("code,name,type,parentCode,validFrom,validTo\n"
                        + "H26,Ủy ban nhân dân Thành phố Hà Nội,CITY,,2018-01-01,\n"
                        + "H26.1,Sở Nội vụ,DEPARTMENT,H26,2018-01-01,\n");
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
            assertThat(parser.getRecords()).hasSize(1 + 2_000).allSatisfy(record -> assertThat(record.size())
                    .isEqualTo(6));
        }
    }

    @Test
    void shouldRefuseANameThatIsNotTheOnlyOne() {
        // When / Then
        assertThatIllegalArgumentException().isThrownBy(() -> units.named("Sở Nội vụ", "Phòng Không có"));
        assertThatIllegalArgumentException().isThrownBy(() -> UnitType.ofCommune("Quận Ba Đình"));
    }
}
