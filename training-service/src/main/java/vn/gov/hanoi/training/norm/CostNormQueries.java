package vn.gov.hanoi.training.norm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.gov.hanoi.training.norm.CostNormApi.CostNormView;
import vn.gov.hanoi.training.norm.CostNormApi.Names;

/** Reads the norms. */
@ApplicationScoped
class CostNormQueries {
    private static final String ALL = """
            select rule_set, item, unit, ceiling_vnd, ceiling_percent, blocks, valid_from, valid_to from cost_norms
            order by item, valid_from""";
    private static final String ON = """
            select rule_set, item, name_vi, name_en, unit, ceiling_vnd, ceiling_percent, blocks, valid_from, valid_to, legal_basis, mark,
                legal_check
            from cost_norms where daterange(valid_from, valid_to) @> cast(:day as date) order by position, item""";

    private final EntityManager entities;

    CostNormQueries(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    @SuppressWarnings("unchecked")
    List<CostNorm> all() {
        var rows = (List<Tuple>) entities.createNativeQuery(ALL, Tuple.class).getResultList();
        return rows.stream()
                .map(row -> new CostNorm(
                        row.get("rule_set", String.class),
                        row.get("item", String.class),
                        row.get("unit", String.class),
                        row.get("ceiling_vnd", Long.class),
                        row.get("ceiling_percent", BigDecimal.class),
                        row.get("blocks", Boolean.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class)))
                .toList();
    }

    /** Norms of the day, in the order of the circular. */
    @Transactional
    @SuppressWarnings("unchecked")
    List<CostNormView> on(LocalDate day) {
        var rows = (List<Tuple>) entities.createNativeQuery(ON, Tuple.class)
                .setParameter("day", day)
                .getResultList();
        return rows.stream().map(CostNormQueries::view).toList();
    }

    private static CostNormView view(Tuple row) {
        return new CostNormView(
                row.get("rule_set", String.class),
                row.get("item", String.class),
                new Names(row.get("name_vi", String.class), row.get("name_en", String.class)),
                row.get("unit", String.class),
                row.get("ceiling_vnd", Long.class),
                row.get("ceiling_percent", BigDecimal.class),
                row.get("blocks", Boolean.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("legal_basis", String.class),
                row.get("mark", String.class),
                row.get("legal_check", Boolean.class));
    }
}
