package vn.gov.hanoi.selection.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.appointment.AppointmentApi.AppointmentSummary;
import vn.gov.hanoi.selection.appointment.AppointmentApi.AppointmentView;
import vn.gov.hanoi.selection.appointment.AppointmentApi.PersonView;
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Reads appointments, only for those who handle or decide them and for the persons themselves. */
@ApplicationScoped
class AppointmentQueries {
    /** Who is personnel officer of the round r, or decides in its part of the organisation, and is no candidate of it. */
    private static final String HANDLES = """
            ((:approver or :personnel and :me = any (r.personnel)) and r.unit_id in (select id from units_within(:scope))
                and not exists (select 1 from applications own where own.round_id = r.id and own.officer_id = :me))""";

    private static final String VISIBLE = "(" + HANDLES + " or (:candidate and p.officer_id = :me))";

    private static final Listing LISTING = new Listing(
            "p.id, p.version, p.round_id, p.vacancy_id, p.unit_id, p.title, p.officer_id, o.officer_code, o.full_name, p.merit_rank, "
                    + "p.state, p.effective_on, p.refusal, p.changed_at",
            "appointments p join rounds r on r.id = p.round_id left join officers o on o.id = p.officer_id",
            "p.id desc",
            "p.id < cast(:after0 as uuid)");

    /** No officer and no unit has it. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final OfficerQueries officers;
    private final Scopes scopes;
    private final AppointmentDesk desk;
    private final AppointmentViews views;

    AppointmentQueries(
            EntityManager entities,
            KeysetQueries pages,
            OfficerQueries officers,
            Scopes scopes,
            AppointmentDesk desk,
            AppointmentViews views) {
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
            Set<AppointmentState> states) {}

    /** Refusal: resource.not-found, for an appointment that the caller may not know of as for none. */
    @Transactional
    AppointmentView one(UUID id, Caller caller, Locale locale) {
        return views.of(desk.see(id, caller), locale);
    }

    /** The latest proposal first. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<AppointmentSummary> page(Filter filter, PageRequest request, Caller caller) {
        var viewer = viewer(caller);
        var terms = new Terms()
                .add(VISIBLE, "me", viewer.officer())
                .with("personnel", viewer.personnel())
                .with("approver", viewer.approver())
                .with("candidate", viewer.candidate())
                .with("scope", viewer.scope())
                .add("p.round_id = :round", "round", filter.roundId())
                .add("p.vacancy_id = :vacancy", "vacancy", filter.vacancyId())
                .add("p.officer_id = :officer", "officer", filter.officerId())
                .add(
                        "p.state in (:states)",
                        "states",
                        filter.states().stream().map(Enum::name).sorted().toList());
        var question = String.join(
                "|", "appointments", filter.toString(), caller.client(), caller.subject(), viewer.toString());
        return pages.page(
                LISTING,
                terms,
                question,
                request,
                AppointmentQueries::summary,
                item -> List.of(item.id().toString()));
    }

    /** For commands, before a stored answer is shown; loads nothing. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireVisible(UUID id, Caller caller) {
        var viewer = viewer(caller);
        require(
                entities.createNativeQuery(
                                "select exists (select 1 from appointments p join rounds r on r.id = p.round_id where p.id = :id and "
                                        + VISIBLE + ")")
                        .setParameter("candidate", viewer.candidate()),
                id,
                viewer);
    }

    /**
     * The round of a post, for those who handle or decide it.
     *
     * <p>Refusal: resource.not-found for an unknown post, for one without a round, and for everybody else.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID roundOfPost(UUID vacancyId, Caller caller) {
        var viewer = viewer(caller);
        require(
                entities.createNativeQuery(
                        "select exists (select 1 from vacancies v join rounds r on r.id = v.round_id where v.id = :id and "
                                + HANDLES + ")"),
                vacancyId,
                viewer);
        return (UUID) entities.createNativeQuery("select round_id from vacancies where id = :id")
                .setParameter("id", vacancyId)
                .getSingleResult();
    }

    private static void require(jakarta.persistence.Query question, UUID id, Viewer viewer) {
        question.setParameter("id", id)
                .setParameter("me", viewer.officer())
                .setParameter("personnel", viewer.personnel())
                .setParameter("approver", viewer.approver())
                .setParameter("scope", viewer.scope());
        if (!(Boolean) question.getSingleResult()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
    }

    private record Viewer(UUID officer, UUID scope, boolean personnel, boolean approver, boolean candidate) {}

    private Viewer viewer(Caller caller) {
        var scope = scopes.find(caller);
        return new Viewer(
                officers.officer(caller).orElse(NOBODY),
                scope.map(each -> each.rootUnitId()).orElse(NOBODY),
                scope.isPresent() && caller.roles().contains(RoundRoles.PERSONNEL),
                scope.isPresent() && caller.roles().contains(RoundRoles.APPROVER),
                caller.roles().contains(RoundRoles.CANDIDATE));
    }

    private static AppointmentSummary summary(Tuple row) {
        long version = row.get("version", Long.class);
        @Nullable String code = row.get("officer_code", String.class);
        return new AppointmentSummary(
                row.get("id", UUID.class),
                Etags.of(version),
                row.get("round_id", UUID.class),
                row.get("vacancy_id", UUID.class),
                row.get("unit_id", UUID.class),
                row.get("title", String.class),
                new PersonView(
                        row.get("officer_id", UUID.class),
                        code == null ? "" : code,
                        code == null ? "" : row.get("full_name", String.class)),
                row.get("merit_rank", Integer.class),
                AppointmentState.valueOf(row.get("state", String.class)),
                row.get("effective_on", LocalDate.class),
                row.get("refusal", String.class),
                version,
                row.get("changed_at", Instant.class));
    }
}
