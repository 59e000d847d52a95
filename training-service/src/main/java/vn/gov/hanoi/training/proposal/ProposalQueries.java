package vn.gov.hanoi.training.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.proposal.ProposalApi.Estimate;
import vn.gov.hanoi.training.proposal.ProposalApi.Figures;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalView;

/** Reads proposals; only of units within the caller's scope. */
@ApplicationScoped
class ProposalQueries {
    private static final String COLUMNS = """
            p.id, p.version, p.year, p.unit_id, p.unit_code, p.unit_name, p.state, p.due_on, p.submitted_at, p.return_reason,
            coalesce(cast(p.submitted_at at time zone 'Asia/Ho_Chi_Minh' as date) > p.due_on, false) as late,
            s.classes, s.places, s.city_vnd, s.district_vnd, s.city_lines, s.district_lines""";
    private static final String FROM = """
            plan_proposals p cross join lateral (
                select coalesce(sum(l.classes), 0) as classes, coalesce(sum(l.places), 0) as places,
                    cast(coalesce(sum(l.estimate_vnd) filter (where l.funding_source = 'CITY_BUDGET'), 0) as bigint) as city_vnd,
                    cast(coalesce(sum(l.estimate_vnd) filter (where l.funding_source = 'DISTRICT_BUDGETS'), 0) as bigint) as district_vnd,
                    count(*) filter (where l.funding_source = 'CITY_BUDGET') as city_lines,
                    count(*) filter (where l.funding_source = 'DISTRICT_BUDGETS') as district_lines
                from plan_proposal_lines l where l.proposal_id = p.id) s""";
    private static final String WITHIN = "p.unit_id in (select id from units_kept(:scope))";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final ProposalLineQueries lines;
    private final Scopes scopes;

    ProposalQueries(EntityManager entities, KeysetQueries pages, ProposalLineQueries lines, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.lines = lines;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable Integer year,
            @Nullable UUID unitId,
            @Nullable ProposalState state) {}

    /** Newest year first, then by code of unit; without lines. */
    @Transactional
    Page<ProposalView> page(Filter filter, Caller caller, PageRequest request) {
        var state = filter.state();
        var query = new ListQuery(COLUMNS, FROM)
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("p.year = :year", "year", filter.year())
                .filter("p.unit_id = :unit", "unit", filter.unitId())
                .filter("p.state = :state", "state", state == null ? null : state.name())
                .order(
                        "p.year desc, p.unit_code, p.id",
                        "(-p.year, p.unit_code, p.id) > (-cast(:after0 as int), :after1, cast(:after2 as uuid))");
        return pages.page(
                query,
                "listPlanProposals|" + filter,
                request,
                new Shape<>(
                        ProposalQueries::view,
                        item -> List.of(
                                String.valueOf(item.year()),
                                item.unit().code(),
                                item.id().toString())));
    }

    /** The proposal with its lines. Refusal: resource.not-found, also outside the scope. */
    @Transactional
    ProposalView one(UUID id, Caller caller) {
        var sql = "select " + COLUMNS + " from " + FROM + " where p.id = :id and " + WITHIN;
        var row = (Tuple) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(found -> view(found).withLines(lines.of(id)))
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    private static ProposalView view(Tuple row) {
        long city = row.get("city_vnd", Long.class);
        long district = row.get("district_vnd", Long.class);
        var estimates = new ArrayList<Estimate>();
        if (row.get("city_lines", Long.class) > 0) {
            estimates.add(new Estimate(FundingSource.CITY_BUDGET.name(), city));
        }
        if (row.get("district_lines", Long.class) > 0) {
            estimates.add(new Estimate(FundingSource.DISTRICT_BUDGETS.name(), district));
        }
        return new ProposalView(
                row.get("id", UUID.class),
                row.get("year", Integer.class),
                new UnitRef(
                        row.get("unit_id", UUID.class),
                        row.get("unit_code", String.class),
                        row.get("unit_name", String.class)),
                ProposalState.valueOf(row.get("state", String.class)),
                row.get("due_on", LocalDate.class),
                Objects.requireNonNull(row.get("late", Boolean.class)),
                row.get("submitted_at", Instant.class),
                row.get("return_reason", String.class),
                new Figures(
                        row.get("classes", Long.class), row.get("places", Long.class), Math.addExact(city, district)),
                estimates,
                List.of(),
                row.get("version", Long.class));
    }
}
