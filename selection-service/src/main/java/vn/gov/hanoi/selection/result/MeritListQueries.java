package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;
import vn.gov.hanoi.selection.result.MeritListApi.MeritListSummary;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Lists results, by the same rule as {@link ResultDesk} shows one. */
@ApplicationScoped
class MeritListQueries {
    private static final String STANDS =
            "exists (select 1 from applications a where a.round_id = m.round_id and a.officer_id = :me)";

    private static final String VISIBLE = """
            case when %s then :candidate and m.state = 'PUBLISHED'
            else (:panel and exists (select 1 from panels p join panel_members s on s.panel_id = p.id where p.round_id = m.round_id
                    and p.body = 'COUNCIL' and p.state = 'FORMED' and s.left_on is null and s.officer_id = :me))
                or (m.unit_id in (select id from units_within(:scope))
                    and case m.state when 'DRAFT' then false when 'SUBMITTED' then :approver when 'APPROVED' then :approver or :organiser
                        else :approver or :organiser or :reader end)
            end""".formatted(STANDS);

    private static final Listing LISTING = new Listing(
            "m.id, m.version, m.round_id, m.unit_id, m.state, m.published_on, m.changed_at",
            "merit_lists m join rounds r on r.id = m.round_id",
            "r.starts_on desc, m.id desc",
            "(r.starts_on, m.id) < (select r2.starts_on, m2.id from merit_lists m2 join rounds r2 on r2.id = m2.round_id "
                    + "where m2.id = cast(:after0 as uuid))");

    /** No officer and no unit has it. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final KeysetQueries pages;
    private final OfficerQueries officers;
    private final Scopes scopes;

    MeritListQueries(KeysetQueries pages, OfficerQueries officers, Scopes scopes) {
        this.pages = pages;
        this.officers = officers;
        this.scopes = scopes;
    }

    /** The latest start of the process first. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<MeritListSummary> page(@Nullable UUID roundId, PageRequest request, Caller caller) {
        var me = officers.officer(caller).orElse(NOBODY);
        var scope = scopes.find(caller).map(each -> each.rootUnitId()).orElse(NOBODY);
        var roles = caller.roles();
        var terms = new Terms()
                .add(VISIBLE, "me", me)
                .with("scope", scope)
                .with("candidate", roles.contains(RoundRoles.CANDIDATE))
                .with("panel", roles.contains(RoundRoles.PANEL))
                .with("approver", roles.contains(RoundRoles.APPROVER))
                .with("organiser", roles.contains(RoundRoles.ORGANISER))
                .with("reader", roles.contains(RoundRoles.READER) || roles.contains(RoundRoles.INSPECTOR))
                .add("m.round_id = :round", "round", roundId);
        var question = String.join(
                "|",
                "merit-lists",
                String.valueOf(roundId),
                caller.client(),
                caller.subject(),
                me.toString(),
                scope.toString(),
                roles.stream().sorted().toList().toString());
        return pages.page(
                LISTING,
                terms,
                question,
                request,
                MeritListQueries::summary,
                item -> List.of(item.id().toString()));
    }

    private static MeritListSummary summary(Tuple row) {
        long version = row.get("version", Long.class);
        return new MeritListSummary(
                row.get("id", UUID.class),
                Etags.of(version),
                row.get("round_id", UUID.class),
                row.get("unit_id", UUID.class),
                ResultState.valueOf(row.get("state", String.class)),
                row.get("published_on", LocalDate.class),
                version,
                row.get("changed_at", Instant.class));
    }
}
