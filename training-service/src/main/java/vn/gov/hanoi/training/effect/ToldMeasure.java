package vn.gov.hanoi.training.effect;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;

/**
 * The measured criteria of a month of an officer as evaluation-service told them.
 *
 * @param month first day of it
 * @param revision of the result, from 1; a later one takes the place of an earlier one
 * @param criteria empty if nothing is measured any more
 */
record ToldMeasure(
        UUID officerId, LocalDate month, int revision, String ruleSetCode, String form, List<Criterion> criteria) {
    private static final String TYPE = "vn.gov.hanoi.evaluation.criterion.measured.v1";

    ToldMeasure {
        criteria = List.copyOf(criteria);
    }

    record Criterion(String code, BigDecimal points, BigDecimal maximum) {}

    /** Whether the event tells measures; later versions are sent beside these. */
    static boolean isOne(InboundEvent event) {
        return event.data() != null && event.type().equals(TYPE);
    }

    /** Throws what makes the event a dead letter. */
    static ToldMeasure of(InboundEvent event) {
        var data = Objects.requireNonNull(event.data(), "event without data");
        var criteria = new ArrayList<Criterion>();
        data.path("criteria")
                .forEach(each -> criteria.add(new Criterion(
                        Payload.required(each, "code"),
                        new BigDecimal(Payload.required(each, "points")),
                        new BigDecimal(Payload.required(each, "maximum")))));
        return new ToldMeasure(
                event.key(),
                YearMonth.parse(Payload.required(data, "period")).atDay(1),
                Payload.whole(data, "revision"),
                Payload.required(data.path("ruleSet"), "code"),
                Payload.required(data, "form"),
                criteria);
    }
}
