package vn.gov.hanoi.localstack.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirtyOfficersTest {
    private static final int ROWS = 20_000;

    private final OfficerRows officers = new OfficerRows(City2020.read(), 2020);
    private final DirtyOfficers dirty = new DirtyOfficers(officers);

    @ParameterizedTest
    @EnumSource(OfficerColumns.class)
    void shouldChangeExactlyTheRowsThatItTells(OfficerColumns columns) {
        // Given
        var clean = new StringBuilder();
        officers.write(ROWS, columns, clean);

        // When
        var written = new StringBuilder();
        var expected = dirty.write(ROWS, columns, written);

        // Then
        var before = clean.toString().lines().toList();
        var after = written.toString().lines().toList();
        var changed = IntStream.range(0, before.size())
                .filter(line -> !before.get(line).equals(after.get(line)))
                .boxed()
                .toList();
        assertThat(after).hasSameSizeAs(before);
        assertThat(expected).hasSize(ROWS / 100);
        assertThat(changed)
                .isEqualTo(expected.stream().map(DirtyOfficers.Expected::index).toList());
    }

    @Test
    void shouldHaveAtLeastTenKindsOfDirtEachNamedByItsCell() {
        // When
        var expected = dirty.write(ROWS, OfficerColumns.REQUIRED, new StringBuilder());

        // Then
        assertThat(expected.stream().map(DirtyOfficers.Expected::code).distinct())
                .hasSizeGreaterThan(10);
        assertThat(expected).allSatisfy(row -> assertThat(row.cell()).matches("[A-M]" + (row.index() + 1)));
    }

    @Test
    void shouldBeDirtyInTheSameWayEveryTime() {
        // When
        var first = new StringBuilder();
        var second = new StringBuilder();
        var told = List.of(
                dirty.write(ROWS, OfficerColumns.REQUIRED, first), dirty.write(ROWS, OfficerColumns.REQUIRED, second));

        // Then
        assertThat(told.getLast()).isEqualTo(told.getFirst());
        assertThat(second.toString()).isEqualTo(first.toString());
    }
}
