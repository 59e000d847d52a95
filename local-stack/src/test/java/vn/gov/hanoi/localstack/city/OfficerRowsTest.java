package vn.gov.hanoi.localstack.city;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfficerRowsTest {
    private static final int DEFAULT = 3_000;

    private final City2020 city = City2020.read();
    private final UnitRows units = new UnitRows(city);
    private final OfficerRows officers = new OfficerRows(city, 2020);

    @Test
    void shouldMakeTheSameOfficersForTheSameSeedAndOthersForAnother() {
        // When
        var first = officers.stream(DEFAULT).toList();
        var second = new OfficerRows(city, 2020).stream(DEFAULT).toList();
        var other = new OfficerRows(city, 2021).stream(DEFAULT).toList();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void shouldBeginALargeLoadWithTheOfficersOfASmallOne() {
        // When
        var small = officers.stream(DEFAULT).toList();
        var large = officers.stream(20_000).limit(DEFAULT).toList();

        // Then
        assertThat(large).isEqualTo(small);
    }

    @Test
    void shouldGiveEveryUnitExactlyOneHeadBeforeAnyoneElse() {
        // When
        var rows = officers.stream(DEFAULT).toList();

        // Then
        assertThat(rows.subList(0, units.all().size()))
                .extracting(OfficerRow::unitCode)
                .containsExactlyElementsOf(
                        units.all().stream().map(UnitRow::code).toList());
        assertThat(rows.subList(0, units.all().size()))
                .allSatisfy(row -> assertThat(row.position()).isEqualTo(OfficerRow.Position.HEAD))
                .allSatisfy(row -> assertThat(row.leader()).isTrue());
        assertThat(rows.subList(units.all().size(), rows.size()))
                .extracting(OfficerRow::position)
                .doesNotContain(OfficerRow.Position.HEAD)
                .contains(OfficerRow.Position.DEPUTY_HEAD, OfficerRow.Position.STAFF);
    }

    @Test
    void shouldCallLeadersByTheLawOfTheirUnit() {
        // Given
        var codes =
                List.of("H26", "H26.1", "H26.20", "H26.21", "H26.23", "H26.1.1", "H26.15.5", "H26.23.13", "H26.41.13");

        // When
        var heads = officers.stream(DEFAULT)
                .filter(row -> row.position() == OfficerRow.Position.HEAD)
                .collect(Collectors.toMap(OfficerRow::unitCode, OfficerRow::title));

        // Then
        assertThat(codes)
                .extracting(heads::get)
                .containsExactly(
                        "Chủ tịch UBND Thành phố Hà Nội",
                        "Giám đốc Sở Nội vụ",
                        "Chánh Thanh tra Thành phố",
                        "Trưởng Ban Dân tộc",
                        "Chủ tịch UBND quận Ba Đình",
                        "Chánh Văn phòng Sở",
                        "Trưởng phòng Nghiệp vụ Y",
                        "Chủ tịch UBND phường Phúc Xá",
                        "Chủ tịch UBND thị trấn Tây Đằng");
    }

    @Test
    void shouldKeepTheCategoriesOfTheHeadcountInTheWholeCity() {
        // Given
        var persons = 169_123;
        var expected = Map.of(
                OfficerRow.Category.PUBLIC_EMPLOYEE, 117_555,
                OfficerRow.Category.CONTRACT_WORKER, 412 + 22_838,
                OfficerRow.Category.COMMUNE_PART_TIME, 8_065,
                OfficerRow.Category.CADRE, 1_056 + 8_632 / 2,
                OfficerRow.Category.CIVIL_SERVANT, 7_940 + 2_625 + 8_632 / 2);

        // When
        var counts = officers.stream(OfficerRows.WHOLE_CITY).collect(groupingBy(OfficerRow::category, counting()));

        // Then
        // Half a per cent of the City: leaders are complete from the beginning, so their groups are a little ahead.
        assertThat(counts.keySet()).isEqualTo(expected.keySet());
        assertThat(counts).allSatisfy((category, count) -> assertThat(
                        Math.abs(count * persons - (long) expected.get(category) * OfficerRows.WHOLE_CITY))
                .as("%s: %d", category, count)
                .isLessThan((long) persons * OfficerRows.WHOLE_CITY / 200));
    }

    @Test
    void shouldGiveEveryOfficerAnOwnCodeAWellFormedNameAndAPlausibleAge() {
        // Given
        var codes = new HashSet<String>();

        // When
        var rows = officers.stream(20_000).toList();

        // Then
        assertThat(rows.getFirst().officerCode()).isEqualTo("CB0000001");
        assertThat(rows).allSatisfy(row -> {
            assertThat(codes.add(row.officerCode())).isTrue();
            assertThat(Normalizer.isNormalized(row.fullName(), Normalizer.Form.NFC))
                    .isTrue();
            assertThat(row.fullName()).matches("(\\p{Lu}\\p{Ll}* ){2,3}\\p{Lu}\\p{Ll}*");
            assertThat(row.birthDate()).isBetween(LocalDate.of(1961, 1, 1), LocalDate.of(1995, 12, 31));
            assertThat(row.validFrom()).isBetween(LocalDate.of(2018, 1, 1), LocalDate.of(2020, 6, 30));
        });
    }

    @Test
    void shouldAssignNobodyToAUnitBeforeItExists() {
        // Given
        var starts = units.all().stream().collect(Collectors.toMap(UnitRow::code, UnitRow::validFrom));

        // When
        var rows = officers.stream(20_000).toList();

        // Then
        assertThat(rows)
                .allSatisfy(row -> assertThat(starts.get(row.unitCode())).isBeforeOrEqualTo(row.validFrom()));
    }

    @Test
    void shouldSplitOfficersIntoFilesOfLimitedLength() {
        // When
        var files = officers.csvFiles(2_500, 1_000, OfficerColumns.REQUIRED).toList();

        // Then
        assertThat(files).extracting(file -> file.lines().count() - 1).containsExactly(1_000L, 1_000L, 500L);
        assertThat(files).allSatisfy(file -> assertThat(file)
                .startsWith("officerCode,fullName,category,birthDate,unitCode,position,title,leader,validFrom,"
                        + "decisionNumber\nCB000"));
    }

    @Test
    void shouldGiveEveryoneAnOwnNumberOfTheRightFormThatTellsSexAndYearOfBirth() {
        // Given
        var numbers = new HashSet<String>();

        // When
        var rows = officers.stream(OfficerRows.WHOLE_CITY);

        // Then
        assertThat(rows.filter(row -> !numbers.add(row.personalNumber())
                        || !row.personalNumber()
                                .matches("001%d%02d9\\d{5}"
                                        .formatted(
                                                row.sex() == OfficerRow.Sex.FEMALE ? 1 : 0,
                                                row.birthDate().getYear() % 100))))
                .isEmpty();
    }

    @Test
    void shouldWriteTheWholeFileAsTheFilesOfItsPartsWithTheColumnsAskedFor() {
        // When
        var whole = new StringBuilder();
        officers.write(DEFAULT, OfficerColumns.ALL, whole);
        var parts = officers.csvFiles(DEFAULT, 1_000, OfficerColumns.ALL).toList();

        // Then
        var header = whole.substring(0, whole.indexOf("\n") + 1);
        assertThat(header).endsWith(",decisionNumber,sex,personalNumber\n");
        assertThat(whole.toString())
                .isEqualTo(header
                        + parts.stream()
                                .map(part -> part.substring(header.length()))
                                .collect(Collectors.joining()));
    }

    @Test
    void shouldRefuseMoreOfficersThanTheCityHas() {
        // When / Then
        assertThatIllegalArgumentException().isThrownBy(() -> officers.stream(OfficerRows.WHOLE_CITY + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> officers.stream(-1));
    }
}
