package vn.gov.hanoi.selection.bulletin;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.bulletin.BulletinApi.AppointedView;
import vn.gov.hanoi.selection.bulletin.BulletinApi.BulletinSummary;
import vn.gov.hanoi.selection.bulletin.BulletinApi.BulletinView;
import vn.gov.hanoi.selection.bulletin.BulletinApi.OutcomeView;
import vn.gov.hanoi.selection.bulletin.BulletinApi.PostState;
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;
import vn.gov.hanoi.selection.proof.CanonicalJson;

/** Reads bulletins, for everybody. */
@ApplicationScoped
class BulletinQueries {
    private static final Listing LISTING = new Listing(
            "b.round_id, b.title, b.published_on, b.digest",
            "bulletins b",
            "b.published_on desc, b.round_id desc",
            "(b.published_on, b.round_id) < (cast(:after0 as date), cast(:after1 as uuid))");

    /** Each post with how it has ended, and with whom the authority has appointed to it; a post without anybody is one row. */
    private static final String OUTCOMES = """
            select p.vacancy_id, o.outcome, f.full_name, s.number, s.signed_on, a.effective_on
            from round_posts p
            left join post_outcomes o on o.vacancy_id = p.vacancy_id
            left join appointments a on a.vacancy_id = p.vacancy_id and a.state in ('DECIDED', 'FAILED', 'IN_FORCE')
            left join appointment_steps s on s.appointment_id = a.id and s.act = 'DECIDE'
            left join officers f on f.id = a.officer_id
            where p.round_id = :round order by p.place, a.id""";

    private final EntityManager entities;
    private final KeysetQueries pages;

    BulletinQueries(EntityManager entities, KeysetQueries pages) {
        this.entities = entities;
        this.pages = pages;
    }

    /** The latest first. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<BulletinSummary> page(PageRequest request) {
        return pages.page(
                LISTING,
                new Terms(),
                "bulletins",
                request,
                row -> new BulletinSummary(
                        row.get("round_id", UUID.class),
                        row.get("title", String.class),
                        row.get("published_on", LocalDate.class),
                        row.get("digest", String.class)),
                item -> List.of(item.publishedOn().toString(), item.roundId().toString()));
    }

    /** Refusal: resource.not-found, before the result is published as for no round. */
    @Transactional
    @SuppressWarnings("unchecked")
    BulletinView one(UUID roundId) {
        List<Tuple> found = entities.createNativeQuery(
                        "select contest, digest from bulletins where round_id = :round", Tuple.class)
                .setParameter("round", roundId)
                .getResultList();
        if (found.isEmpty()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return new BulletinView(
                CanonicalJson.read(found.getFirst().get("contest", String.class), new TypeReference<Contest>() {}),
                found.getFirst().get("digest", String.class),
                outcomes(roundId));
    }

    @SuppressWarnings("unchecked")
    private List<OutcomeView> outcomes(UUID roundId) {
        List<Tuple> rows = entities.createNativeQuery(OUTCOMES, Tuple.class)
                .setParameter("round", roundId)
                .getResultList();
        var appointed = new LinkedHashMap<UUID, List<AppointedView>>();
        var states = new LinkedHashMap<UUID, PostState>();
        for (var row : rows) {
            var post = row.get("vacancy_id", UUID.class);
            @Nullable String outcome = row.get("outcome", String.class);
            states.put(post, outcome == null ? PostState.OPEN : PostState.valueOf(outcome));
            var people = appointed.computeIfAbsent(post, _ -> new ArrayList<>());
            @Nullable String name = row.get("full_name", String.class);
            if (name != null) {
                people.add(new AppointedView(
                        name,
                        row.get("number", String.class),
                        row.get("signed_on", LocalDate.class),
                        row.get("effective_on", LocalDate.class)));
            }
        }
        return states.entrySet().stream()
                .map(each -> new OutcomeView(
                        each.getKey(), each.getValue(), appointed.getOrDefault(each.getKey(), List.of())))
                .toList();
    }
}
