package vn.gov.hanoi.evaluation.reorganisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/** What is told of a plan on directory.reorganisation; the schemas are schemas/directory.reorganisation.*.v1.json. */
sealed interface PlanEvent {
    UUID planId();

    default EventDraft draft() {
        var fact =
                switch (this) {
                    case Drafted _ -> "drafted";
                    case Applied _ -> "applied";
                    case Reverted _ -> "reverted";
                    case Cancelled _ -> "cancelled";
                };
        return new EventDraft("directory.reorganisation", fact, 1, "reorganisations", planId(), planId(), this);
    }

    /** A plan has new content; the other services count what it would touch. */
    record Drafted(UUID planId, long version, LocalDate effectiveOn, List<UnitFate> units) implements PlanEvent {}

    /** Becomes of a unit: DISSOLVED or CHANGED. */
    record UnitFate(UUID unitId, String fate, List<UUID> successors) {}

    record Applied(
            UUID planId,
            long version,
            LocalDate effectiveOn,
            String decisionNumber,
            List<Succession> successions,
            List<Handover> handovers)
            implements PlanEvent {}

    record Succession(UUID fromUnitId, UUID toUnitId, BigDecimal share) {}

    record Handover(UUID fromUnitId, UUID toUnitId) {}

    record Reverted(UUID planId, long version, LocalDate effectiveOn, String decisionNumber) implements PlanEvent {}

    record Cancelled(UUID planId, long version) implements PlanEvent {}

    static PlanEvent drafted(Plan plan) {
        var successors = new HashMap<UUID, List<UUID>>();
        plan.content().successions().forEach(each -> successors
                .computeIfAbsent(each.fromUnitId(), _ -> new ArrayList<>())
                .add(Objects.requireNonNull(each.to().resolve(plan.refs()))));
        var fates = plan.content().units().stream()
                .filter(change -> change.change() != Kind.CREATE)
                .map(change -> {
                    var id = Objects.requireNonNull(change.unitId());
                    return new UnitFate(
                            id,
                            change.change() == Kind.DISSOLVE ? "DISSOLVED" : "CHANGED",
                            successors.getOrDefault(id, List.of()));
                })
                .toList();
        return new Drafted(plan.id(), plan.contentVersion(), plan.head().effectiveOn(), fates);
    }

    static PlanEvent applied(Plan plan) {
        return new Applied(
                plan.id(),
                plan.version(),
                plan.head().effectiveOn(),
                plan.head().decision().number(),
                plan.content().successions().stream()
                        .map(each -> new Succession(
                                each.fromUnitId(),
                                Objects.requireNonNull(each.to().resolve(plan.refs())),
                                each.share()))
                        .toList(),
                plan.content().handovers().stream()
                        .map(each -> new Handover(
                                each.fromUnitId(),
                                Objects.requireNonNull(each.to().resolve(plan.refs()))))
                        .toList());
    }
}
