package vn.gov.hanoi.selection.rating;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;

/**
 * One revision of a result as an event told it. Outcomes and grades that are not known yet are kept as text.
 *
 * @param id id of the result at its owner, of this revision
 * @param unitId unit of the rated post
 * @param ratingUnitId agency that rated
 * @param period for example 2026-07, 2026-Q3 or 2026
 * @param grade grade of a month, level of a year; null unless rated
 * @param consequences codes of the rules of a year that call for a look; empty for months
 * @param revision from 1
 * @param supersedes id of the revision before; null for the first
 * @param toldAt when the owner recorded it
 */
record ToldRating(
        UUID id,
        UUID officerId,
        UUID unitId,
        UUID ratingUnitId,
        PeriodType periodType,
        String period,
        String outcome,
        @Nullable String grade,
        List<String> consequences,
        String ruleSetCode,
        int ruleSetVersion,
        int revision,
        @Nullable UUID supersedes,
        Instant toldAt) {

    /** Names of the fields in which the two topics differ. */
    private record Names(String id, String period, String grade) {}

    private static final Names MONTH = new Names("evaluationId", "period", "grade");
    private static final Names YEAR = new Names("classificationId", "year", "level");

    private static final Set<String> TYPES = Set.of(
            "vn.gov.hanoi.evaluation.result.published.v1",
            "vn.gov.hanoi.evaluation.result.superseded.v1",
            "vn.gov.hanoi.evaluation.annual.published.v1",
            "vn.gov.hanoi.evaluation.annual.superseded.v1");

    /** Whether the event tells a result; later versions are sent beside these. */
    static boolean isOne(InboundEvent event) {
        return event.data() != null && TYPES.contains(event.type());
    }

    /** Of evaluation.result. Throws what makes the event a dead letter. */
    static ToldRating ofPeriod(InboundEvent event) {
        return of(event, MONTH);
    }

    /** Of evaluation.annual. Throws what makes the event a dead letter. */
    static ToldRating ofYear(InboundEvent event) {
        return of(event, YEAR);
    }

    private static ToldRating of(InboundEvent event, Names names) {
        var data = Objects.requireNonNull(event.data(), "event without data");
        var period = Payload.required(data, names.period());
        var ruleSet = data.path("ruleSet");
        return new ToldRating(
                Payload.id(data, names.id()),
                event.key(),
                Payload.id(data, "unitId"),
                Payload.id(data, "ratingUnitId"),
                PeriodType.of(period).orElseThrow(),
                period,
                Payload.required(data, "outcome"),
                Payload.optional(data, names.grade()),
                texts(data.path("consequences")),
                Payload.required(ruleSet, "code"),
                Payload.whole(ruleSet, "version"),
                Payload.whole(data, "revision"),
                Payload.optionalId(data, "supersedes"),
                Objects.requireNonNull(event.time(), "event without time"));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }
}
