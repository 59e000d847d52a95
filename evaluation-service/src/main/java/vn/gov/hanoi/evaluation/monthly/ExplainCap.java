package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.evaluation.monthly.CapUse.Pooled;
import vn.gov.hanoi.evaluation.monthly.ClosingCapApi.CapPool;
import vn.gov.hanoi.evaluation.monthly.ClosingCapApi.CapUseView;
import vn.gov.hanoi.evaluation.monthly.ClosingCapApi.CapView;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroups;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroups.Group;
import vn.gov.hanoi.evaluation.timeline.DirectoryClockRepository;
import vn.gov.hanoi.evaluation.unit.UnitLookupQueries;
import vn.gov.hanoi.kernel.scope.Caller;

/** Says how the cap on the top grade is used: by the function that judges a publication, in numbers and without names. */
@ApplicationScoped
class ExplainCap {
    private static final int SCALE = 4;

    private final ClosingDesk desk;
    private final ExcellenceCheck cap;
    private final SimilarTaskGroups groups;
    private final UnitLookupQueries units;
    private final DirectoryClockRepository clock;

    ExplainCap(
            ClosingDesk desk,
            ExcellenceCheck cap,
            SimilarTaskGroups groups,
            UnitLookupQueries units,
            DirectoryClockRepository clock) {
        this.desk = desk;
        this.cap = cap;
        this.groups = groups;
        this.units = units;
        this.clock = clock;
    }

    /** Refusals: those of {@link ClosingDesk#see}. */
    @Transactional
    CapView explain(UUID id, Caller caller) {
        var closing = desk.see(id, caller);
        return new CapView(
                cap.uses(closing).stream().map(use -> view(closing, use)).toList());
    }

    private CapUseView view(Closing closing, CapUse use) {
        var raise = closing.raise();
        var exception = use.exception();
        return new CapUseView(
                use.ruleSet(),
                use.grade(),
                use.share().setScale(SCALE, RoundingMode.UNNECESSARY),
                raise == null || use.pooled() != null ? null : raise.decision(),
                use.rated(),
                use.allowed(),
                use.used(),
                use.pooled() == null ? null : pool(closing, use.pooled()),
                exception != null,
                closing.smallUnitReason(),
                use.refused());
    }

    private CapPool pool(Closing closing, Pooled pooled) {
        var day = closing.period().last();
        var name =
                switch (pooled.kind()) {
                    case PARENT_UNIT ->
                        Objects.requireNonNull(units.references(List.of(pooled.id()), clock.moment(day, null))
                                        .get(pooled.id()))
                                .name();
                    case SIMILAR_TASK_GROUP ->
                        groups.of(closing.unitId(), day).map(Group::name).orElseThrow();
                };
        return new CapPool(pooled.kind(), pooled.id(), name);
    }
}
