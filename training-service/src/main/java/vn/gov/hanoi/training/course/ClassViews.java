package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.action.Actions;
import vn.gov.hanoi.training.course.ClassApi.ClassView;
import vn.gov.hanoi.training.norm.ClassSheets;

/** Shows one class with all that is said about it and what can be done with it. */
@ApplicationScoped
class ClassViews {
    static final String PATH = "/training/v1/classes/";

    private final ClassQueries queries;
    private final ClassDesk desk;
    private final ClassSetups setups;
    private final ClassSheets sheets;
    private final Actions actions;

    ClassViews(ClassQueries queries, ClassDesk desk, ClassSetups setups, ClassSheets sheets, Actions actions) {
        this.queries = queries;
        this.desk = desk;
        this.setups = setups;
        this.sheets = sheets;
        this.actions = actions;
    }

    /** Refusals: scope.unit-unknown, resource.not-found. */
    @Transactional
    ClassView full(UUID id, Caller caller) {
        var guard = desk.see(id, caller);
        var offered = Arrays.stream(ClassGuard.Act.values())
                .filter(ClassGuard.Act::isAction)
                .map(act -> actions.of(act.verb(), PATH + id, act.needs(), guard.refusals(act)))
                .toList();
        return queries.one(id, caller)
                .with(
                        setups.read(guard.matter()),
                        sheets.of(id).stream().findFirst().orElse(null),
                        offered);
    }
}
