package vn.gov.hanoi.training.norm;

import jakarta.enterprise.context.ApplicationScoped;

/** Door to the costing for who keeps cost sheets: proposals and classes. */
@ApplicationScoped
public class ClassCosts {
    private final CostNormQueries norms;

    ClassCosts(CostNormQueries norms) {
        this.norms = norms;
    }

    /**
     * Computes the sheet by the norms of its days. Refusals: training.cost-days-wrong, training.cost-item-unknown,
     * training.total-too-large, training.cost-above-norm.
     *
     * @param pointer place of the sheet in the caller's request
     */
    public CostSheet sheet(CostSheetRequest request, String pointer) {
        return new Costing(norms.all()).sheet(request, pointer);
    }
}
