package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.yearly.YearApi.YearView;
import vn.gov.hanoi.evaluation.yearly.YearClosingApi.YearClosingView;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads of single years and closings, each in a transaction of its own. */
@ApplicationScoped
class YearRoom {
    private final YearDesk desk;
    private final YearViews views;
    private final YearRelationQueries relations;

    YearRoom(YearDesk desk, YearViews views, YearRelationQueries relations) {
        this.desk = desk;
        this.views = views;
        this.relations = relations;
    }

    /** Refusals: those of {@link YearDesk#see}. */
    @Transactional
    YearView classification(UUID id, Caller caller) {
        return views.full(desk.see(id, caller));
    }

    /** Refusals: those of {@link YearDesk#closing}. */
    @Transactional
    YearClosingView closing(UUID id, Caller caller) {
        return views.closing(desk.closing(id, caller), caller);
    }

    /** Refusals: those of {@link YearDesk#see}. */
    void requireSeen(UUID id, Caller caller) {
        desk.see(id, caller);
    }

    /** Refusals: those of {@link YearDesk#closing}. */
    void requireClosing(UUID id, Caller caller) {
        desk.closing(id, caller);
    }

    /** Refusal: scope.unit-unknown. */
    void requireScope(Caller caller) {
        relations.requireScope(caller);
    }

    /** Refusals: scope.unit-unknown, scope.outside. */
    void requireUnit(UUID unitId, Caller caller) {
        relations.requireUnit(unitId, caller);
    }
}
