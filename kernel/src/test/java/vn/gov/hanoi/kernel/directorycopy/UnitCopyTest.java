package vn.gov.hanoi.kernel.directorycopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

class UnitCopyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID id = UUID.randomUUID();
    private KernelDatabase.Transaction transaction;
    private UnitCopy copy;

    private record Row(String name, LocalDate validFrom, LocalDate validTo, long sequence) {}

    @BeforeEach
    void begin() throws SQLException {
        transaction = KernelDatabase.begin();
        copy = new UnitCopy(transaction.source());
    }

    @AfterEach
    void rollBack() throws SQLException {
        transaction.close();
    }

    @Test
    void shouldKeepTheNewestStateWhateverTheOrderOfArrival() throws Exception {
        // When
        apply(event(2, "Mới", null));
        apply(event(1, "Cũ", null));
        apply(event(3, "Mới nhất", "2025-07-01"), event(2, "Mới", null));

        // Then
        assertThat(row()).hasValue(new Row("Mới nhất", LocalDate.of(2018, 1, 1), LocalDate.of(2025, 7, 1), 3));
    }

    @Test
    void shouldForgetAUnitAtItsTombstone() throws Exception {
        // When
        apply(event(1, "Cũ", null), new InboundEvent("", null, "tombstone", id, 0, null, null));

        // Then
        assertThat(row()).isEmpty();
    }

    @Test
    void shouldRefuseAnEventWithoutAFieldItNeeds() {
        assertThatThrownBy(() ->
                        apply(new InboundEvent("s", UUID.randomUUID(), "t", id, 1, null, JSON.createObjectNode())))
                .hasMessage("event without code");
    }

    private void apply(InboundEvent... events) {
        copy.apply(Arrays.asList(events));
    }

    private InboundEvent event(long sequence, String name, String validTo) throws Exception {
        JsonNode data = JSON.readTree("""
                {"code": "%s", "name": "%s", "type": "DIVISION", "parentId": null, "validFrom": "2018-01-01",
                 "validTo": %s, "fieldOfALaterVersion": 1}""".formatted(id, name, validTo == null ? null : '"' + validTo + '"'));
        return new InboundEvent("/evaluation/v1", UUID.randomUUID(), "unit", id, sequence, null, data);
    }

    private Optional<Row> row() throws SQLException {
        try (var query = transaction
                .connection()
                .prepareStatement("select name, valid_from, valid_to, sequence from units where id = ?")) {
            query.setObject(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Row(
                                rows.getString(1),
                                rows.getObject(2, LocalDate.class),
                                rows.getObject(3, LocalDate.class),
                                rows.getLong(4)))
                        : Optional.empty();
            }
        }
    }
}
