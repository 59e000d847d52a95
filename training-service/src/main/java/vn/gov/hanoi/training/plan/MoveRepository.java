package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.directory.KnownUnit;

/** Moves quota between lines of units; the plan and its lines are held. */
@ApplicationScoped
class MoveRepository {
    /** The line that the quota came from, or the one that took quota from this line before; it goes back or on there. */
    private static final String KIN = """
            select k.id from plan_lines l join plan_lines k on k.plan_id = l.plan_id and k.block_id = l.block_id and k.unit_id = :unit
                and (k.moved_from_id = l.id or l.moved_from_id = k.id)
            where l.id = :line order by k.moved_from_id is null limit 1""";

    private static final String ADD = """
            insert into plan_lines (id, version, plan_id, block_id, position, code, name, status, classes, places, unit_id, unit_code, unit_name,
                training_type, training_form, training_content, moved_from_id)
            select :id, 1, l.plan_id, l.block_id, n.next, left(l.code, 28) || '.' || n.next, l.name, l.status,
                case l.status when 'ASSIGNED' then 0 end, case l.status when 'ASSIGNED' then 0 end, :unit, :code, :name,
                l.training_type, l.training_form, l.training_content, l.id
            from plan_lines l cross join lateral (select max(position) + 1 as next from plan_lines p where p.plan_id = l.plan_id) n
            where l.id = :line""";
    /** A pending line has nothing to give: from now on it waits no more, and the other one does. */
    private static final String GIVE = """
            update plan_lines set status = 'ASSIGNED', classes = coalesce(classes, 0) - :classes, places = coalesce(places, 0) - :places,
                opened_classes = opened_classes - :openedClasses, opened_places = opened_places - :openedPlaces, version = version + 1
            where id = :line""";

    private static final String TAKE = """
            update plan_lines set classes = classes + :classes, places = places + :places, opened_classes = opened_classes + :openedClasses,
                opened_places = opened_places + :openedPlaces, version = version + 1
            where id = :line and status = 'ASSIGNED'""";
    /** A line that gave its waiting away waits again when it gets it back. */
    private static final String WAIT = """
            update plan_lines set status = 'PENDING_APPROVAL', classes = null, places = null, version = version + 1
            where id = :line and status = 'ASSIGNED' and classes = 0 and places = 0""";

    private static final String VERSION = """
            insert into plan_line_versions (line_id, number, decision_id, status, classes, places, valid_from, recorded_at)
            select l.id, (select coalesce(max(number), 0) + 1 from plan_line_versions v where v.line_id = l.id), d.id, l.status, l.classes,
                l.places, d.signed_on, d.created_at
            from plan_lines l join plan_decisions d on d.id = :decision where l.id = :line""";

    private final EntityManager entities;

    MoveRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** @return the line of the unit that took the quota */
    UUID line(PlanMove.Quota quota, KnownUnit unit) {
        boolean waits = isPending(quota.lineId());
        var kin = (UUID) entities.createNativeQuery(KIN)
                .setParameter("unit", unit.id())
                .setParameter("line", quota.lineId())
                .getSingleResultOrNull();
        var target = kin == null ? add(quota.lineId(), unit) : kin;
        change(GIVE, quota.lineId(), quota);
        if (!waits) {
            change(TAKE, target, quota);
        } else if (kin != null) {
            entities.createNativeQuery(WAIT).setParameter("line", target).executeUpdate();
        }
        return target;
    }

    private boolean isPending(UUID lineId) {
        return (boolean)
                entities.createNativeQuery("select status = 'PENDING_APPROVAL' from plan_lines where id = :line")
                        .setParameter("line", lineId)
                        .getSingleResult();
    }

    private UUID add(UUID lineId, KnownUnit unit) {
        var id = Ids.next();
        entities.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("unit", unit.id())
                .setParameter("code", unit.code())
                .setParameter("name", unit.name())
                .setParameter("line", lineId)
                .executeUpdate();
        return id;
    }

    private void change(String sql, UUID lineId, PlanMove.Quota quota) {
        entities.createNativeQuery(sql)
                .setParameter("line", lineId)
                .setParameter("classes", quota.classes())
                .setParameter("places", quota.places())
                .setParameter("openedClasses", quota.openedClasses())
                .setParameter("openedPlaces", quota.openedPlaces())
                .executeUpdate();
    }

    /** Adds the one version of the line that the decision makes. */
    void version(UUID lineId, PlanDecision decision) {
        entities.createNativeQuery(VERSION)
                .setParameter("line", lineId)
                .setParameter("decision", decision.id())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<PlanChanged.Line> lines(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var sql = """
                select l.id, l.code, b.code as block, l.status, l.classes, l.places from plan_lines l join plan_blocks b on b.id = l.block_id
                where l.id in (:ids) order by l.position""";
        var rows = (List<Tuple>) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .map(row -> new PlanChanged.Line(
                        row.get("id", UUID.class),
                        row.get("code", String.class),
                        row.get("block", String.class),
                        AssignmentStatus.valueOf(row.get("status", String.class)),
                        row.get("classes", Integer.class),
                        row.get("places", Integer.class)))
                .toList();
    }
}
