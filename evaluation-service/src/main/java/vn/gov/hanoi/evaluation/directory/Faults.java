package vn.gov.hanoi.evaluation.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Collects what is wrong with a request, in rule order, each with its place. */
final class Faults {
    private final List<Refusal> found = new ArrayList<>();

    Faults add(String pointer, Optional<Refusal> fault) {
        fault.ifPresent(refusal -> found.add(refusal.at(pointer)));
        return this;
    }

    Faults date(String pointer, @Nullable LocalDate date) {
        return date == null ? this : add(pointer, Validity.dateFault(date));
    }

    Faults addAll(List<Refusal> faults) {
        found.addAll(faults);
        return this;
    }

    List<Refusal> all() {
        return List.copyOf(found);
    }
}
