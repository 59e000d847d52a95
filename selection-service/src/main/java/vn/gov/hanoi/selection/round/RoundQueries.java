package vn.gov.hanoi.selection.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
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
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;
import vn.gov.hanoi.selection.round.RoundApi.RoundSummary;
import vn.gov.hanoi.selection.round.RoundApi.RoundView;
import vn.gov.hanoi.selection.ruleset.Medium;
import vn.gov.hanoi.selection.vacancy.Announcement;
import vn.gov.hanoi.selection.vacancy.AnnouncementPart;

/** Reads rounds of the caller's part of the organisation. */
@ApplicationScoped
class RoundQueries {
    private static final String STATE = """
            case when r.state = 'ANNOUNCED' and r.dossiers_to < :today then 'ELIGIBILITY_CHECK'
                when r.state = 'ANNOUNCED' and r.dossiers_from <= :today then 'RECEIVING' else r.state end""";

    private static final Listing LISTING = new Listing(
            "r.id, r.version, r.unit_id, r.unit_code, r.unit_name, r.title, r.starts_on, r.list_on, r.exam_on, r.announced_on, "
                    + "r.dossiers_from, r.dossiers_to, r.changed_at, array_to_string(r.media, ',') as media_names, "
                    + STATE + " as state_today",
            "rounds r",
            "r.starts_on desc, r.id desc",
            "(r.starts_on, r.id) < (cast(:after0 as date), cast(:after1 as uuid))");

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final Scopes scopes;
    private final RoundViews views;
    private final Rounds desk;

    RoundQueries(EntityManager entities, KeysetQueries pages, Scopes scopes, RoundViews views, Rounds desk) {
        this.entities = entities;
        this.pages = pages;
        this.scopes = scopes;
        this.views = views;
        this.desk = desk;
    }

    /** Refusals: scope.unit-unknown; resource.not-found outside the scope as for none. */
    @Transactional
    RoundView one(UUID id, Caller caller, Locale locale) {
        var scope = scopes.of(caller);
        var round = entities.find(Round.class, id);
        if (round == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        scopes.requireVisible(scope, round.unitId());
        return views.of(round, caller, locale);
    }

    /** The latest start first. Refusals: scope.unit-unknown, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<RoundSummary> page(Set<RoundState> states, @Nullable UUID unitId, PageRequest request, Caller caller) {
        var scope = scopes.of(caller);
        var terms = new Terms()
                .add(
                        STATE + " in (:states)",
                        "states",
                        states.stream().map(Enum::name).toList())
                .with("today", desk.today())
                .add("r.unit_id = :unit", "unit", unitId)
                .add("r.unit_id in (select id from units_within(:scope))", "scope", scope.rootUnitId());
        var question = String.join(
                "|",
                "rounds",
                states.stream().sorted().toList().toString(),
                String.valueOf(unitId),
                caller.client(),
                caller.subject(),
                scope.toString());
        return pages.page(
                LISTING,
                terms,
                question,
                request,
                RoundQueries::summary,
                item -> List.of(item.startsOn().toString(), item.id().toString()));
    }

    private static RoundSummary summary(Tuple row) {
        long version = row.get("version", Long.class);
        return new RoundSummary(
                row.get("id", UUID.class),
                Etags.of(version),
                RoundState.valueOf(row.get("state_today", String.class)),
                row.get("unit_id", UUID.class),
                row.get("unit_code", String.class),
                row.get("unit_name", String.class),
                row.get("title", String.class),
                row.get("starts_on", LocalDate.class),
                row.get("list_on", LocalDate.class),
                row.get("exam_on", LocalDate.class),
                announcement(row),
                version,
                row.get("changed_at", Instant.class));
    }

    private static @Nullable AnnouncementPart announcement(Tuple row) {
        @Nullable String media = row.get("media_names", String.class);
        return media == null
                ? null
                : AnnouncementPart.from(new Announcement(
                        row.get("announced_on", LocalDate.class),
                        row.get("dossiers_from", LocalDate.class),
                        row.get("dossiers_to", LocalDate.class),
                        Arrays.stream(media.split(",")).map(Medium::valueOf).toList()));
    }
}
