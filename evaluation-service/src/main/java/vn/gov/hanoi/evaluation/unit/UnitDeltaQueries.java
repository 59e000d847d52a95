package vn.gov.hanoi.evaluation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.DeltaQueries;
import vn.gov.hanoi.evaluation.timeline.DeltaQueries.Walk;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Tombstone;
import vn.gov.hanoi.evaluation.timeline.Tombstone.Cause;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitFilter;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitItem;
import vn.gov.hanoi.evaluation.unit.UnitApi.UnitTombstone;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** What has changed of the units since a client last asked: the units as they are, and signs for those that are gone. */
@ApplicationScoped
class UnitDeltaQueries {
    /**
     * Recorded anew since then, or begun, changed or ended by the passing of days. Visible now, or on the day before, when the client
     * may have been told of it.
     */
    private static final String CHANGED = """
            with visible as materialized (select id from units_within(?)),
            before as materialized (select a.unit_id as id from unit_ancestors a where a.ancestor_id = ? and %s)
            select u.id, v.id is not null, (select array_agg(distinct s.to_unit_id) from unit_successions s
                where s.from_unit_id = u.id and s.superseded_at is null and s.effective_on <= ?)
            from units u left join visible v on v.id = u.id left join before b on b.id = u.id
            where (u.changed_at > ? or exists (select 1 from unit_states s where s.unit_id = u.id and s.superseded_at is null
                    and (s.valid_from > ? and s.valid_from <= ? or s.valid_to > ? and s.valid_to <= ?)))
                and (v.id is not null or b.id is not null) and (?::uuid is null or u.id > ?)
            order by u.id limit %d""";

    private final DataSource database;
    private final Scopes scopes;
    private final DeltaQueries deltas;
    private final UnitRepository units;
    private final UnitQueries queries;

    UnitDeltaQueries(
            DataSource database, Scopes scopes, DeltaQueries deltas, UnitRepository units, UnitQueries queries) {
        this.database = database;
        this.scopes = scopes;
        this.deltas = deltas;
        this.units = units;
        this.queries = queries;
    }

    private record Candidate(UUID id, boolean visible, List<UUID> successors) {}

    /** Refusals: query.invalid-parameter, delta.expired, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<UnitItem> list(UnitFilter filter, ListParams params, Caller caller) {
        var updatedSince = Objects.requireNonNull(filter.updatedSince());
        if (!filter.equals(new UnitFilter(List.of(), List.of(), null, null, null, updatedSince, null))) {
            throw Params.invalid("updatedSince", "without filters");
        }
        var root = scopes.of(caller).rootUnitId();
        var walk = deltas.open(updatedSince, params, List.of("units", root), caller);
        var page = deltas.page(candidates(root, walk, params.page().limit() + 1), params, walk, Candidate::id);
        var loaded = units.load(page.items().stream().map(Candidate::id).toList(), walk.until());
        var items = new ArrayList<UnitItem>();
        for (var each : page.items()) {
            var unit = loaded.get(each.id());
            if (unit != null) {
                var item = item(each, unit, walk.until());
                if (item != null) {
                    items.add(item);
                }
            }
        }
        return new Page<>(items, page.page(), page.time());
    }

    private @Nullable UnitItem item(Candidate each, Unit unit, Moment until) {
        if (!each.visible()) {
            return new UnitTombstone(Tombstone.of(each.id(), Cause.OUT_OF_SCOPE, List.of()));
        }
        if (unit.at(until.asOf()).isPresent()) {
            return queries.view(unit, until);
        }
        var begin = Objects.requireNonNull(unit.states().begin());
        if (until.asOf().isBefore(begin)) {
            return null;
        }
        var cause = each.successors().isEmpty() ? Cause.ENDED : Cause.MERGED;
        return new UnitTombstone(Tombstone.of(each.id(), cause, each.successors()));
    }

    private List<Candidate> candidates(UUID root, Walk walk, int limit) {
        var since = walk.since();
        var sql = CHANGED.formatted(Query.held("a"), limit);
        var known = OffsetDateTime.ofInstant(since.knownAt(), ZoneOffset.UTC);
        var until = walk.until().asOf();
        var values = Arrays.<@Nullable Object>asList(
                root, root, until, known, since.asOf(), until, since.asOf(), until, walk.after(), walk.after());
        var found = new ArrayList<Candidate>();
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, since).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var successors = rows.getArray(3);
                found.add(new Candidate(
                        rows.getObject(1, UUID.class),
                        rows.getBoolean(2),
                        successors == null ? List.of() : List.of((UUID[]) successors.getArray())));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("changes of units cannot be read", e);
        }
        return found;
    }
}
