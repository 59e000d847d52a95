package vn.gov.hanoi.kernel.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.KernelDatabase;

/** What a scope covers, as the database decides it. */
class UnitsWithinTest {
    @Test
    void shouldCoverTheUnitAndAllBelowButNotItsParentNorItsSiblings() throws SQLException {
        try (var transaction = KernelDatabase.begin()) {
            // Given
            var city = unit(transaction, null);
            var department = unit(transaction, city);
            var division = unit(transaction, department);
            unit(transaction, city);

            // Then
            assertThat(within(transaction, department)).containsExactlyInAnyOrder(department, division);
            assertThat(within(transaction, division)).containsExactly(division);
            assertThat(within(transaction, city)).hasSize(4);
        }
    }

    @Test
    void shouldNotLoopOverATreeThatIsNone() throws SQLException {
        try (var transaction = KernelDatabase.begin()) {
            // Given
            var one = unit(transaction, null);
            var other = unit(transaction, one);
            try (var update = transaction
                    .connection()
                    .prepareStatement("update unit_states set parent_id = ? where unit_id = ?")) {
                update.setObject(1, other);
                update.setObject(2, one);
                update.executeUpdate();
            }
            follow(transaction, one);

            // Then
            assertThat(within(transaction, one)).containsExactlyInAnyOrder(one, other);
        }
    }

    @Property(tries = 30)
    void shouldAgreeWithTheParentsInAnyForest(@ForAll @Size(max = 25) @IntRange(min = -1, max = 24) int[] parents)
            throws SQLException {
        try (var transaction = KernelDatabase.begin()) {
            // Given
            var ids = new UUID[parents.length];
            for (int i = 0; i < parents.length; i++) {
                ids[i] = unit(transaction, above(parents, i) < 0 ? null : ids[above(parents, i)]);
            }

            for (int root = 0; root < parents.length; root++) {
                // When
                var expected = new HashSet<UUID>();
                for (int i = 0; i < parents.length; i++) {
                    if (isBelow(parents, i, root)) {
                        expected.add(ids[i]);
                    }
                }

                // Then
                assertThat(within(transaction, ids[root])).isEqualTo(expected);
            }
        }
    }

    /** Only an earlier unit can be a parent, so that there is no circle. */
    private static int above(int[] parents, int unit) {
        return parents[unit] < unit ? parents[unit] : -1;
    }

    private static boolean isBelow(int[] parents, int unit, int root) {
        for (int each = unit; each >= 0; each = above(parents, each)) {
            if (each == root) {
                return true;
            }
        }
        return false;
    }

    private static UUID unit(KernelDatabase.Transaction transaction, UUID parent) throws SQLException {
        var id = UUID.randomUUID();
        for (var sql : List.of(
                "insert into units (id, code, name, type, parent_id, valid_from, sequence)"
                        + " select id, id::text, 'Phòng', 'DIVISION', parent, '2018-01-01', 1",
                "insert into unit_states (unit_id, name, type, parent_id, valid_from)"
                        + " select id, 'Phòng', 'DIVISION', parent, '2018-01-01'")) {
            try (var insert = transaction
                    .connection()
                    .prepareStatement(sql + " from (select ?::uuid, ?::uuid) as told (id, parent)")) {
                insert.setObject(1, id);
                insert.setObject(2, parent);
                insert.executeUpdate();
            }
        }
        follow(transaction, id);
        return id;
    }

    private static void follow(KernelDatabase.Transaction transaction, UUID unit) throws SQLException {
        try (var follow = transaction.connection().prepareStatement("select follow_units(array[?::uuid])")) {
            follow.setObject(1, unit);
            follow.execute();
        }
    }

    private static Set<UUID> within(KernelDatabase.Transaction transaction, UUID root) throws SQLException {
        var found = new HashSet<UUID>();
        try (var query = transaction.connection().prepareStatement("select id from units_within(?)")) {
            query.setObject(1, root);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }
}
