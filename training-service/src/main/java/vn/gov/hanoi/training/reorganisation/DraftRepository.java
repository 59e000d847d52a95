package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.directorycopy.AppliedReorganisation;
import vn.gov.hanoi.kernel.directorycopy.AppliedReorganisation.Handover;
import vn.gov.hanoi.kernel.directorycopy.AppliedReorganisation.Succession;

/** Keeps reorganisations as they were told, and the drafts that follow from them; set-based, inside the caller's transaction. */
@ApplicationScoped
class DraftRepository {
    private static final String ADD = """
            insert into reorganisations (id, version, effective_on, decision_number) values (:id, :version, :day, :number)
            on conflict (id) do nothing""";
    private static final String ADD_SHARES = """
            insert into reorganisation_shares (reorganisation_id, from_unit_id, to_unit_id, share)
            select :id, * from unnest(cast(:from as uuid[]), cast(:to as uuid[]), cast(:share as numeric[]))
            on conflict (reorganisation_id, from_unit_id, to_unit_id) do nothing""";
    private static final String ADD_HANDOVERS = """
            insert into reorganisation_handovers (reorganisation_id, from_unit_id, to_unit_id)
            select :id, * from unnest(cast(:from as uuid[]), cast(:to as uuid[]))
            on conflict (reorganisation_id, from_unit_id) do nothing""";

    /** Units of a reorganisation; those that end give all they have. */
    private static final String UNITS = """
            units as (
                select r.id, u.unit_id, r.effective_on, coalesce(s.given, 0) >= 1 or h.from_unit_id is not null as ends
                from reorganisations r cross join lateral (
                        select from_unit_id as unit_id from reorganisation_shares where reorganisation_id = r.id
                        union select from_unit_id from reorganisation_handovers where reorganisation_id = r.id) u
                    left join reorganisation_handovers h on h.reorganisation_id = r.id and h.from_unit_id = u.unit_id
                    left join lateral (select sum(share) as given from reorganisation_shares
                        where reorganisation_id = r.id and from_unit_id = u.unit_id) s on true
                where r.reverted_at is null)""";

    /** A unit that stays gives its share once; one that ends gives whatever it still gets. */
    private static final String DRAFT = "with " + UNITS + """
            , wanted as (
                select distinct u.id, p.id as plan_id from units u join plans p on p.closed_by is null
                where (u.ends or not exists (select 1 from plan_moves m where m.reorganisation_id = u.id and m.plan_id = p.id))
                    and holds_in_plan(u.unit_id, p.id))
            insert into plan_moves (id, version, reorganisation_id, plan_id, kind, state, created_at)
            select uuidv7(), 1, id, plan_id, 'FOLLOW', 'DRAFT', :at from wanted
            on conflict (reorganisation_id, plan_id) where state = 'DRAFT' and kind = 'FOLLOW' do nothing""";

    private static final String WITHDRAW_EMPTY = "with " + UNITS + """
            update plan_moves m set state = 'WITHDRAWN', ended_at = :at, ended_by = 'system', version = version + 1
            where m.state = 'DRAFT' and m.kind = 'FOLLOW'
                and not exists (select 1 from units u where u.id = m.reorganisation_id and holds_in_plan(u.unit_id, m.plan_id))""";
    private static final String HOLD = "with " + UNITS + """
            update %1$s t set moving_from = u.effective_on from units u join plan_moves m on m.reorganisation_id = u.id and m.state = 'DRAFT'
            where u.ends and t.unit_id = u.unit_id and t.plan_id = m.plan_id and t.moving_from is null""";
    private static final String LET_GO = "with " + UNITS + """
            update %1$s t set moving_from = null
            where t.moving_from is not null and t.unit_id in (
                    select from_unit_id from reorganisation_shares where reorganisation_id = :id
                    union select from_unit_id from reorganisation_handovers where reorganisation_id = :id)
                and not exists (select 1 from units u join plan_moves m on m.reorganisation_id = u.id and m.plan_id = t.plan_id
                    where u.unit_id = t.unit_id and u.ends)""";
    private static final List<String> HELD = List.of("plan_lines", "accounts");
    private static final String REVERT =
            "update reorganisations set reverted_at = :at where id = :id and reverted_at is null";
    private static final String WITHDRAW = """
            update plan_moves set state = 'WITHDRAWN', ended_at = :at, ended_by = 'system', version = version + 1
            where reorganisation_id = :id and state = 'DRAFT' and kind = 'FOLLOW'""";
    private static final String RETURN = """
            insert into plan_moves (id, version, reorganisation_id, plan_id, kind, of_id, state, created_at)
            select uuidv7(), 1, reorganisation_id, plan_id, 'RETURN', id, 'DRAFT', :at from plan_moves
            where reorganisation_id = :id and state = 'APPROVED' and kind = 'FOLLOW'
            on conflict (of_id) where kind = 'RETURN' do nothing""";

