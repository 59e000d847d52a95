package vn.gov.hanoi.selection.condition;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it is written down.
 *
 * @param code stable within the set
 * @param basis key of the legal basis
 * @param confidence LAW, SECONDARY or ASSUMED
 * @param overridable whether a reasoned decision may stand in its place
 * @param sources candidates that it is for; empty for all
 */
public record Condition(
        String code,
        Rule rule,
        Title title,
        String basis,
        String confidence,
        boolean overridable,
        @Nullable List<CandidateSource> sources,
        @Nullable Parameters parameters) {
    /** The functions that a condition can choose. */
    public enum Rule {
        /** A verified document of a kind; parameters document, months (longest age; optional). */
        DOCUMENT,
        /** The main post is in the agency of the post. */
        WORKS_WITHIN,
        /** Each of the last years has an accepted level; parameters years, grades. */
        ANNUAL_LEVELS,
        /** None of the last years has a refused level; parameters years, grades. */
        NO_ANNUAL_LEVEL,
        /** None of the last months has a refused grade; parameters months, grades. */
        NO_MONTH_GRADE,
        /** No sanction forbids it; parameter bans. */
        NOT_BANNED,
        /** Months left until the retirement age, or one full term if that is shorter; parameter months. */
        WORKING_TIME_LEFT,
        /** Full years of age when the process starts; parameters youngest, oldest (each optional). */
        AGE,
        /** Months in main posts without a gap up to the start of the process; parameter months. */
        TIME_IN_POST
    }

    /** A title in both languages. */
    public record Title(String vi, String en) {}

    /** What a rule needs; a rule reads only its own. */
    public record Parameters(
            @Nullable DocumentKind document,
            @Nullable Integer years,
            @Nullable Integer months,
            @Nullable List<String> grades,
            @Nullable List<String> bans,
            @Nullable Integer youngest,
            @Nullable Integer oldest) {
        static final Parameters NONE = new Parameters(null, null, null, null, null, null, null);
    }

    public Condition {
        sources = sources == null ? List.of() : List.copyOf(sources);
        parameters = parameters == null ? Parameters.NONE : parameters;
        var complete =
                switch (rule) {
                    case DOCUMENT -> parameters.document() != null;
                    case WORKS_WITHIN -> true;
                    case ANNUAL_LEVELS, NO_ANNUAL_LEVEL -> parameters.years() != null && parameters.grades() != null;
                    case NO_MONTH_GRADE -> parameters.months() != null && parameters.grades() != null;
                    case NOT_BANNED -> parameters.bans() != null;
                    case WORKING_TIME_LEFT, TIME_IN_POST -> parameters.months() != null;
                    case AGE -> parameters.youngest() != null || parameters.oldest() != null;
                };
        if (!complete) {
            throw new IllegalArgumentException("condition without its parameters: " + code);
        }
    }

    /** Candidates that it is for; empty for all. */
    public List<CandidateSource> candidates() {
        return Objects.requireNonNull(sources);
    }

    boolean isFor(CandidateSource source) {
        return candidates().isEmpty() || candidates().contains(source);
    }

    Parameters given() {
        return Objects.requireNonNull(parameters);
    }
}
