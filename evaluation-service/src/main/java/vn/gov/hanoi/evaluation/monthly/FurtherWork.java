package vn.gov.hanoi.evaluation.monthly;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.WorkApi.BonusRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.DeductionRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.DisciplineRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.FactorsRequest;
import vn.gov.hanoi.evaluation.monthly.WorkApi.ProductRequest;

/** What few sheets have and no column holds, as one JSON object in a cell; its parts are those of a single request, with the same limits. */
record FurtherWork(
        @Valid @Size(max = 20) @Nullable List<@NotNull BonusRequest> bonuses,
        @Valid @Size(max = 50) @Nullable List<@NotNull DeductionRequest> deductions,
        @Valid @Size(max = 200) @Nullable List<@NotNull ProductRequest> products,
        @Valid @Nullable FactorsRequest factors,
        @Valid @Size(max = 20) @Nullable List<@NotNull DisciplineRequest> disciplines) {
    static final FurtherWork NONE = new FurtherWork(null, null, null, null, null);

    boolean isWork() {
        return bonuses != null || deductions != null || products != null || factors != null;
    }
}
