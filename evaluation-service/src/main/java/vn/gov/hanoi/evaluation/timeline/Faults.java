package vn.gov.hanoi.evaluation.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Collects what is wrong with a request, in rule order, each with its place. */
public final class Faults {
    private final List<Refusal> found = new ArrayList<>();

    public Faults add(String pointer, Optional<Refusal> fault) {
        fault.ifPresent(refusal -> found.add(refusal.at(pointer)));
        return this;
    }

    public Faults date(String pointer, @Nullable LocalDate date) {
        return date == null ? this : add(pointer, Validity.dateFault(date));
    }

    public Faults addAll(List<Refusal> faults) {
        found.addAll(faults);
        return this;
    }

    public List<Refusal> all() {
        return List.copyOf(found);
    }
}
