package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.scope.UnitScope;
import vn.gov.hanoi.training.need.NeedApi.NeedRequest;

/** Stores needs that people and managers state. */
@ApplicationScoped
class StatedNeedRepository {
    private static final String UNIT = """
            select p.unit_id from main_posts_today() p join officers o on o.id = p.officer_id
            where p.officer_id = :officer and p.unit_id in (select id from units_within(:scope))""";
    private static final String ADD = """
            insert into training_needs (id, version, officer_id, year, unit_id, reasons, state, origin, content, opened_at, requested_by)
            values (:id, 1, :officer, :year, :unit, array[cast(:criterion as text)], 'PROPOSED', :origin, :content, :at, :by)""";
    private static final String HOLD = """
            select n.version, n.unit_id, n.state, n.requested_by, o.officer_code
            from training_needs n join officers o on o.id = n.officer_id where n.id = :id for update of n""";
    private static final String DECIDE = """
            update training_needs set state = :state, version = version + 1, decided_by = :by, decided_at = :at,
                refusal_reason = cast(:reason as text)
            where id = :id""";

    private final EntityManager entities;
    private final Clock clock;

    StatedNeedRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A need that is held until the transaction ends.
     *
     * @param requestedBy who asked; null for needs that nobody asked for
     */
    record Stated(
            long version,
            UUID unitId,
            NeedState state,
            @Nullable String requestedBy,
            String officerCode) {}

    /** Unit of the main post of today; empty if the officer is unknown or outside the scope, which look the same. */
    Optional<UUID> unitOf(UUID officerId, UnitScope scope) {
        var query = entities.createNativeQuery(UNIT)
                .setParameter("officer", officerId)
                .setParameter("scope", scope.rootUnitId());
        return Optional.ofNullable((UUID) query.getSingleResultOrNull());
    }

    UUID add(NeedRequest request, UUID unitId, String by) {
        var id = Ids.next();
        entities.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("officer", request.officerId())
                .setParameter("year", request.year())
                .setParameter("unit", unitId)
                .setParameter("criterion", request.criterion())
                .setParameter("origin", request.origin().name())
                .setParameter("content", request.content())
                .setParameter("at", OffsetDateTime.now(clock))
                .setParameter("by", by)
                .executeUpdate();
        return id;
    }

    Optional<Stated> forChange(UUID id) {
        var row = (Tuple) entities.createNativeQuery(HOLD, Tuple.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(found -> new Stated(
                        found.get("version", Long.class),
                        found.get("unit_id", UUID.class),
                        NeedState.valueOf(found.get("state", String.class)),
                        found.get("requested_by", String.class),
                        found.get("officer_code", String.class)));
    }

    void decide(UUID id, NeedState state, @Nullable String reason, String by) {
        entities.createNativeQuery(DECIDE)
                .setParameter("id", id)
                .setParameter("state", state.name())
                .setParameter("reason", reason)
                .setParameter("by", by)
                .setParameter("at", OffsetDateTime.now(clock))
                .executeUpdate();
    }
}
