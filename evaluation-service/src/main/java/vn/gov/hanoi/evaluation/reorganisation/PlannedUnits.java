package vn.gov.hanoi.evaluation.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.UnitChange;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.CodeScheme;
import vn.gov.hanoi.evaluation.unit.Unit;
import vn.gov.hanoi.evaluation.unit.UnitDraft;
import vn.gov.hanoi.evaluation.unit.UnitRepository.Change;
import vn.gov.hanoi.evaluation.unit.UnitState;

/**
 * The units as the plan leaves them.
 *
 * @param made new units
 * @param changed altered and dissolved units, before and after
 */
record PlannedUnits(List<Unit> made, List<Change> changed) {
    /**
     * @param content without faults
     * @param units recorded units of the plan, each in force on the day
     */
    static PlannedUnits of(PlanContent content, LocalDate day, Map<String, UUID> refs, Map<UUID, Unit> units) {
        var made = new ArrayList<Unit>();
        var changed = new ArrayList<Change>();
        var from = new Validity(day, null);
        for (var change : content.units()) {
            if (change.change() == Kind.CREATE) {
                made.add(make(change, from, refs));
            } else {
                var before = Objects.requireNonNull(units.get(Objects.requireNonNull(change.unitId())));
                changed.add(new Change(
                        before,
                        change.change() == Kind.DISSOLVE ? before.clear(from) : alter(before, change, from, refs)));
            }
        }
        return new PlannedUnits(made, changed);
    }

    private static Unit make(UnitChange change, Validity from, Map<String, UUID> refs) {
        var draft = UnitDraft.of(
                Objects.requireNonNull(change.code()),
                Objects.requireNonNull(change.name()),
                Objects.requireNonNull(change.type()),
                from.from(),
                null);
        var id = Objects.requireNonNull(refs.get(Objects.requireNonNull(change.ref())));
        var unit = Unit.open(
                id,
                draft,
                new UnitState(draft.name(), draft.type(), change.parent().resolve(refs)));
        return change.administrativeCode() == null
                ? unit
                : unit.with(from, CodeScheme.ADMINISTRATIVE, change.administrativeCode());
    }

    private static Unit alter(Unit before, UnitChange change, Validity from, Map<String, UUID> refs) {
        var was = before.at(from.from()).orElseThrow();
        var after = before.put(
                from,
                new UnitState(
                        change.name() == null ? was.name() : UnitDraft.name(change.name()),
                        change.type() == null ? was.type() : change.type(),
                        change.namesParent() ? change.parent().resolve(refs) : was.parentId()));
        if (change.code() != null) {
            after = after.with(from, CodeScheme.ELECTRONIC, change.code());
        }
        return change.administrativeCode() == null
                ? after
                : after.with(from, CodeScheme.ADMINISTRATIVE, change.administrativeCode());
    }
}
