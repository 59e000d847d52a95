package vn.gov.hanoi.kernel.directorycopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.testing.KernelDatabase;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** The copy through time: what was and what will be, told by events in any order. */
class UnitTimeTest {
    private static final LocalDate BEGIN = LocalDate.of(2018, 1, 1);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final LocalDate today = LocalDate.now(HanoiClock.ZONE);
    private final UUID city = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private KernelDatabase.Transaction transaction;
    private UnitCopy copy;

    @BeforeEach
    void begin() throws SQLException {
        transaction = KernelDatabase.begin();
        copy = new UnitCopy(transaction.source());
        tell(
                new ToldUnit(city).state("Thành phố", null, BEGIN, null).event(1),
                new ToldUnit(one).state("Sở Một", city, BEGIN, null).event(1),
                new ToldUnit(other).state("Sở Hai", city, BEGIN, null).event(1));
    }

    @AfterEach
    void rollBack() throws SQLException {
        transaction.close();
    }

    @Test
    void shouldShowAUnitToBothParentsWhenItMovesTomorrow() {
        // When
        tell(new ToldUnit(unit)
                .state("Phòng", one, BEGIN, today.plusDays(1))
                .state("Phòng", other, today.plusDays(1), null)
                .event(1));

        // Then
        assertThat(within(one)).containsExactlyInAnyOrder(one, unit);
        assertThat(within(other)).containsExactlyInAnyOrder(other, unit);
        assertThat(on(unit, "parent_id", today)).isEqualTo(one.toString());
        assertThat(on(unit, "parent_id", today.plusDays(1))).isEqualTo(other.toString());
        assertThat(text("select parent_id from units where id = ?", unit)).isEqualTo(one.toString());
    }

    @Test
    void shouldHideAUnitFromTheParentThatItLeft() {
        // When
        tell(new ToldUnit(unit)
                .state("Phòng", one, BEGIN, today)
                .state("Phòng", other, today, null)
                .event(1));

        // Then
        assertThat(within(one)).containsExactly(one);
        assertThat(within(other)).containsExactlyInAnyOrder(other, unit);
        assertThat(text("select parent_id from units where id = ?", unit)).isEqualTo(other.toString());
    }

    @Test
    void shouldKeepAClosedUnitBelowItsLastParentOnly() {
        // When
        tell(new ToldUnit(unit)
                .state("Phòng", one, BEGIN, LocalDate.of(2020, 1, 1))
                .state("Phòng đổi tên", other, LocalDate.of(2020, 1, 1), REFORM)
                .event(1));

        // Then
        assertThat(within(one)).containsExactly(one);
        assertThat(within(other)).containsExactlyInAnyOrder(other, unit);
        assertThat(within(unit)).containsExactly(unit);
        assertThat(text("select string_agg(id::text, ',') from units_directly_within(?)", other))
                .isEqualTo(unit.toString());
        assertThat(on(unit, "name", LocalDate.of(2019, 6, 1))).isEqualTo("Phòng");
        assertThat(on(unit, "name", today)).isEqualTo("Phòng đổi tên");
        assertThat(on(unit, "name", LocalDate.of(2000, 1, 1))).isEqualTo("Phòng");
    }

    @Test
    void shouldFindAUnitByEveryElectronicCodeItHasOrHad() {
        // When
        tell(new ToldUnit(unit)
                .state("Phường", one, BEGIN, null)
                .code("ELECTRONIC", "H26.23." + unit, BEGIN, REFORM)
                .code("ELECTRONIC_OLD", "000.23.01.H26", BEGIN, REFORM)
                .code("ADMINISTRATIVE", "00001", BEGIN, null)
                .code("ELECTRONIC", "H26.200." + unit, REFORM, null)
                .event(1));

        // Then
        assertThat(text("select unit_of_code(?)", "H26.23." + unit)).isEqualTo(unit.toString());
        assertThat(text("select unit_of_code(?)", "H26.200." + unit)).isEqualTo(unit.toString());
        assertThat(text("select unit_of_code(?)", "000.23.01.H26")).isNull();
        assertThat(on(unit, "code", REFORM.minusDays(1))).isEqualTo("H26.23." + unit);
        assertThat(text("select code from units where id = ?", unit)).isEqualTo("H26.200." + unit);
    }

