package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.reorganisation.Standing.Account;
import vn.gov.hanoi.training.reorganisation.Standing.Line;
import vn.gov.hanoi.training.reorganisation.Standing.OpenClass;
import vn.gov.hanoi.training.reorganisation.Standing.Promise;

/** Reads what units hold in a plan; inside the caller's transaction. */
@ApplicationScoped
class StandingQueries {
    private static final String ACCOUNTS = """
            select a.id, a.block_code, a.funding_source, a.unit_id,
                a.allocated_vnd - a.committed_vnd - a.spent_vnd - a.returned_vnd as free_vnd
            from accounts a where a.plan_id = :plan and a.unit_id in (:units) and a.state <> 'CLOSED' order by a.block_code, a.id""";
    private static final String PROMISES = """
            select c.id, c.account_id, c.open_vnd, coalesce(c.expires_on < :today, false) as expired
            from ledger_commitments c join accounts a on a.id = c.account_id
            where a.plan_id = :plan and a.unit_id in (:units) and a.state <> 'CLOSED' and c.open_vnd > 0 order by c.id""";
    private static final String LINES = """
            select l.id, l.code, b.code as block, b.funding_source, l.unit_id, l.status = 'PENDING_APPROVAL' as pending,
                coalesce(l.classes, 0) as classes, coalesce(l.places, 0) as places, l.opened_classes, l.opened_places
            from plan_lines l join plan_blocks b on b.id = l.block_id
            where l.plan_id = :plan and l.unit_id in (:units) order by l.position""";
    private static final String CLASSES = """
            select c.id, c.title, c.unit_id, c.plan_line_id, c.places, c.commitment_entry_id
            from classes c join plan_lines l on l.id = c.plan_line_id
            where c.plan_id = :plan and c.state = 'OPENED' and (c.unit_id in (:units) or l.unit_id in (:units)) order by c.id""";
    /** Never goes back: classes that are over count too, so that one that is cancelled raises it. */
    private static final String VERSIONS = """
            select cast(
                (select version from plans where id = :plan)
                + (select coalesce(sum(version), 0) from accounts where plan_id = :plan and unit_id in (:units))
                + (select coalesce(sum(version), 0) from plan_lines where plan_id = :plan and unit_id in (:units))
                + (select coalesce(sum(c.version), 0) from classes c join plan_lines l on l.id = c.plan_line_id
                    where c.plan_id = :plan and (c.unit_id in (:units) or l.unit_id in (:units))) as bigint)""";

    private static final String UNITS = """
            select u.id, u.code, u.name from unnest(cast(:ids as uuid[])) i cross join lateral unit_on(i, :day) u""";

    private final EntityManager entities;
    private final Clock clock;

    StandingQueries(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Standing of(UUID planId, Collection<UUID> units) {
        if (units.isEmpty()) {
            return new Standing(List.of(), List.of(), List.of());
        }
        var promises = new HashMap<UUID, List<Promise>>();
        var today = LocalDate.now(clock);
        rows(PROMISES, planId, units, Map.of("today", today))
                .forEach(row -> promises.computeIfAbsent(row.get("account_id", UUID.class), _ -> new ArrayList<>())
                        .add(new Promise(
                                row.get("id", UUID.class),
                                row.get("open_vnd", Long.class),
                                row.get("expired", Boolean.class))));
        return new Standing(
                rows(ACCOUNTS, planId, units, Map.of()).stream()
                        .map(row -> account(row, promises))
                        .toList(),
                rows(LINES, planId, units, Map.of()).stream()
                        .map(StandingQueries::line)
                        .toList(),
                rows(CLASSES, planId, units, Map.of()).stream()
                        .map(StandingQueries::open)
                        .toList());
    }

    /** Grows with each change of what the units hold, and of the plan. */
    long versions(UUID planId, Collection<UUID> units) {
        return (Long) entities.createNativeQuery(VERSIONS)
                .setParameter("plan", planId)
                .setParameter("units", units.isEmpty() ? List.of(planId) : units)
                .getSingleResult();
    }

    /** Units as they were called on the day or the nearest one; unknown ones are left out. */
    @SuppressWarnings("unchecked")
    Map<UUID, UnitRef> units(Collection<UUID> ids, LocalDate day) {
        var rows = (List<Tuple>) entities.createNativeQuery(UNITS, Tuple.class)
                .setParameter("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .map(row -> new UnitRef(
                        row.get("id", UUID.class), row.get("code", String.class), row.get("name", String.class)))
                .collect(Collectors.toMap(UnitRef::id, each -> each));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID planId, Collection<UUID> units, Map<String, ?> others) {
        var query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("plan", planId)
                .setParameter("units", units);
        others.forEach(query::setParameter);
        return query.getResultList();
    }

    private static Account account(Tuple row, Map<UUID, List<Promise>> promises) {
        var id = row.get("id", UUID.class);
        return new Account(
                id,
                row.get("block_code", String.class),
                FundingSource.valueOf(row.get("funding_source", String.class)),
                row.get("unit_id", UUID.class),
                row.get("free_vnd", Long.class),
                List.copyOf(promises.getOrDefault(id, List.of())));
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("block", String.class),
                FundingSource.valueOf(row.get("funding_source", String.class)),
                row.get("unit_id", UUID.class),
                row.get("pending", Boolean.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                row.get("opened_classes", Integer.class),
                row.get("opened_places", Integer.class));
    }

    private static OpenClass open(Tuple row) {
        return new OpenClass(
                row.get("id", UUID.class),
                row.get("title", String.class),
                row.get("unit_id", UUID.class),
                row.get("plan_line_id", UUID.class),
                row.get("places", Integer.class),
                row.get("commitment_entry_id", UUID.class));
    }
}
