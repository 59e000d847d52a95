package vn.gov.hanoi.training.support;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Database;

/** Officers put into the read copy at once; how they arrive is proved elsewhere. */
public final class TestOfficers {
    private TestOfficers() {}

    /** So many civil servants with the main post in the unit since 2018. */
    public static List<UUID> of(City.Told unit, int number) {
        return Stream.generate(() -> of(unit, "CIVIL_SERVANT", "2018-01-01", null))
                .limit(number)
                .toList();
    }

    public static UUID one(City.Told unit) {
        return of(unit, 1).getFirst();
    }

    /**
     * An officer with one main post.
     *
     * @param validTo first day without it, or null
     */
    public static UUID of(City.Told unit, String category, String validFrom, @Nullable String validTo) {
        var id = UUID.randomUUID();
        Database.execute(
                "insert into officers (id, officer_code, full_name, category, sequence) values (?, ?, 'Nguyễn Thị Mẫu', ?, 1)",
                id,
                code(id),
                category);
        Database.execute("""
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, kind, category, valid_from, valid_to)
                values (gen_random_uuid(), ?, ?, 'STAFF', 'Chuyên viên', false, true, 'REGULAR', ?, ?::date, ?::date)""", id, unit.id(), category, validFrom, validTo);
        return id;
    }

    /** Code of an officer that was made here. */
    public static String code(UUID officer) {
        return "CB" + officer.toString().substring(0, 8);
    }
}
