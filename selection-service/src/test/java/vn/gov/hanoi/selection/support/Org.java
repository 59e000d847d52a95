package vn.gov.hanoi.selection.support;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Units of the City, told to the service by events as the directory would. */
public final class Org {
    private static final UUID CITY = UUID.nameUUIDFromBytes("H26".getBytes(StandardCharsets.UTF_8));
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Org() {}

    /** A unit with a code of its own. */
    public record Unit(UUID id, String code, String name) {}

    /** A department under the City. */
    public static Unit department() {
        if (Database.count("select count(*) from units where id = ?", CITY) == 0) {
            Events.directoryUnit(CITY, "H26", "Thành phố Hà Nội", "CITY", null, 1);
        }
        return unit("DEPARTMENT", CITY);
    }

    public static Unit division(Unit department) {
        return unit("DIVISION", department.id());
    }

    /** A new unit, in force since 2018; returns when the service knows it. */
    public static Unit unit(String type, @Nullable UUID parent) {
        var unit = unheardOf();
        tell(unit, type, parent, null, 1);
        return unit;
    }

    /** A unit that no event has told. */
    public static Unit unheardOf() {
        var id = UUID.randomUUID();
        return new Unit(id, "H26.T" + id.toString().substring(0, 8), "Phòng thử nghiệm");
    }

    /** Tells the unit and waits until the service knows this sequence. */
    public static void tell(Unit unit, String type, @Nullable UUID parent, @Nullable String validTo, long sequence) {
        Events.directoryUnit(unit.id(), unit.code(), unit.name(), type, parent, "2018-01-01", validTo, sequence);
        await("unit " + unit.code())
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        Database.count("select count(*) from units where id = ? and sequence >= ?", unit.id(), sequence)
                                == 1);
    }

    /** A new officer with the main post in the unit, put into the read copy at once; how officers arrive is proved elsewhere. */
    public static UUID officer(Unit unit) {
        var id = UUID.randomUUID();
        Database.execute("""
                with officer as (
                    insert into officers (id, officer_code, full_name, category, sequence)
                    values (?, ?, 'Nguyễn Thị Mẫu', 'CIVIL_SERVANT', 1)
                    returning id, category)
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, kind, category, valid_from)
                select gen_random_uuid(), id, ?, 'STAFF', 'Chuyên viên', false, true, 'REGULAR', category, '2018-01-01'
                from officer""", id, Cast.code(id), unit.id());
        return id;
    }

    /** Tells the one main post and waits until the service knows this sequence. */
    public static void place(UUID officer, Unit unit, long sequence) {
        Events.directoryOfficer(officer, Cast.code(officer), "Nguyễn Thị Mẫu", unit.id(), sequence);
        await("officer " + officer)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count(
                                "select count(*) from officers where id = ? and sequence >= ?", officer, sequence)
                        == 1);
    }

    /** Token of an official who may read and organise inside the unit. */
    public static String organiser(Unit unit) {
        return Tokens.user("organiser-" + unit.code())
                .unit(unit.code())
                .roles("selection-reader", "selection-organiser")
                .token();
    }
}