    @Test
    void shouldKeepTheLineageThatThePredecessorTells() {
        // When
        tell(
                new ToldUnit(unit)
                        .state("Phường cũ", one, BEGIN, REFORM)
                        .successor(one, "0.2500", REFORM)
                        .successor(other, "0.7500", REFORM)
                        .event(2),
                new ToldUnit(other)
                        .state("Sở Hai", city, BEGIN, null)
                        .predecessor(unit, "0.7500", REFORM)
                        .event(2));

        // Then
        assertThat(lineage()).isEqualTo("0.2500,0.7500");

        // When
        tell(new ToldUnit(unit).state("Phường cũ", one, BEGIN, null).event(3));

        // Then
        assertThat(lineage()).isNull();
    }

    /** Every order of arrival of a parent, its child, and news of both; as few or as many at once as the broker likes. */
    @Test
    void shouldEndAlikeWhateverTheOrderOfArrivalAndHoweverOften() {
        // Given
        var child = UUID.randomUUID();
        var events = new ArrayList<>(List.of(
                new ToldUnit(unit).state("Phòng", one, BEGIN, null).event(1),
                new ToldUnit(unit)
                        .state("Phòng", one, BEGIN, REFORM)
                        .state("Phòng", other, REFORM, null)
                        .event(2),
                new ToldUnit(child).state("Tổ", one, BEGIN, null).event(1),
                new ToldUnit(child).state("Tổ", unit, BEGIN, null).event(2)));

        for (int turn = 0; turn < 30; turn++) {
            // When
            Collections.shuffle(events, new java.util.Random(turn));
            tell(tombstone(unit), tombstone(child));
            if (turn % 2 == 0) {
                events.forEach(this::tell);
            } else {
                tell(events.toArray(InboundEvent[]::new));
            }
            events.forEach(this::tell);

            // Then
            assertThat(within(one)).as("turn " + turn).containsExactly(one);
            assertThat(within(other)).as("turn " + turn).containsExactlyInAnyOrder(other, unit, child);
            assertThat(within(city)).as("turn " + turn).containsExactlyInAnyOrder(city, one, other, unit, child);
            assertThat(text("""
                    select string_agg(valid_from || '-' || coalesce(valid_to::text, ''), ' ') from unit_ancestors
                    where unit_id = ? and ancestor_id = ?""", child, one)).as("turn " + turn).isEqualTo("2018-01-01-2025-07-01");
        }
    }

    @Test
    void shouldNotFindAUnitThatWasUndoneBeforeItsFirstDay() throws Exception {
        // Given
        var planned = new ToldUnit(unit)
                .state("Phường mới", one, today.plusDays(30), null)
                .event(1);
        tell(planned);
        var data = (com.fasterxml.jackson.databind.node.ObjectNode)
                java.util.Objects.requireNonNull(planned.data()).deepCopy();
        data.putArray("states");
        data.putArray("codes");
        data.put("validTo", data.path("validFrom").asText());

        // When
        tell(new InboundEvent(planned.source(), UUID.randomUUID(), planned.type(), unit, 2, null, data));

        // Then
        assertThat(within(one)).containsExactly(one);
        assertThat(text("select count(*) from unit_on(?, ?)", unit, today)).isEqualTo("0");
        assertThat(text("select unit_of_code(?)", data.path("code").asText())).isNull();
        assertThat(text("select sequence from units where id = ?", unit)).isEqualTo("2");
    }

    @Test
    void shouldLeaveNothingOfAnErasedUnit() {
        // Given
        tell(new ToldUnit(unit)
                .state("Phòng", one, BEGIN, null)
                .successor(other, "1.0000", REFORM)
                .event(1));

        // When
        tell(tombstone(unit));

        // Then
        for (var table : Stream.of(
                        "units where id",
                        "unit_states where unit_id",
                        "unit_codes where unit_id",
                        "unit_ancestors where unit_id",
                        "unit_successions where from_unit_id")
                .toList()) {
            assertThat(text("select count(*) from " + table + " = ?", unit))
                    .as(table)
                    .isEqualTo("0");
        }
    }

    private void tell(InboundEvent... events) {
        copy.apply(Arrays.asList(events));
    }

    private static InboundEvent tombstone(UUID id) {
        return new InboundEvent("", null, "tombstone", id, 0, null, null);
    }

    private String lineage() {
        return text(
                "select string_agg(share::text, ',' order by share) from unit_successions where from_unit_id = ?",
                unit);
    }

    private String on(UUID id, String column, LocalDate day) {
        return text("select " + column + " from unit_on(?, ?)", id, day);
    }

    private List<UUID> within(UUID root) {
        var found = text("select string_agg(id::text, ',') from units_within(?)", root);
        return found == null
                ? List.of()
                : Stream.of(found.split(",")).map(UUID::fromString).toList();
    }

    private String text(String sql, Object... values) {
        try (var query = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
