package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerFilter;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerItem;
import vn.gov.hanoi.evaluation.officer.OfficerApi.OfficerTombstone;
import vn.gov.hanoi.evaluation.timeline.DeltaQueries;
import vn.gov.hanoi.evaluation.timeline.DeltaQueries.Walk;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Tombstone;
import vn.gov.hanoi.evaluation.timeline.Tombstone.Cause;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** What has changed of the officers since a client last asked: the officers as they are, and signs for those who are gone. */
@ApplicationScoped
class OfficerDeltaQueries {
    /**
     * Recorded anew since then, with a post that begun or ended by the passing of days, or in a unit that went into the scope or out of
     * it. Visible now, or by what was recorded then, when the client may have been told of them.
     */
    private static final String CHANGED = """
            with visible as materialized (select id from units_within(?)),
            before as materialized (select a.unit_id as id from unit_ancestors a join units u on u.id = a.unit_id
                where a.ancestor_id = ? and %s and (a.valid_to is null or a.valid_to > :day or a.valid_to = u.ended_on)),
            moved as materialized (select v.id from visible v where not exists (select 1 from before b where b.id = v.id)
                union all select b.id from before b where not exists (select 1 from visible v where v.id = b.id)),
            candidates as (
                select id from officers where changed_at > ?
                union select officer_id from assignments where superseded_at is null
                    and (valid_from > ? and valid_from <= ? or valid_to > ? and valid_to <= ?)
                union select officer_id from assignments where superseded_at is null and unit_id in (select id from moved)),
            judged as (
                select o.id,
                    exists (select 1 from assignments n where n.officer_id = o.id and n.superseded_at is null
                        and n.unit_id in (select id from visible)
                        and (n.valid_to is null or n.valid_to > ? or n.valid_to = o.ended_on)) as is_now,
                    exists (select 1 from assignments p where p.officer_id = o.id and %s and p.unit_id in (select id from before)
                        and (p.valid_to is null or p.valid_to > :day)) as was
                from officers o join candidates c on c.id = o.id where ?::uuid is null or o.id > ?)
            select id, is_now from judged where is_now or was order by id limit %d""";

    private final DataSource database;
    private final Scopes scopes;
    private final DeltaQueries deltas;
    private final OfficerRepository officers;
    private final OfficerViews views;
    private final Clock clock;

    OfficerDeltaQueries(
            DataSource database,
            Scopes scopes,
            DeltaQueries deltas,
            OfficerRepository officers,
            OfficerViews views,
            Clock clock) {
        this.database = database;
        this.scopes = scopes;
        this.deltas = deltas;
        this.officers = officers;
        this.views = views;
        this.clock = clock;
    }

    private record Candidate(UUID id, boolean visible) {}

    /** Refusals: query.invalid-parameter, delta.expired, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<OfficerItem> list(OfficerFilter filter, ListParams params, Caller caller) {
        var updatedSince = Objects.requireNonNull(filter.updatedSince());
        if (!filter.equals(new OfficerFilter(List.of(), List.of(), null, null, null, updatedSince))) {
            throw Params.invalid("updatedSince", "without filters");
        }
        var root = scopes.of(caller).rootUnitId();
        var walk = deltas.open(updatedSince, params, List.of("officers", root), caller);
        var page = deltas.page(candidates(root, walk, params.page().limit() + 1), params, walk, Candidate::id);
        return new Page<>(items(page.items(), walk), page.page(), page.time());
    }

    /** In the order of the candidates. Who has not begun yet is not told of. */
    private List<OfficerItem> items(List<Candidate> candidates, Walk walk) {
        var day = walk.until().asOf();
        var loaded = officers.load(candidates.stream().map(Candidate::id).toList(), walk.until());
        var held = candidates.stream()
                .filter(Candidate::visible)
                .map(each -> loaded.get(each.id()))
                .filter(officer -> officer != null && !officer.on(day).isEmpty())
                .toList();
        var summaries = views.summaries(held, walk.until()).iterator();
        var items = new ArrayList<OfficerItem>();
        for (var each : candidates) {
            var officer = loaded.get(each.id());
            if (officer == null) {
                continue;
            }
            if (!each.visible()) {
                items.add(gone(each.id(), Cause.OUT_OF_SCOPE));
            } else if (!officer.on(day).isEmpty()) {
                items.add(summaries.next());
            } else if (!day.isBefore(officer.begin())) {
                items.add(gone(each.id(), Cause.ENDED));
            }
        }
        return items;
    }

    private static OfficerItem gone(UUID id, Cause cause) {
        return new OfficerTombstone(Tombstone.of(id, cause, List.of()));
    }

    private List<Candidate> candidates(UUID root, Walk walk, int limit) {
        var since = walk.since();
        var known = OffsetDateTime.ofInstant(since.knownAt(), ZoneOffset.UTC);
        var until = walk.until().asOf();
        var values = Arrays.<@Nullable Object>asList(
                root,
                root,
                known,
                since.asOf(),
                until,
                since.asOf(),
                until,
                LocalDate.now(clock),
                walk.after(),
                walk.after());
        var sql = CHANGED.formatted(Query.known("a"), Query.known("p"), limit);
        var found = new ArrayList<Candidate>();
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, since).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Candidate(rows.getObject(1, UUID.class), rows.getBoolean(2)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("changes of officers cannot be read", e);
        }
        return found;
    }
}
