package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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
import vn.gov.hanoi.training.degree.DegreeViewApi.DegreeTrainingView;
import vn.gov.hanoi.training.listing.KeysetQueries;
import vn.gov.hanoi.training.listing.KeysetQueries.Shape;
import vn.gov.hanoi.training.listing.ListQuery;
import vn.gov.hanoi.training.listing.OfficerFilter;

/** Reads degree trainings of officers that a unit of the caller keeps today. */
@ApplicationScoped
class DegreeQueries {
    private static final String WITHIN = "carried_unit(officer_id) in (select id from units_within(:scope))";

    private final EntityManager entities;
    private final KeysetQueries pages;
    private final DegreeRepository trainings;
    private final Scopes scopes;

    DegreeQueries(EntityManager entities, KeysetQueries pages, DegreeRepository trainings, Scopes scopes) {
        this.entities = entities;
        this.pages = pages;
        this.trainings = trainings;
        this.scopes = scopes;
    }

    /** Filters; null means any. */
    record Filter(
            @Nullable DegreeState state,
            @Nullable String level,
            @Nullable Integer year,
            OfficerFilter officers) {}

    private record Key(UUID id, LocalDate startsOn) {}

    /** The latest first day of study first. */
    @Transactional
    Page<DegreeTrainingView> page(Filter filter, Caller caller, PageRequest request) {
        var state = filter.state();
        var query = filter.officers()
                .on(new ListQuery("id, starts_on", "degree_trainings"))
                .filter(WITHIN, "scope", scopes.of(caller).rootUnitId())
                .filter("state = :state", "state", state == null ? null : state.name())
                .filter("level = :level", "level", filter.level())
                .filter("extract(year from starts_on) = :year", "year", filter.year())
                .order("starts_on desc, id desc", "(starts_on, id) < (cast(:after0 as date), cast(:after1 as uuid))");
        var found = pages.page(
                query,
                "listDegreeTrainings|" + filter,
                request,
                new Shape<>(
                        row -> new Key(row.get("id", UUID.class), row.get("starts_on", LocalDate.class)),
                        key -> List.of(key.startsOn().toString(), key.id().toString())));
        var full = trainings.all(found.items().stream().map(Key::id).toList());
        return new Page<>(
                found.items().stream()
                        .map(key -> DegreeTrainingView.of(Objects.requireNonNull(full.get(key.id()))))
                        .toList(),
                found.page(),
                found.time());
    }

    /** Refusals: scope.unit-unknown; resource.not-found, also outside the scope. */
    @Transactional
    DegreeTraining see(UUID id, Caller caller) {
        var sql = "select id from degree_trainings where id = :id and " + WITHIN;
        var found = entities.createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("scope", scopes.of(caller).rootUnitId())
                .getSingleResultOrNull();
        if (found == null) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return trainings.get(id);
    }
}
