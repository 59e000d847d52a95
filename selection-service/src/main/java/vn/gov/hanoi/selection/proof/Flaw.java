package vn.gov.hanoi.selection.proof;

import java.util.UUID;

/**
 * Something kept that does not fit what was sealed, or what it belongs to.
 *
 * @param table that keeps it
 * @param id of its row; of the round where the row is not found
 * @param field column that does not fit
 * @param lost whether what it says cannot be known any more
 */
public record Flaw(String table, UUID id, String field, boolean lost) {
    /** Cannot be opened, or is not where it was. */
    public static Flaw lost(String table, UUID id, String field) {
        return new Flaw(table, id, field, true);
    }

    /** Can be read, and says something else than what was sealed. */
    public static Flaw unfit(String table, UUID id, String field) {
        return new Flaw(table, id, field, false);
    }
}
