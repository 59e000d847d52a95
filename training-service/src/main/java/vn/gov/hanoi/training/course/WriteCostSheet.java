package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.ClassGuard.Act;
import vn.gov.hanoi.training.norm.ClassSheet;
import vn.gov.hanoi.training.norm.ClassSheets;
import vn.gov.hanoi.training.norm.CostSheet;
import vn.gov.hanoi.training.norm.CostSheetRequest;

/** Says by item what a class is to cost, when it is opened and anew until it is over; what was said before stays. */
@ApplicationScoped
class WriteCostSheet {
    private final ClassDesk desk;
    private final ClassSheets sheets;
    private final ClassRepository classes;
    private final ClassJournal journal;

    WriteCostSheet(ClassDesk desk, ClassSheets sheets, ClassRepository classes, ClassJournal journal) {
        this.desk = desk;
        this.sheets = sheets;
        this.classes = classes;
        this.journal = journal;
    }

    /**
     * The next version of a class's sheet. Refusals: those of {@link ClassDesk#hold} and {@link #store}.
     *
     * @return the class in its new version
     */
    @Transactional
    TrainingClass write(UUID id, @Nullable String ifMatch, CostSheetRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.COST, caller);
        var sheet = store(held, request, "", caller);
        classes.touch(held);
        var details = Map.of(
                "totalVnd", sheet.totalVnd(), "findings", sheet.findings().size());
        journal.record(held, ClassEvent.Fact.CHANGED, "class.cost", details, caller);
        return held;
    }

    /** Refusal: resource.not-found. */
    @Transactional
    List<ClassSheet> versions(UUID id, Caller caller) {
        desk.see(id, caller);
        return sheets.of(id);
    }

    /**
     * Computes and keeps a sheet of a class that this transaction holds. Refusals: those of {@link ClassSheets#computed},
     * training.cost-places-differ, training.cost-above-commitment.
     *
     * @param pointer place of the sheet in the request
     */
    CostSheet store(TrainingClass of, CostSheetRequest request, String pointer, Caller caller) {
        var sheet = sheets.computed(request, pointer);
        Refused.ifAny(unfit(of, sheet, pointer));
        sheets.keep(of.id(), sheet, caller);
        return sheet;
    }

    private static List<Refusal> unfit(TrainingClass of, CostSheet sheet, String pointer) {
        var found = new ArrayList<Refusal>();
        if (sheet.places() != of.places()) {
            found.add(
                    Refusal.of(TrainingProblem.COST_PLACES_DIFFER, "places", sheet.places(), "classPlaces", of.places())
                            .at(pointer + "/places"));
        }
        if (sheet.totalVnd() > of.amountVnd()) {
            found.add(Refusal.of(
                            TrainingProblem.COST_ABOVE_COMMITMENT,
                            "totalVnd",
                            sheet.totalVnd(),
                            "amountVnd",
                            of.amountVnd())
                    .at(pointer + "/items"));
        }
        return found;
    }
}
