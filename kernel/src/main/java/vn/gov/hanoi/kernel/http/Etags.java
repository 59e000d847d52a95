package vn.gov.hanoi.kernel.http;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Strong entity tags made of the record's version, and the precondition of every change of a record. */
public final class Etags {
    private Etags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Checks the If-Match header against the record's present version. Weak tags and {@code *} never match.
     *
     * <p>Refusals: precondition.required (428), precondition.failed (412, with the present tag).
     */
    public static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refused(Refusal.of(KernelProblem.PRECONDITION_REQUIRED).atParameter("If-Match"));
        }
        if (!ifMatch.equals(of(version))) {
            throw new Refused(Refusal.of(KernelProblem.VERSION_DIFFERS, "etag", of(version))
                    .atParameter("If-Match"));
        }
    }
}
