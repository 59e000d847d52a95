package vn.gov.hanoi.selection.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * The post for which somebody is proposed.
 *
 * @param unitId unit of the post, not that of the round
 * @param termMonths one term, as the plan of the round fixed it
 * @param probationMonths 0 for none
 */
@Embeddable
record ProposedPost(
        @Column(name = "vacancy_id") UUID vacancyId,
        @Column(name = "unit_id") UUID unitId,
        @Column(name = "title") String title,

        @Enumerated(EnumType.STRING) @Column(name = "position")
        Position position,

        @Column(name = "term_months") int termMonths,
        @Column(name = "probation_months") int probationMonths) {}
