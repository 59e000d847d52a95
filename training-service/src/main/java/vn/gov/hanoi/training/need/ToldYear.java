package vn.gov.hanoi.training.need;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;

/**
 * One revision of an annual classification as evaluation-service told it.
 *
 * @param level A-D; null unless rated; one that is not known yet gives no reason
 * @param consequences codes of the rules that call for a look
 * @param toldAt when the owner recorded it
 */
record ToldYear(
        Key key,
        UUID classificationId,
        UUID unitId,
        @Nullable String level,
        Set<String> consequences,
        String ruleSetCode,
        int ruleSetVersion,
        int revision,
        Instant toldAt) {
    private static final Set<String> TYPES =
            Set.of("vn.gov.hanoi.evaluation.annual.published.v1", "vn.gov.hanoi.evaluation.annual.superseded.v1");

    /** What needs are counted by. */
    record Key(UUID officerId, int year) {}

    /** Whether the event tells a year; later versions are sent beside these. */
    static boolean isOne(InboundEvent event) {
        return event.data() != null && TYPES.contains(event.type());
    }

    /** Throws what makes the event a dead letter. */
    static ToldYear of(InboundEvent event) {
        var data = Objects.requireNonNull(event.data(), "event without data");
        var ruleSet = data.path("ruleSet");
        return new ToldYear(
                new Key(event.key(), Payload.whole(data, "year")),
                Payload.id(data, "classificationId"),
                Payload.id(data, "unitId"),
                Payload.optional(data, "level"),
                texts(data.path("consequences")),
                Payload.required(ruleSet, "code"),
                Payload.whole(ruleSet, "version"),
                Payload.whole(data, "revision"),
                Objects.requireNonNull(event.time(), "event without time"));
    }

    /** The level, or what is kept of somebody who was not rated. */
    String levelOrNone() {
        return level == null ? AnnualLevelQueries.NOT_RATED : level;
    }

    /** Codes of the reasons that this year has, in the order of the rules; empty if it calls for no training. */
    List<String> reasons(List<NeedReason> rules) {
        return rules.stream()
                .filter(rule -> rule.isInForce(key.year()))
                .filter(rule -> switch (rule.kind()) {
                    case LEVEL -> rule.told().equals(level);
                    case CONSEQUENCE -> consequences.contains(rule.told());
                })
                .map(NeedReason::code)
                .toList();
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(each -> texts.add(each.asText()));
        return Set.copyOf(texts);
    }
}
