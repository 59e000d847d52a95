package vn.gov.hanoi.training.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.LineState;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.proposal.ProposalApi.Figures;
import vn.gov.hanoi.training.proposal.ProposalApi.LineView;
import vn.gov.hanoi.training.proposal.ProposalApi.Linked;

/** Reads the lines of a proposal with what went into them and what they went into; inside the transaction of the question. */
@ApplicationScoped
class ProposalLineQueries {
    private static final String LINES = """
            select l.id, l.name, l.funding_source, l.training_type, l.training_form, l.training_content, l.classes, l.places,
                l.estimate_vnd, l.cost_sheet, (select count(*) from plan_proposal_needs x where x.line_id = l.id) as needs, p.state, t.steps, tp.city, n.id as plan_line_id,
                a.id as above_id, ap.id as above_proposal_id, ap.unit_id as above_unit_id, ap.unit_code as above_unit_code,
                ap.unit_name as above_unit_name, a.name as above_name, a.classes as above_classes, a.places as above_places
            from plan_proposal_lines l join plan_proposals p on p.id = l.proposal_id
                join proposal_line_tops(array(select id from plan_proposal_lines where proposal_id = :id)) t on t.line_id = l.id
                join plan_proposal_lines tl on tl.id = t.top_id join plan_proposals tp on tp.id = tl.proposal_id
                left join plan_lines n on n.proposal_line_id = t.top_id
                left join (plan_proposal_sources s join plan_proposal_lines a on a.id = s.line_id
                    join plan_proposals ap on ap.id = a.proposal_id and ap.state = 'SUBMITTED') on s.source_line_id = l.id
            where l.proposal_id = :id order by l.position""";
    private static final String SOURCES = """
            select s.line_id, l.id, l.proposal_id, p.unit_id, p.unit_code, p.unit_name, l.name, l.classes, l.places, l.estimate_vnd
            from plan_proposal_sources s join plan_proposal_lines l on l.id = s.source_line_id
                join plan_proposals p on p.id = l.proposal_id
            where s.line_id in (select id from plan_proposal_lines where proposal_id = :id)
            order by p.unit_code, l.position, l.id""";

    private final EntityManager entities;

    ProposalLineQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<LineView> of(UUID proposalId) {
        Map<UUID, List<Tuple>> sources = new HashMap<>();
        for (var row : rows(SOURCES, proposalId)) {
            sources.computeIfAbsent(row.get("line_id", UUID.class), _ -> new ArrayList<>())
                    .add(row);
        }
        return rows(LINES, proposalId).stream()
                .map(row -> line(row, sources.getOrDefault(row.get("id", UUID.class), List.of())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, UUID proposalId) {
        return (List<Tuple>) entities.createNativeQuery(sql, Tuple.class)
                .setParameter("id", proposalId)
                .getResultList();
    }

    private static LineView line(Tuple row, List<Tuple> sources) {
        return new LineView(
                row.get("id", UUID.class),
                row.get("name", String.class),
                row.get("funding_source", String.class),
                row.get("training_type", String.class),
                row.get("training_form", String.class),
                row.get("training_content", String.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class),
                row.get("estimate_vnd", Long.class),
                CostSheets.read(row.get("cost_sheet", String.class)),
                row.get("needs", Long.class),
                state(row),
                asked(sources),
                sources.stream().map(ProposalLineQueries::source).toList(),
                above(row),
                row.get("plan_line_id", UUID.class));
    }

    private static LineState state(Tuple row) {
        if (!row.get("state", String.class).equals(ProposalState.SUBMITTED.name())) {
            return LineState.NEED_SURVEYED;
        }
        if (row.get("plan_line_id") != null) {
            return LineState.ASSIGNED;
        }
        if (row.get("city", Boolean.class)) {
            return LineState.COSTED;
        }
        return row.get("steps", Integer.class) > 0 ? LineState.CONSOLIDATED : LineState.PROPOSED;
    }

    private static Figures asked(List<Tuple> sources) {
        long classes = 0;
        long places = 0;
        long estimate = 0;
        for (var row : sources) {
            @Nullable Long each = row.get("estimate_vnd", Long.class);
            classes += row.get("classes", Integer.class);
            places += row.get("places", Integer.class);
            estimate = Math.addExact(estimate, each == null ? 0 : each);
        }
        return new Figures(classes, places, estimate);
    }

    private static Linked source(Tuple row) {
        return new Linked(
                row.get("id", UUID.class),
                row.get("proposal_id", UUID.class),
                new UnitRef(
                        row.get("unit_id", UUID.class),
                        row.get("unit_code", String.class),
                        row.get("unit_name", String.class)),
                row.get("name", String.class),
                row.get("classes", Integer.class),
                row.get("places", Integer.class));
    }

    private static @Nullable Linked above(Tuple row) {
        @Nullable UUID id = row.get("above_id", UUID.class);
        return id == null
                ? null
                : new Linked(
                        id,
                        row.get("above_proposal_id", UUID.class),
                        new UnitRef(
                                row.get("above_unit_id", UUID.class),
                                row.get("above_unit_code", String.class),
                                row.get("above_unit_name", String.class)),
                        row.get("above_name", String.class),
                        row.get("above_classes", Integer.class),
                        row.get("above_places", Integer.class));
    }
}
