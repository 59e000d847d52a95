package vn.gov.hanoi.evaluation.unit;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Timeline;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * A unit of the City (đơn vị) in time: what it was called, what kind it was and where it stood on each day, and its codes. It is in
 * force on the days that have a state. A unit never changes here; each command gives the unit as it is to be recorded.
 *
 * @param version of the record, from 1
 * @param states what it was when
 * @param codes its code of each scheme when
 */
public record Unit(UUID id, long version, Timeline<UnitState> states, Map<CodeScheme, Timeline<String>> codes) {
    public Unit {
        codes = Map.copyOf(codes);
    }

    /**
     * A new unit in version 1.
     *
     * @param draft without faults
     * @param state with the parent that was looked up
     */
    public static Unit open(UUID id, UnitDraft draft, UnitState state) {
        var validity = draft.validity();
        return new Unit(
                id,
                1,
                Timeline.of(validity, state),
                Map.of(CodeScheme.ELECTRONIC, Timeline.of(validity, draft.code())));
    }

    /** In the next version with this state in this time, whatever was recorded there. */
    public Unit put(Validity when, UnitState state) {
        return next(states.put(when, state), codes);
    }

    /** In the next version, not in force in this time; its codes end where the unit ends. */
    public Unit clear(Validity when) {
        var left = states.clear(when);
        var kept = new EnumMap<CodeScheme, Timeline<String>>(CodeScheme.class);
        codes.forEach((scheme, line) -> kept.put(scheme, line.clear(when)));
        return next(left, kept);
    }

    /** In the next version with this code in this time, in place of another of the scheme. */
    public Unit put(Validity when, CodeScheme scheme, String code) {
        var changed = new EnumMap<CodeScheme, Timeline<String>>(CodeScheme.class);
        changed.putAll(codes);
        changed.put(scheme, codes(scheme).put(when, code));
        return next(states, changed);
    }

    /** In the same version with this code in this time: for codes that come with a change or a new unit. */
    public Unit with(Validity when, CodeScheme scheme, String code) {
        return new Unit(id, version, states, put(when, scheme, code).codes);
    }

    private Unit next(Timeline<UnitState> newStates, Map<CodeScheme, Timeline<String>> newCodes) {
        return new Unit(id, version + 1, newStates, newCodes);
    }

    public Timeline<String> codes(CodeScheme scheme) {
        return codes.getOrDefault(scheme, Timeline.empty());
    }

    /** The code that people name the unit by on a day, or else the last before, or the first after. */
    public String code(LocalDate day) {
        return codes(CodeScheme.ELECTRONIC).nearest(day).orElse("");
    }

    public Optional<UnitState> at(LocalDate day) {
        return states.at(day);
    }

    boolean isRoot() {
        return states.spans().stream().anyMatch(span -> span.content().type() == UnitType.CITY);
    }
}
