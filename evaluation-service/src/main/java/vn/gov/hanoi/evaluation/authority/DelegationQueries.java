package vn.gov.hanoi.evaluation.authority;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.DelegationApi.DelegationFilter;
import vn.gov.hanoi.evaluation.authority.DelegationApi.DelegationView;
import vn.gov.hanoi.evaluation.authority.DelegationApi.OrderView;
import vn.gov.hanoi.evaluation.authority.DelegationApi.Status;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.timeline.Conditions;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.PageQueries;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Reads of delegations; a caller sees those in units of the own scope. */
@ApplicationScoped
class DelegationQueries {
    private static final String SELECT =
            "select " + DelegationRepository.COLUMNS + " from delegations d where " + known("d") + " and %s";
    private static final String IN_SCOPE = "d.unit_id in (select id from units_within(?))";
    private static final String SORT = "validFrom";
    private static final String KEY = "(to_char(d.valid_from, 'YYYY-MM-DD'), d.id)";

    private final DataSource database;
    private final Scopes scopes;
    private final PageQueries pages;
    private final ReferenceQueries references;
    private final DirectoryClockRepository clock;

    DelegationQueries(
            DataSource database,
            Scopes scopes,
            PageQueries pages,
            ReferenceQueries references,
            DirectoryClockRepository clock) {
        this.database = database;
        this.scopes = scopes;
        this.pages = pages;
        this.references = references;
        this.clock = clock;
    }

    /** Refusals: resource.not-found, scope.unit-unknown, query.invalid-parameter. */
    @Transactional
    DelegationView get(UUID id, @Nullable LocalDate asOf, @Nullable Instant knownAt, Caller caller) {
        var moment = clock.moment(asOf, knownAt);
        var conditions = new Conditions(IN_SCOPE, scopes.of(caller)).add("d.id = ?", id);
        var found = records(new Query(SELECT.formatted(conditions.sql()), conditions.values(), moment));
        if (found.isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return view(found.getFirst(), moment);
    }

    /** A delegation with the names of the day of the moment. */
    DelegationView view(DelegationRecord entry, Moment moment) {
        return new Names(List.of(entry), moment).view(entry, PageQueries.time(moment));
    }

    /** Refusals: query.invalid-parameter, page.cursor-invalid, page.cursor-expired, scope.unit-unknown. */
    @Transactional
    Page<DelegationView> list(DelegationFilter filter, ListParams params, Caller caller) {
        var request = params.page();
        if (params.sort() != null && !params.sort().equals(SORT)) {
            throw Params.invalid("sort", SORT);
        }
        var scope = scopes.of(caller);
        var place = pages.place(List.of("delegations", filter, scope), params, caller);
        var conditions = conditions(filter, scope);
        var counted = request.count() ? pages.count("select 1 from delegations d", conditions, place.moment()) : null;
        place.after().ifPresent(after -> conditions.after(KEY, after.key(), after.id()));
        var sql = SELECT.formatted(conditions.sql()) + " order by d.valid_from, d.id limit " + (request.limit() + 1);
        var page = pages.page(
                records(new Query(sql, conditions.values(), place.moment())),
                request,
                place,
                entry -> pages.keys(entry.delegation().validity().from().toString(), entry.id()));
        var names = new Names(page.items(), place.moment());
        return PageQueries.counted(PageQueries.map(page, entry -> names.view(entry, null)), counted);
    }

    private static Conditions conditions(DelegationFilter filter, UnitScope scope) {
        var conditions = new Conditions(IN_SCOPE, scope).add(held("d"));
        var officer = Params.uuid("officerId", filter.officerId());
        if (officer != null) {
            conditions.add("? in (d.from_officer_id, d.to_officer_id)", officer);
        }
        return conditions.units("d.unit_id %s", filter.unitId(), null);
    }

    private List<DelegationRecord> records(Query query) {
        var found = new ArrayList<DelegationRecord>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(DelegationRepository.row(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("delegations cannot be read", e);
        }
        return found;
    }

    private static Status status(DelegationRecord entry, LocalDate day) {
        var validity = entry.delegation().validity();
        if (validity.contains(day)) {
            return Status.IN_FORCE;
        }
        boolean over = validity.to() != null && !day.isBefore(validity.to());
        if (over || validity.from().equals(validity.to())) {
            return entry.revoked() ? Status.REVOKED : Status.ENDED;
        }
        return Status.PLANNED;
    }

    /** Names of all units and officers of some delegations, read at once. */
    private final class Names {
        private final Moment moment;
        private final Map<UUID, OfficerReference> officers;
        private final Map<UUID, UnitReference> units;

        Names(List<DelegationRecord> entries, Moment moment) {
            this.moment = moment;
            var people = new HashSet<UUID>();
            var places = new HashSet<UUID>();
            for (var entry : entries) {
                people.add(entry.delegation().fromOfficerId());
                people.add(entry.delegation().toOfficerId());
                places.add(entry.delegation().unitId());
            }
            this.officers = references.officers(people, moment);
            this.units = references.units(places, moment);
        }

        DelegationView view(DelegationRecord entry, Page.@Nullable Time time) {
            var delegation = entry.delegation();
            return new DelegationView(
                    delegation.id(),
                    Etags.of(entry.version()),
                    Objects.requireNonNull(officers.get(delegation.fromOfficerId())),
                    Objects.requireNonNull(officers.get(delegation.toOfficerId())),
                    Objects.requireNonNull(units.get(delegation.unitId())),
                    List.copyOf(new TreeSet<>(delegation.actions())),
                    delegation.mayRedelegate(),
                    delegation.parentId(),
                    delegation.validity().from(),
                    delegation.validity().to(),
                    new OrderView(delegation.decisionNumber(), entry.signedOn(), entry.issuer()),
                    status(entry, moment.asOf()),
                    entry.version(),
                    time);
        }
    }
}
