package vn.gov.hanoi.localstack.reform;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.localstack.city.City2020;
import vn.gov.hanoi.localstack.city.DirectoryUnit;
import vn.gov.hanoi.localstack.city.UnitRows;

/** The City of 2020 as a suite would show it, with ids made from codes. */
final class Directory {
    private Directory() {}

    static List<DirectoryUnit> units() {
        return new UnitRows(City2020.read())
                .all().stream()
                        .map(row -> new DirectoryUnit(
                                id(row.code()),
                                row.code(),
                                row.name(),
                                row.type().name(),
                                row.parentCode() == null ? null : id(row.parentCode())))
                        .toList();
    }

    /** A head and three deputies everywhere. */
    static List<UUID> leaders(UUID unitId) {
        return List.of(id(unitId + " 1"), id(unitId + " 2"), id(unitId + " 3"), id(unitId + " 4"));
    }

    static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }
}
