package vn.gov.hanoi.selection.vacancy;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which vacancies a list shows and in which order.
 *
 * @param states any of these; never empty
 * @param unitId root of the part of the organisation; null for everything in scope
 * @param unitScope how far below {@code unitId}
 * @param q text to be found in the title; null for any
 * @param sort order, the id last
 * @param descending whether the order is reversed
 */
record VacancyFilter(
        Set<VacancyState> states,
        @Nullable UUID unitId,
        Reach unitScope,
        @Nullable String q,
        Sort sort,
        boolean descending) {

    /** How far a unit filter goes. */
    enum Reach {
        SELF,
        CHILDREN,
        SUBTREE
    }

    /** The documented orders with their SQL; the parameter is the text of a key in a cursor. */
    enum Sort {
        /** Drafts count as later than every day. */
        announcedOn("coalesce(v.announced_on, 'infinity')", "cast(:key as date)"),
        /** Vietnamese alphabetical order. */
        postTitle("v.post_title collate \"vi-x-icu\"", ":key");

        private final String expression;
        private final String parameter;

        Sort(String expression, String parameter) {
            this.expression = expression;
            this.parameter = parameter;
        }

        String expression() {
            return expression;
        }

        String parameter() {
            return parameter;
        }
    }
}
