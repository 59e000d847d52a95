package vn.gov.hanoi.kernel.problem;

import java.util.Map;

/** What a violated constraint of this service's database means to a caller. One bean per service. */
public interface ConstraintCodes {
    /** Constraint name to code. A constraint that is not named here is our fault (500), never a harmless duplicate. */
    Map<String, ProblemCode> codes();
}
