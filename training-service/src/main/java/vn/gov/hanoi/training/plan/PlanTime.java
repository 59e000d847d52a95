package vn.gov.hanoi.training.plan;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;

/**
 * Which versions of a plan are meant: those that are valid on a day, as they were known at a moment. Unlike elsewhere, nothing asked
 * means the newest recorded, because decisions are recorded before the year of their plan begins.
 */
public record PlanTime(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
    /** The newest recorded. */
    public static final PlanTime NEWEST = new PlanTime(null, null);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T00:00:00Z");

    /** Reads the parameters. Refusal: query.invalid-parameter. */
    public static PlanTime of(@Nullable String asOf, @Nullable String knownAt) {
        return new PlanTime(Params.date("asOf", asOf), Params.instant("knownAt", knownAt));
    }

    public LocalDate day() {
        return asOf == null ? LAST_DAY : asOf;
    }

    public Instant known() {
        return knownAt == null ? LAST_MOMENT : knownAt;
    }

    /** Binds :day and :known. */
    public <Q extends Query> Q bind(Q query) {
        query.setParameter("day", day());
        query.setParameter("known", known());
        return query;
    }
}
