package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.action.Actions;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.ConditionView;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.EnrolmentView;

/** Shows one enrolment with its conditions and what can be done with it. */
@ApplicationScoped
class EnrolmentViews {
    static final String PATH = "/training/v1/enrolments/";

    private final EnrolmentDesk desk;
    private final EnrolmentQueries queries;
    private final Actions actions;

    EnrolmentViews(EnrolmentDesk desk, EnrolmentQueries queries, Actions actions) {
        this.desk = desk;
        this.queries = queries;
        this.actions = actions;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    EnrolmentView full(UUID id, Caller caller) {
        var seen = desk.see(id, caller);
        var offered = Arrays.stream(EnrolmentGuard.Act.values())
                .map(act -> actions.of(act.verb(), PATH + id, act.needs(), seen.refusals(act)))
                .toList();
        return queries.one(id, caller).with(conditions(seen.matter().checked().conditions()), offered);
    }

    static List<ConditionView> conditions(List<Condition> conditions) {
        return conditions.stream().map(ConditionView::of).toList();
    }
}
