package vn.gov.hanoi.evaluation.reorganisation;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.PostException;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rank;
import vn.gov.hanoi.evaluation.reorganisation.PlanFacts.Headship;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Reads what is recorded about the units and posts that a plan names, with a few statements however large the plan is. */
@ApplicationScoped
class PlanFactsQueries {
    private static final String IN_SCOPE = "select id from units_within(?) where id = any (?)";
    private static final String CHILDREN = """
            select distinct parent_id, unit_id from unit_states
            where superseded_at is null and parent_id = any (?) and (valid_to is null or valid_to > ?) order by parent_id, unit_id""";
    /** A code belongs to one unit for ever, so one that another unit has or had is taken. */
    private static final String TAKEN = """
            select distinct c.code from unit_codes c join unnest(?::text[], ?::text[], ?::uuid[]) as w (scheme, code, unit_id)
                on c.scheme = w.scheme and c.code = w.code
            where c.superseded_at is null and c.unit_id <> w.unit_id""";

    private static final String POSTS = """
            select id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to from assignments
            where superseded_at is null and (valid_to is null or valid_to > ?) and (unit_id = any (?)
                or id = any (?) and unit_id in (select id from units_within(?)))
            order by id""";
    private static final String HEADS = """
            select unit_id, id, valid_from, valid_to from assignments
            where superseded_at is null and position = 'HEAD' and unit_id = any (?) and (valid_to is null or valid_to > ?)""";

    private final DataSource database;
    private final UnitRepository units;

    PlanFactsQueries(DataSource database, UnitRepository units) {
        this.database = database;
        this.units = units;
    }

    /** @param scope of the caller; units outside it are told as such, their posts are not read */
    PlanFacts of(PlanContent content, LocalDate day, Map<String, UUID> refs, UnitScope scope) {
        var named = named(content);
        var sources = PlanCheck.sources(content);
        try (var connection = database.getConnection()) {
            var inScope = new HashSet<UUID>();
            read(
                    connection,
                    new Query(IN_SCOPE, List.of(scope.rootUnitId(), named), null),
                    row -> inScope.add(row.getObject(1, UUID.class)));
            var children = new HashMap<UUID, List<UUID>>();
            var dissolved = content.units().stream()
                    .filter(change -> change.change() == Kind.DISSOLVE)
                    .map(PlanContent.UnitChange::unitId)
                    .toArray(UUID[]::new);
            read(connection, new Query(CHILDREN, List.of(dissolved, day), null), row -> children.computeIfAbsent(
                            row.getObject(1, UUID.class), _ -> new ArrayList<>())
                    .add(row.getObject(2, UUID.class)));
            sources.retainAll(inScope);
            return new PlanFacts(
                    units.load(List.of(named), null),
                    inScope,
                    children,
                    taken(connection, content, refs),
                    posts(connection, content, day, sources, scope),
                    heads(connection, PlanCheck.targets(content, refs), day));
        } catch (SQLException e) {
            throw new IllegalStateException("facts of a plan cannot be read", e);
        }
    }

    private static UUID[] named(PlanContent content) {
        return Stream.of(
                        content.units().stream().flatMap(each -> Stream.of(opt(each.unitId()), opt(each.parentId()))
                                .flatMap(id -> id)),
                        content.successions().stream()
                                .flatMap(each -> Stream.concat(Stream.of(each.fromUnitId()), opt(each.toUnitId()))),
                        content.placements().stream()
                                .flatMap(each -> Stream.concat(Stream.of(each.fromUnitId()), opt(each.toUnitId()))),
                        content.exceptions().stream().flatMap(each -> opt(each.toUnitId())),
                        content.handovers().stream()
                                .flatMap(each -> Stream.concat(Stream.of(each.fromUnitId()), opt(each.toUnitId()))))
                .flatMap(each -> each)
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Stream<UUID> opt(@org.jspecify.annotations.Nullable UUID id) {
        return Stream.ofNullable(id);
    }

    private static Set<String> taken(Connection connection, PlanContent content, Map<String, UUID> refs)
            throws SQLException {
        var schemes = new ArrayList<String>();
        var codes = new ArrayList<String>();
        var owners = new ArrayList<UUID>();
        for (var change : content.units()) {
            var owner = change.unitId() == null ? refs.get(change.ref()) : change.unitId();
            if (owner != null && change.code() != null) {
                schemes.add("ELECTRONIC");
                codes.add(change.code());
                owners.add(owner);
            }
            if (owner != null && change.administrativeCode() != null) {
                schemes.add("ADMINISTRATIVE");
                codes.add(change.administrativeCode());
                owners.add(owner);
            }
        }
        var taken = new HashSet<String>();
        var values = List.of(
                schemes.toArray(String[]::new), codes.toArray(String[]::new), (Object) owners.toArray(UUID[]::new));
        read(connection, new Query(TAKEN, values, null), row -> taken.add(row.getString(1)));
        return taken;
    }

    private static List<Post> posts(
            Connection connection, PlanContent content, LocalDate day, Set<UUID> sources, UnitScope scope)
            throws SQLException {
        var excepted =
                content.exceptions().stream().map(PostException::assignmentId).toArray(UUID[]::new);
        var posts = new ArrayList<Post>();
        var values = List.of(day, sources.toArray(UUID[]::new), excepted, (Object) scope.rootUnitId());
        read(
                connection,
                new Query(POSTS, values, null),
                row -> posts.add(new Post(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Rank.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        new Validity(row.getObject(8, LocalDate.class), row.getObject(9, LocalDate.class)))));
        return posts;
    }

    private static List<Headship> heads(Connection connection, Set<UUID> targets, LocalDate day) throws SQLException {
        var heads = new ArrayList<Headship>();
        read(
                connection,
                new Query(HEADS, List.of(targets.toArray(UUID[]::new), (Object) day), null),
                row -> heads.add(new Headship(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        new Validity(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)))));
        return heads;
    }
}