    private final EntityManager entities;
    private final Clock clock;

    DraftRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Keeps what was told; whoever is told twice keeps it once. */
    void add(AppliedReorganisation plan) {
        entities.createNativeQuery(ADD)
                .setParameter("id", plan.planId())
                .setParameter("version", plan.version())
                .setParameter("day", plan.effectiveOn())
                .setParameter("number", plan.decisionNumber())
                .executeUpdate();
        entities.createNativeQuery(ADD_SHARES)
                .setParameter("id", plan.planId())
                .setParameter("from", array(plan.successions(), Succession::fromUnitId))
                .setParameter("to", array(plan.successions(), Succession::toUnitId))
                .setParameter("share", array(plan.successions(), Succession::share))
                .executeUpdate();
        entities.createNativeQuery(ADD_HANDOVERS)
                .setParameter("id", plan.planId())
                .setParameter("from", array(plan.handovers(), Handover::fromUnitId))
                .setParameter("to", array(plan.handovers(), Handover::toUnitId))
                .executeUpdate();
    }

    private static <T> String array(List<T> rows, Function<T, ?> column) {
        return rows.stream().map(row -> String.valueOf(column.apply(row))).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Brings the drafts in line with what units hold: a draft for each reorganisation and open plan where something waits, none where
     * nothing does. Accounts and lines of units that end are marked with the day from which what is free of them waits.
     */
    void keep() {
        var at = OffsetDateTime.now(clock);
        for (var sql : List.of(DRAFT, WITHDRAW_EMPTY)) {
            entities.createNativeQuery(sql).setParameter("at", at).executeUpdate();
        }
        HELD.forEach(table -> entities.createNativeQuery(HOLD.formatted(table)).executeUpdate());
    }

    /** @return whether the reorganisation was known and held until now */
    boolean revert(UUID id) {
        var at = OffsetDateTime.now(clock);
        if (entities.createNativeQuery(REVERT)
                        .setParameter("id", id)
                        .setParameter("at", at)
                        .executeUpdate()
                == 0) {
            return false;
        }
        for (var sql : List.of(WITHDRAW, RETURN)) {
            entities.createNativeQuery(sql)
                    .setParameter("id", id)
                    .setParameter("at", at)
                    .executeUpdate();
        }
        HELD.forEach(table -> entities.createNativeQuery(LET_GO.formatted(table))
                .setParameter("id", id)
                .executeUpdate());
        return true;
    }

    Optional<MoveDraft> find(UUID id) {
        return Optional.ofNullable(entities.find(MoveDraft.class, id));
    }

    /** The draft as it is now, held until the transaction ends. */
    MoveDraft hold(UUID id) {
        entities.createNativeQuery("select id from plan_moves where id = :id for update")
                .setParameter("id", id)
                .getSingleResult();
        var held = entities.find(MoveDraft.class, id);
        entities.refresh(held);
        return held;
    }

    void flush() {
        entities.flush();
    }
}
