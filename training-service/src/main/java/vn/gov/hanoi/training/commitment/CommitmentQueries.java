package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.commitment.CommitmentViewApi.CommitmentView;
import vn.gov.hanoi.training.commitment.CommitmentViewApi.PlaceView;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.listing.OfficerFilter;

/** Reads commitments of officers that a unit of the caller keeps today. */
@ApplicationScoped
class CommitmentQueries {
    private static final String WITHIN = "carried_unit(officer_id) in (select id from units_within(:scope))";
    private static final String STATE = """
            case when state = 'RUNNING' and ends_on <= (now() at time zone 'Asia/Ho_Chi_Minh')::date then 'FULFILLED' else state end = :state""";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final CommitmentRepository commitments;
    private final KeeperQueries keepers;
    private final Scopes scopes;
    private final Clock clock;

    CommitmentQueries(
            EntityManager entities,
            KeysetQueries pages,
            CommitmentRepository commitments,
            KeeperQueries keepers,
            Scopes scopes,
            Clock clock) {
        this.entities = entities;
        this.pages = pages;
        this.commitments = commitments;
        this.keepers = keepers;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** The latest signed first. */
    @Transactional
    Page<CommitmentView> page(
            @Nullable CommitmentState state, OfficerFilter officers, Caller caller, PageRequest request) {
        var today = LocalDate.now(clock);
        var query = officers.on(new ListQuery("id, signed_on", "service_commitments"))
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter(STATE, "state", state == null ? null : state.name())
                .order("signed_on desc, id desc", "(signed_on, id) < (cast(:after0 as date), cast(:after1 as uuid))");
        var found = pages.page(
                query,
                "listServiceCommitments|" + state + officers,
                request,
                new Shape<>(
                        row -> new Key(row.get("id", UUID.class), row.get("signed_on", LocalDate.class)),
                        key -> List.of(key.signedOn().toString(), key.id().toString())));
        var full = commitments.all(found.items().stream().map(Key::id).toList());
        return new Page<>(
                found.items().stream()
                        .map(key -> Objects.requireNonNull(full.get(key.id())))
                        .map(each -> CommitmentView.of(each, today).with(null, null))
                        .toList(),
                found.page(),
                found.time());
    }

    private record Key(UUID id, LocalDate signedOn) {}

    /** Refusals: scope.unit-unknown; resource.not-found, also outside the scope. */
    @Transactional
    CommitmentView one(UUID id, Caller caller) {
        var sql = "select id from service_commitments where id = :id and " + WITHIN;
        var found = entities.createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        if (found == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var commitment = commitments.get(id);
        var places = keepers.places(commitment.learner().officerId(), commitment.signedOn()).stream()
                .map(place -> new PlaceView(place.unit(), place.from(), place.until()))
                .toList();
        return CommitmentView.of(commitment, LocalDate.now(clock)).with(commitment.document(), places);
    }
}
