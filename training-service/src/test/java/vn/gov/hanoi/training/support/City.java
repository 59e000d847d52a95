package vn.gov.hanoi.training.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;

/** A few units of the City, as the directory tells them. */
public final class City {
    public static final Told CITY = unit("H26", "Ủy ban nhân dân Thành phố Hà Nội", "CITY", null);
    public static final Told DEPARTMENT = unit("H26.1", "Sở Nội vụ", "DEPARTMENT", CITY);
    public static final Told DISTRICT = unit("H26.23", "Quận Ba Đình", "DISTRICT", CITY);
    public static final Told WARD = unit("H26.23.13", "Phường Phúc Xá", "WARD", DISTRICT);
    public static final Told OTHER_DISTRICT = unit("H26.24", "Quận Hoàn Kiếm", "DISTRICT", CITY);

    /** Neither above nor below the City. */
    public static final Told STRANGER = unit("H27", "Ủy ban nhân dân tỉnh khác", "PROVINCE", null);

    private static final List<Told> ALL = List.of(CITY, DEPARTMENT, DISTRICT, WARD, OTHER_DISTRICT, STRANGER);
    private static final Duration SOON = Duration.ofSeconds(20);

    /** So long ago that plans of many years can be made. */
    private static final String SINCE = "2000-01-01";

    private City() {}

    /** A unit with an id made from its code. */
    public record Told(
            UUID id,
            String code,
            String name,
            String type,
            @Nullable UUID parentId) {}

    /** Tells the units and waits until the service knows them. */
    public static void known() {
        if (copies(ALL) < ALL.size()) {
            ALL.forEach(City::tell);
            await("units arrive").atMost(SOON).untilAsserted(() -> assertThat(copies(ALL))
                    .isEqualTo(ALL.size()));
        }
    }

    /** Waits until the service has the unit in this version. */
    public static void awaitCopy(UUID id, long sequence) {
        await("unit arrives").atMost(SOON).untilAsserted(() -> assertThat(
                        Database.count("select coalesce(max(sequence), 0) from units where id = ?", id))
                .isGreaterThanOrEqualTo(sequence));
    }

    /** A new officer with the main post in the unit; returns when the service knows the person. */
    public static UUID officer(Told unit) {
        var id = UUID.randomUUID();
        place(id, unit, 1);
        return id;
    }

    /** Tells the one main post and waits until the service knows this sequence. */
    public static void place(UUID officer, Told unit, long sequence) {
        Events.directoryOfficer(
                officer, "CB" + officer.toString().substring(0, 8), "Nguyễn Thị Mẫu", unit.id(), sequence);
        await("officer arrives")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(
                                Database.count("select coalesce(max(sequence), 0) from officers where id = ?", officer))
                        .isGreaterThanOrEqualTo(sequence));
    }

    private static long copies(List<Told> units) {
        return units.stream()
                .mapToLong(unit -> Database.count("select count(*) from units where id = ?", unit.id()))
                .sum();
    }

    private static void tell(Told unit) {
        Events.directoryUnit(unit.id(), unit.code(), unit.name(), unit.type(), unit.parentId(), SINCE, null, 1);
    }

    private static Told unit(String code, String name, String type, @Nullable Told parent) {
        var id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        return new Told(id, code, name, type, parent == null ? null : parent.id());
    }
}
