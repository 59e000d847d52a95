package vn.gov.hanoi.evaluation.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.EventDraft;

/**
 * Payload of directory.unit recorded v1; its schema is schemas/directory.unit.recorded.v1.json. Code, name, type and parent are
 * those of the day of recording, or the nearest; states and codes tell all days.
 */
record UnitRecorded(
        UUID id,
        String code,
        String name,
        UnitType type,
        @Nullable UUID parentId,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version,
        List<State> states,
        List<Code> codes,
        List<Succession> predecessors,
        List<Succession> successors) {
    record State(
            String name,
            UnitType type,
            @Nullable UUID parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Code(
            CodeScheme scheme,
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** The other unit of a succession, and the share that went over. */
    record Succession(UUID unitId, BigDecimal share, LocalDate effectiveOn, String decisionNumber) {}

    static UnitRecorded of(Unit unit, LocalDate today, List<Succession> predecessors, List<Succession> successors) {
        var state = unit.states().nearest(today).orElseThrow();
        return new UnitRecorded(
                unit.id(),
                unit.code(today),
                state.name(),
                state.type(),
                state.parentId(),
                Objects.requireNonNull(unit.states().begin()),
                unit.states().end(),
                unit.version(),
                unit.states().spans().stream()
                        .map(span -> new State(
                                span.content().name(),
                                span.content().type(),
                                span.content().parentId(),
                                span.validity().from(),
                                span.validity().to()))
                        .toList(),
                unit.codes().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().spans().stream()
                                .map(span -> new Code(
                                        entry.getKey(),
                                        span.content(),
                                        span.validity().from(),
                                        span.validity().to())))
                        .toList(),
                predecessors,
                successors);
    }

    /** A unit without any day in force: what was planned was undone before it began. */
    static UnitRecorded withdrawn(Unit unit) {
        var first = unit.states().spans().getFirst();
        var state = first.content();
        var day = first.validity().from();
        return new UnitRecorded(
                unit.id(),
                unit.code(day),
                state.name(),
                state.type(),
                state.parentId(),
                day,
                day,
                unit.version() + 1,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    EventDraft draft() {
        return new EventDraft("directory.unit", "recorded", 1, "units", id, id, this);
    }
}
