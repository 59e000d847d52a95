package vn.gov.hanoi.kernel.directorycopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

/** Equal digests exactly for equal directories. */
@Tag("late")
class DirectoryDigestTest {
    private static final Logger LOGGER = Logger.getLogger(DirectoryDigestTest.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private final UUID unit = UUID.randomUUID();
    private final UUID officer = UUID.randomUUID();
    private KernelDatabase.Transaction transaction;
    private DirectoryDigest digests;

    @BeforeEach
    void begin() throws Exception {
        transaction = KernelDatabase.begin();
        digests = new DirectoryDigest(transaction.source());
        for (var table : List.of("assignments", "officers", "unit_successions", "unit_codes", "unit_states", "units")) {
            execute("delete from " + table);
        }
        new UnitCopy(transaction.source())
                .apply(List.of(new ToldUnit(unit)
                        .state("Phòng \"Một\", (hai) | ba", null, DAY, null)
                        .successor(UUID.randomUUID(), "0.5000", DAY)
                        .event(3)));
        var data = JSON.readTree("""
                {"officerCode": "CB1", "fullName": "Nguyễn Thị Mẫu", "category": "CIVIL_SERVANT", "assignments": [
                    {"id": "%s", "unitId": "%s", "position": "HEAD", "title": "Trưởng phòng", "leader": true, "main": true,
                     "validFrom": "2018-01-01", "validTo": null}]}""".formatted(UUID.randomUUID(), unit));
        new OfficerCopy(transaction.source())
                .apply(List.of(new InboundEvent("s", UUID.randomUUID(), "t", officer, 2, null, data)));
    }

    @AfterEach
    void rollBack() throws SQLException {
        transaction.close();
    }

    @Test
    void shouldCountAndBeTheSameForTheSame() {
        // When
        var first = digests.of(DirectoryCopyResource.COPY);
        var second = digests.of(DirectoryCopyResource.COPY);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first.units().count()).isEqualTo(1);
        assertThat(first.officers().count()).isEqualTo(1);
        assertThat(first.units().sha256())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(first.officers().sha256());
    }

    @Test
    void shouldNotDependOnWhereTheColumnsAre() throws SQLException {
        // Given
        execute(
                "create temporary table elsewhere as select officer_id as person, id as post, unit_id, position, title, leader,"
                        + " main, kind, category, valid_from, valid_to, now() as recorded_at from assignments");
        var copy = DirectoryCopyResource.COPY;
        var source = new DirectoryDigest.Columns(
                copy.units(),
                copy.states(),
                copy.codes(),
                copy.successions(),
                copy.officers(),
                "select person as officer_id, post as id, unit_id, position, title, leader, main, kind, category, valid_from,"
                        + " valid_to from elsewhere");

        // Then
        assertThat(digests.of(source)).isEqualTo(digests.of(copy));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update units set sequence = 4",
                "update unit_states set name = 'Phòng \"Một\", (hai) | bà'",
                "update unit_states set type = 'WARD'",
                "update unit_states set parent_id = uuidv7()",
                "update unit_states set valid_from = valid_from + 1",
                "update unit_states set valid_to = '2030-01-01'",
                "update unit_codes set code = 'H26.X'",
                "update unit_codes set valid_to = '2030-01-01'",
                "update unit_successions set share = 0.5001",
                "delete from unit_successions",
                "delete from unit_states"
            })
    void shouldSeeEveryDifferenceOfUnits(String change) throws SQLException {
        // Given
        var before = digests.of(DirectoryCopyResource.COPY);

        // When
        execute(change);

        // Then
        var after = digests.of(DirectoryCopyResource.COPY);
        assertThat(after.units().sha256()).isNotEqualTo(before.units().sha256());
        assertThat(after.officers()).isEqualTo(before.officers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update officers set sequence = 3",
                "update officers set full_name = 'Nguyễn Thị Mẩu'",
                "update assignments set unit_id = uuidv7()",
                "update assignments set title = 'Phó Trưởng phòng'",
                "update assignments set main = false",
                "update assignments set kind = 'ACTING'",
                "update assignments set category = 'CADRE'",
                "update assignments set valid_to = '2030-01-01'",
                "delete from assignments"
            })
    void shouldSeeEveryDifferenceOfOfficers(String change) throws SQLException {
        // Given
        var before = digests.of(DirectoryCopyResource.COPY);

        // When
        execute(change);

        // Then
        var after = digests.of(DirectoryCopyResource.COPY);
        assertThat(after.officers().sha256()).isNotEqualTo(before.officers().sha256());
        assertThat(after.units()).isEqualTo(before.units());
    }

    @Test
    void shouldReadTheWholeCity() throws SQLException {
        // Given
        execute(
                "insert into officers (id, officer_code, full_name, category, sequence)"
                        + " select uuidv7(), 'CB' || n, 'Nguyễn Thị Mẫu ' || n, 'CIVIL_SERVANT', 1 from generate_series(1, 161000) n");
        execute(
                "insert into assignments (id, officer_id, unit_id, position, title, leader, main, kind, category, valid_from)"
                        + " select uuidv7(), id, uuidv7(), 'STAFF', 'Chuyên viên', false, true, 'REGULAR', category, '2018-01-01'"
                        + " from officers where officer_code like 'CB%'");

        // When
        var begin = Instant.now();
        var digest = digests.of(DirectoryCopyResource.COPY);
        var took = Duration.between(begin, Instant.now());

        // Then
        LOGGER.infof("digest of %d officers in %d ms", digest.officers().count(), took.toMillis());
        assertThat(digest.officers().count()).isGreaterThanOrEqualTo(161_000);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = transaction.connection().createStatement()) {
            statement.execute(sql);
        }
    }
}
