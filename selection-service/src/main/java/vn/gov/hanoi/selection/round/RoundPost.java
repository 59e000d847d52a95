package vn.gov.hanoi.selection.round;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post of a round.
 *
 * @param termMonths one full term of the post
 * @param conditionSet code of the conditions
 * @param conditionSetVersion fixed when the plan is approved; null before
 */
@Embeddable
public record RoundPost(
        @Column(name = "vacancy_id") UUID vacancyId,
        @Column(name = "term_months") int termMonths,
        @Column(name = "condition_set") String conditionSet,
        @Column(name = "condition_set_version") @Nullable Integer conditionSetVersion) {}
