package vn.gov.hanoi.selection.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationApi.ApplicationSummary;
import vn.gov.hanoi.selection.application.ApplicationApi.ApplicationView;
import vn.gov.hanoi.selection.application.ApplicationApi.OfficerRef;
import vn.gov.hanoi.selection.condition.CandidateSource;
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Reads applications, only for the personnel officers of their rounds and the persons themselves. */
@ApplicationScoped
public class ApplicationQueries {
    /** Who handles the applications of a round r: assigned to it, in its part of the organisation, and no candidate of it. */
    private static final String HANDLES = """
            (:personnel and :me = any (r.personnel) and r.unit_id in (select id from units_within(:scope))
                and not exists (select 1 from applications own where own.round_id = r.id and own.officer_id = :me))""";

    private static final String VISIBLE = "(" + HANDLES + " or (:candidate and a.officer_id = :me))";

    private static final Listing LISTING = new Listing(
            "a.id, a.version, a.round_id, a.vacancy_id, a.officer_id, o.officer_code, o.full_name, a.source, a.state, a.received_on, "
                    + "a.changed_at",
            "applications a join rounds r on r.id = a.round_id left join officers o on o.id = a.officer_id",
            "a.received_on desc, a.id desc",
            "(a.received_on, a.id) < (cast(:after0 as date), cast(:after1 as uuid))");

    /** No officer has it. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final OfficerQueries officers;
    private final Scopes scopes;
    private final ApplicationDesk desk;
    private final ApplicationViews views;

    ApplicationQueries(
            EntityManager entities,
            KeysetQueries pages,
            OfficerQueries officers,
            Scopes scopes,
            ApplicationDesk desk,
            ApplicationViews views) {
        this.entities = entities;
        this.pages = pages;
        this.officers = officers;
        this.scopes = scopes;
        this.desk = desk;
        this.views = views;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable UUID roundId,
            @Nullable UUID vacancyId,
            @Nullable UUID officerId,
            Set<ApplicationState> states) {}

    /** Refusal: resource.not-found, for an application that the caller may not know of as for none. */
    @Transactional
    ApplicationView one(UUID id, Caller caller, Locale locale) {
        return views.of(desk.see(id, caller), locale);
    }

    /** The latest first. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<ApplicationSummary> page(Filter filter, PageRequest request, Caller caller) {
        var viewer = viewer(caller);
        var terms = new Terms()
                .add(VISIBLE, "me", viewer.officer())
                .with("personnel", viewer.personnel())
                .with("candidate", viewer.candidate())
                .with("scope", viewer.scope())
                .add("a.round_id = :round", "round", filter.roundId())
                .add("a.vacancy_id = :vacancy", "vacancy", filter.vacancyId())
                .add("a.officer_id = :officer", "officer", filter.officerId())
                .add(
                        "a.state in (:states)",
                        "states",
                        filter.states().stream().map(Enum::name).toList());
        var question = String.join(
                "|", "applications", filter.toString(), caller.client(), caller.subject(), viewer.toString());
        return pages.page(
                LISTING,
                terms,
                question,
                request,
                ApplicationQueries::summary,
                item -> List.of(item.receivedOn().toString(), item.id().toString()));
    }

    /** For commands, before a stored answer is shown; loads nothing. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireVisible(UUID id, Caller caller) {
        if (!exists(
                "select exists (select 1 from applications a join rounds r on r.id = a.round_id where a.id = :id and "
                        + VISIBLE + ")",
                id,
                caller)) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
    }

    /** For entering an application: a personnel officer of the round, or the person. Refusal: selection.not-personnel. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireEntry(UUID vacancyId, UUID officerId, Caller caller) {
        var viewer = viewer(caller);
        boolean own = viewer.candidate() && viewer.officer().equals(officerId);
        if (!own
                && !exists(
                        "select exists (select 1 from vacancies v join rounds r on r.id = v.round_id where v.id = :id and "
                                + HANDLES + ")",
                        vacancyId,
                        caller)) {
            throw new Refused(Refusal.of(SelectionProblem.NOT_PERSONNEL));
        }
    }

    private boolean exists(String sql, UUID id, Caller caller) {
        var viewer = viewer(caller);
        Query query = entities.createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("me", viewer.officer())
                .setParameter("personnel", viewer.personnel())
                .setParameter("scope", viewer.scope());
        if (sql.contains(":candidate")) {
            query.setParameter("candidate", viewer.candidate());
        }
        return (Boolean) query.getSingleResult();
    }

    private record Viewer(UUID officer, UUID scope, boolean personnel, boolean candidate) {}

    private Viewer viewer(Caller caller) {
        var scope = scopes.find(caller);
        return new Viewer(
                officers.officer(caller).orElse(NOBODY),
                scope.map(each -> each.rootUnitId()).orElse(NOBODY),
                scope.isPresent() && caller.roles().contains(RoundRoles.PERSONNEL),
                caller.roles().contains(RoundRoles.CANDIDATE));
    }

    private static ApplicationSummary summary(Tuple row) {
        long version = row.get("version", Long.class);
        @Nullable String code = row.get("officer_code", String.class);
        return new ApplicationSummary(
                row.get("id", UUID.class),
                Etags.of(version),
                row.get("round_id", UUID.class),
                row.get("vacancy_id", UUID.class),
                new OfficerRef(
                        row.get("officer_id", UUID.class),
                        code == null ? "" : code,
                        code == null ? "" : row.get("full_name", String.class)),
                CandidateSource.valueOf(row.get("source", String.class)),
                ApplicationState.valueOf(row.get("state", String.class)),
                row.get("received_on", LocalDate.class),
                version,
                row.get("changed_at", Instant.class));
    }
}
