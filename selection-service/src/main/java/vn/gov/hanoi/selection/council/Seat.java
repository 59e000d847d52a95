package vn.gov.hanoi.selection.council;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sits or sat in a council or board.
 *
 * @param leftOn day of the replacement; null for who sits
 */
@Embeddable
record Seat(
        @Column(name = "officer_id") UUID officerId,

        @Enumerated(EnumType.STRING) @Column(name = "capacity")
        Capacity capacity,

        @Column(name = "joined_on") LocalDate joinedOn,
        @Column(name = "left_on") @Nullable LocalDate leftOn) {
    static Seat of(UUID officerId, Capacity capacity, LocalDate day) {
        return new Seat(officerId, capacity, day, null);
    }

    boolean isTaken() {
        return leftOn == null;
    }

    Seat left(LocalDate day) {
        return new Seat(officerId, capacity, joinedOn, day);
    }
}
