package vn.gov.hanoi.evaluation.simulation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the other rules make of one sheet. */
sealed interface Rescored {
    /** Nothing was decided yet, so there is nothing to score again. */
    record Undecided() implements Rescored {}

    /** The rules rate nobody of this category in a unit of this type. */
    record NotSubject() implements Rescored {}

    /** The rules refuse the stored inputs; all reasons, each once. */
    record Rejected(List<Reason> reasons) implements Rescored {}

    /**
     * Scored by both.
     *
     * @param byPoints what the points alone give
     * @param grades under the ceilings, and lowered where the decider had lowered
     * @param shift new points less old ones, scale 4; null unless both have points
     * @param reasons what is missing for a grade by the other rules; empty if nothing
     */
    record Compared(Shift byPoints, Shift grades, @Nullable BigDecimal shift, List<Reason> reasons)
            implements Rescored {}

    /** From the stored result to the one by the other rules. */
    record Shift(Result from, Result to) implements Comparable<Shift> {
        @Override
        public int compareTo(Shift other) {
            return from == other.from ? to.compareTo(other.to) : from.compareTo(other.from);
        }
    }

    /**
     * Why a sheet has no grade by the other rules.
     *
     * @param code of the refusal, or INSUFFICIENT_DATA
     * @param place in the sheet: a criterion, deduction or group by its code, else the part
     */
    record Reason(String code, String place) implements Comparable<Reason> {
        @Override
        public int compareTo(Reason other) {
            return code.equals(other.code) ? place.compareTo(other.place) : code.compareTo(other.code);
        }
    }
}
