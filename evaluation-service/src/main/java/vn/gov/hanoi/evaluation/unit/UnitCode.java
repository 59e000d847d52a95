package vn.gov.hanoi.evaluation.unit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.problem.Refusal;

/** The code that people and files name a unit by: the electronic identifier in the new form. */
public final class UnitCode {
    /** Most characters of a code. */
    public static final int LONGEST = 35;

    private static final int GROUP = 4;

    private UnitCode() {}

    /** Refusal: unit.code-malformed. */
    public static Optional<Refusal> fault(String code) {
        return CodeScheme.ELECTRONIC.fault(code);
    }

    /** Groups filled to equal width, so that H26.2 stands before H26.10. */
    static String sortKey(String code) {
        return Arrays.stream(code.split("\\."))
                .map(group -> "0".repeat(Math.max(0, GROUP - group.length())) + group)
                .collect(Collectors.joining("."));
    }
}
