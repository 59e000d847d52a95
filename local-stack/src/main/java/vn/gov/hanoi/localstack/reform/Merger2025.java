package vn.gov.hanoi.localstack.reform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.gov.hanoi.localstack.city.DirectoryUnit;
import vn.gov.hanoi.localstack.reform.PlanRequest.Target;

/**
 * The step before the reform: on 1 January 2025 the City went from 579 communes to 526. Here 53 communes join their neighbour in the list, which
 * goes on under its own name; which ones they are is made up.
 */
public final class Merger2025 {
    private static final int COMMUNES_AFTER = 526;
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
    private static final Reform2025.Decision DECISION =
            new Reform2025.Decision("1286/NQ-MẪU", "2024-11-14", "Ủy ban Thường vụ Quốc hội");

    private Merger2025() {}

    /** First day with 526 communes. */
    public static LocalDate day() {
        return DAY;
    }

    /**
     * The request that drafts the plan.
     *
     * @param units all units of the City in force on the day before
     */
    public static ObjectNode of(List<DirectoryUnit> units) {
        var tree = CityTree.of(units);
        var left = tree.districts().stream()
                        .mapToInt(district -> district.communes().size())
                        .sum()
                - COMMUNES_AFTER;
        var request = new PlanRequest("Sắp xếp đơn vị hành chính cấp xã giai đoạn 2023 - 2025", DECISION, DAY);
        // The last pairs of each district in turn, so that no district loses many.
        for (var round = 1; left > 0; round++) {
            var before = left;
            for (var district : tree.districts()) {
                var joins = district.communes().size() - 2 * round + 1;
                if (left > 0 && joins > 0) {
                    join(
                            request,
                            district.communes().get(joins),
                            district.communes().get(joins - 1));
                    left--;
                }
            }
            if (left == before) {
                throw new IllegalArgumentException("there are not enough communes to merge");
            }
        }
        return request.json();
    }

    private static void join(PlanRequest request, DirectoryUnit commune, DirectoryUnit neighbour) {
        var target = Target.unit(neighbour.id());
        request.dissolve(commune.id());
        request.succeed(commune.id(), target, BigDecimal.valueOf(10_000, 4));
        request.placeAll(commune.id(), target);
        request.handOver(commune.id(), target);
    }
}
