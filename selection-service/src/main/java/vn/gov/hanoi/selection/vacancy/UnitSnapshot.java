package vn.gov.hanoi.selection.vacancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The unit as it was when the vacancy was opened; later renaming does not touch it. */
@Embeddable
public record UnitSnapshot(
        @Column(name = "unit_id") UUID id,
        @Column(name = "unit_code") String code,
        @Column(name = "unit_name") String name,
        @Column(name = "unit_type") String type) {
    public static UnitSnapshot of(DirectoryUnit unit) {
        return new UnitSnapshot(unit.id(), unit.code(), unit.name(), unit.type());
    }
}
