package vn.gov.hanoi.training.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.ledger.FundingSource;

/** Stores proposals; a proposal that is acted on, or whose lines are taken up, is held until the transaction ends. */
@ApplicationScoped
class ProposalRepository {
    private static final String SOURCES = """
            select l.id, l.funding_source from plan_proposal_lines l join plan_proposals p on p.id = l.proposal_id
            where l.id in (:ids) and p.year = :year and p.state = 'SUBMITTED' and p.unit_id <> :unit
                and p.unit_id in (select id from units_within(:unit))
            for share of p""";
    private static final String NEEDS = """
            select n.id from training_needs n join main_posts_today() p on p.officer_id = n.officer_id
            where n.id in (:ids) and n.state = 'OPEN' and p.unit_id in (select id from units_within(:unit)) for share of n""";
    private static final String GONE_ON = """
            select exists (select 1 from plan_proposal_lines l
                where l.proposal_id = :id and (exists (select 1 from plan_proposal_sources s where s.source_line_id = l.id)
                    or exists (select 1 from plan_lines n where n.proposal_line_id = l.id)))""";
    private static final String DUE = """
            select make_date(:year - years_before, month, day) from plan_deadline_rules
            where step = :step and int4range(first_year, last_year, '[]') @> :year""";
    private static final String COSTED = """
            select l.funding_source, array_to_string(array[p.created_by, p.updated_by, p.submitted_by], chr(10)) as authors
            from plan_proposal_lines l join plan_proposals p on p.id = l.proposal_id
            where l.id = :id and p.year = :year and p.city and p.state = 'SUBMITTED' for share of p""";

    private final EntityManager entities;

    ProposalRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** A line of the City's submitted proposal, with those whose own it is. */
    record Costed(FundingSource fundingSource, Set<String> authors) {}

    void add(Proposal proposal) {
        entities.persist(proposal);
        entities.flush();
    }

    /** The proposal, held. */
    Optional<Proposal> forChange(UUID id) {
        return Optional.ofNullable(entities.find(Proposal.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What was taken out must be gone before the same sources are put in again. */
    void flush() {
        entities.flush();
    }

    /** The source of each of the lines that a unit may take up: submitted for the year by units below it. Their proposals are held. */
    @SuppressWarnings("unchecked")
    Map<UUID, FundingSource> sources(Collection<UUID> ids, int year, UUID unitId) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var rows = (List<Tuple>) entities.createNativeQuery(SOURCES, Tuple.class)
                .setParameter("ids", ids)
                .setParameter("year", year)
                .setParameter("unit", unitId)
                .getResultList();
        var found = new HashMap<UUID, FundingSource>();
        rows.forEach(row ->
                found.put(row.get("id", UUID.class), FundingSource.valueOf(row.get("funding_source", String.class))));
        return found;
    }

    /** Those of the needs that are open and of officers of the unit or below. */
    @SuppressWarnings("unchecked")
    Set<UUID> needs(Collection<UUID> ids, UUID unitId) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>((List<UUID>) entities.createNativeQuery(NEEDS)
                .setParameter("ids", ids)
                .setParameter("unit", unitId)
                .getResultList());
    }

    /** Whether a line of it went into a line of a unit above or into the plan. */
    boolean hasGoneOn(UUID id) {
        return (Boolean)
                entities.createNativeQuery(GONE_ON).setParameter("id", id).getSingleResult();
    }

    @Nullable
    LocalDate due(PlanningStep step, int year) {
        var due = (java.sql.@Nullable Date) entities.createNativeQuery(DUE, java.sql.Date.class)
                .setParameter("step", step.name())
                .setParameter("year", year)
                .getSingleResultOrNull();
        return due == null ? null : due.toLocalDate();
    }

    Optional<Costed> costed(UUID lineId, int year) {
        var row = (Tuple) entities.createNativeQuery(COSTED, Tuple.class)
                .setParameter("id", lineId)
                .setParameter("year", year)
                .getSingleResultOrNull();
        return Optional.ofNullable(row)
                .map(found -> new Costed(
                        FundingSource.valueOf(found.get("funding_source", String.class)),
                        found.get("authors", String.class).lines().collect(Collectors.toSet())));
    }
}
