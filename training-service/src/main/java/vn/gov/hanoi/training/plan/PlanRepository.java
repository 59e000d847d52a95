package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.training.ledger.FundingSource;

/** Writes plans and takes from the quota of their lines. */
@ApplicationScoped
class PlanRepository {
    private static final String TAKE = """
            update plan_lines set
                opened_classes = opened_classes + 1, opened_places = opened_places + :places, version = version + 1
            where id = :id and status = 'ASSIGNED'
                and opened_classes < classes and cast(opened_places as bigint) + :places <= places""";

    private static final String LINE = """
            select l.id, l.plan_id, p.year, l.block_id, b.funding_source, l.code, l.name, l.status,
                l.classes, l.places, l.opened_classes, l.opened_places, p.closed_by, l.moving_from,
                l.moved_from_id is not null as moved,
                (select g.account_id from plan_budgets g where g.block_id = b.id and g.unit_id in (l.unit_id, p.unit_id)
                    order by g.unit_id = l.unit_id desc nulls last limit 1) as account_id
            from plan_lines l join plan_blocks b on b.id = l.block_id join plans p on p.id = l.plan_id
            where l.id = :id and p.unit_id in (select id from units_within(:scope) union select id from units_above(:scope))
            for share of p""";

    private static final String GIVE_BACK = """
            update plan_lines set opened_classes = opened_classes - 1, opened_places = opened_places - :places, version = version + 1
            where id = :id""";

    private final EntityManager entities;

    PlanRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The statements go out at once, so that a second plan of the year is refused before anything else is done. */
    void add(Plan plan, PlanDecision decision) {
        entities.persist(plan);
        entities.flush();
        entities.persist(decision);
        entities.flush();
    }

    /** A line of a plan that the caller may see; until the transaction ends no decision changes the plan. */
    Optional<QuotaLine> line(UUID id, UnitScope scope) {
        var row = (Tuple) entities.createNativeQuery(LINE, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scope.rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row).map(PlanRepository::line);
    }

    /** Takes one class with its places; the row lock and the condition decide between two classes. */
    boolean take(UUID lineId, int places) {
        return entities.createNativeQuery(TAKE)
                        .setParameter("id", lineId)
                        .setParameter("places", places)
                        .executeUpdate()
                == 1;
    }

    /** Gives back one class with its places; the check of the table refuses more than was taken. */
    void giveBack(UUID lineId, int places) {
        entities.createNativeQuery(GIVE_BACK)
                .setParameter("id", lineId)
                .setParameter("places", places)
                .executeUpdate();
    }

    private static QuotaLine line(Tuple row) {
        return new QuotaLine(
                row.get("id", UUID.class),
                row.get("plan_id", UUID.class),
                row.get("year", Integer.class),
                row.get("block_id", UUID.class),
                row.get("account_id", UUID.class),
                row.get("closed_by") != null,
                FundingSource.valueOf(row.get("funding_source", String.class)),
                AssignmentStatus.valueOf(row.get("status", String.class)),
                row.get("moving_from", LocalDate.class),
                row.get("moved", Boolean.class),
                new QuotaLine.Quota(number(row, "classes"), number(row, "places")),
                new QuotaLine.Taken(row.get("opened_classes", Integer.class), row.get("opened_places", Integer.class)));
    }

    private static @Nullable Integer number(Tuple row, String column) {
        return row.get(column, Integer.class);
    }
}
