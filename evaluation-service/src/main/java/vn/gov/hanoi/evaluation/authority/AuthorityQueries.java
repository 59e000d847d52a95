package vn.gov.hanoi.evaluation.authority;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * The door of this room: who is head, who stands above whom, who may act and why, on a day as recorded at a moment. Each question is
 * one statement for the facts, {@code unitsOf} a second one for the units.
 */
@ApplicationScoped
public class AuthorityQueries {
    private static final String BELOW = """
            select t.ancestor_id, t.unit_id from unit_ancestors t where t.ancestor_id = any (?) and %s
            order by t.unit_id""".formatted(held("t"));

    private static final String OFFICER = "select id from officers where officer_code = ?";

    private final DataSource database;
    private final FactQueries facts;

    AuthorityQueries(DataSource database, FactQueries facts) {
        this.database = database;
        this.facts = facts;
    }

    /** Which officer of the directory the caller is, by the token; empty if none. */
    @Transactional
    public Optional<UUID> officer(Caller caller) {
        if (caller.officerCode() == null) {
            return Optional.empty();
        }
        var query = new Query(OFFICER, List.of(caller.officerCode()), null);
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the officer of a caller cannot be read", e);
        }
    }

    /** The head of a unit on the day, regular or acting; empty if the post is vacant or the unit not in force. */
    @Transactional
    public Optional<Headship> headOf(UUID unitId, Moment moment) {
        return authority(List.of(), List.of(unitId), moment).headOf(unitId);
    }

    /** Whether A is head of the unit of B's main post or of a unit above it, and somebody else than B. */
    @Transactional
    public boolean isAbove(UUID a, UUID b, Moment moment) {
        return authority(List.of(a, b), List.of(), moment).isAbove(a, b);
    }

    /**
     * Whether an officer may act for a unit, and why.
     *
     * @param action code of the list of actions
     */
    @Transactional
    public Ruling mayActFor(UUID officerId, UUID unitId, String action, Moment moment) {
        return authority(List.of(officerId), List.of(unitId), moment).mayActFor(officerId, unitId, action);
    }

    /**
     * Whether an officer may act on the case of another, which nobody may on the own case.
     *
     * @param unitId unit of the case; null for that of the other's main post on the day
     */
    @Transactional
    public Ruling mayActOn(UUID officerId, UUID subjectId, @Nullable UUID unitId, String action, Moment moment) {
        var units = unitId == null ? List.<UUID>of() : List.of(unitId);
        return authority(List.of(officerId, subjectId), units, moment).mayActOn(officerId, subjectId, unitId, action);
    }

    /** The units that an officer may act for, each with the reason that has the shortest chain; by id. */
    @Transactional
    public Map<UUID, Ground> unitsOf(UUID officerId, String action, Moment moment) {
        var tops = authority(List.of(officerId), List.of(), moment).tops(officerId, action);
        var units = new LinkedHashMap<UUID, Ground>();
        var query = new Query(BELOW, List.of((Object) tops.keySet().toArray(UUID[]::new)), moment);
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var top = rows.getObject(1, UUID.class);
                for (var ground : tops.getOrDefault(top, List.of())) {
                    units.merge(rows.getObject(2, UUID.class), ground, AuthorityQueries::shorter);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the units of an officer cannot be read", e);
        }
        return units;
    }

    private static Ground shorter(Ground one, Ground other) {
        return other.length() < one.length() ? other : one;
    }

    private Authority authority(List<UUID> officers, List<UUID> units, Moment moment) {
        return new Authority(facts.of(officers, units, moment));
    }
}
