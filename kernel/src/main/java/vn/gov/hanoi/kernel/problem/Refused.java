package vn.gov.hanoi.kernel.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Everything a caller can cause. Carries all reasons in rule order; the status is that of the first. Rolls the transaction back. */
public final class Refused extends RuntimeException {
    private final transient List<Refusal> refusals;

    public Refused(List<Refusal> refusals) {
        super(
                refusals.stream().map(refusal -> refusal.code().code()).collect(Collectors.joining(", ")),
                null,
                false,
                false);
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        this.refusals = List.copyOf(refusals);
    }

    public Refused(Refusal refusal) {
        this(List.of(refusal));
    }

    public Refused(ProblemCode code) {
        this(Refusal.of(code));
    }

    /** Throws if there is at least one reason. */
    public static void ifAny(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public int status() {
        return refusals.getFirst().code().status();
    }
}
