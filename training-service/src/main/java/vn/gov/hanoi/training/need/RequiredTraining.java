package vn.gov.hanoi.training.need;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.inbox.InboundEvent;
import vn.gov.hanoi.kernel.inbox.Payload;

/**
 * A row of the rules: training that a main post calls for.
 *
 * @param leader only posts that lead, or only others; null: both
 * @param position only posts of this code; null: all
 * @param content code of training-contents
 * @param months months from the first day of the post
 * @param firstDay first day on which a post may begin
 * @param lastDay last such day; null while it goes on
 */
record RequiredTraining(
        String code,
        @Nullable Boolean leader,
        @Nullable String position,
        String content,
        int months,
        LocalDate firstDay,
        @Nullable LocalDate lastDay) {
    /** A post as an event told it. */
    record Post(
            UUID id,
            UUID unitId,
            String position,
            boolean leader,
            boolean main,
            LocalDate from,
            @Nullable LocalDate to) {
        static Post of(JsonNode data) {
            return new Post(
                    Payload.id(data, "id"),
                    Payload.id(data, "unitId"),
                    Payload.required(data, "position"),
                    data.path("leader").asBoolean(),
                    data.path("main").asBoolean(),
                    Payload.day(data, "validFrom"),
                    Payload.optionalDay(data, "validTo"));
        }
    }

    /** A need that a post calls for, by the event of this sequence. */
    record Call(
            UUID officerId, long sequence, Post post, String code, String content, LocalDate dueOn, Instant toldAt) {}

    /** Posts that have ended call for nothing. */
    boolean isCalledForBy(Post post, LocalDate today) {
        return post.main()
                && (post.to() == null || post.to().isAfter(today))
                && (leader == null || leader == post.leader())
                && (position == null || position.equals(post.position()))
                && !post.from().isBefore(firstDay)
                && (lastDay == null || !post.from().isAfter(lastDay));
    }

    Call call(InboundEvent event, Post post) {
        return new Call(
                event.key(),
                event.sequence(),
                post,
                code,
                content,
                post.from().plusMonths(months),
                Objects.requireNonNull(event.time(), "event without time"));
    }
}
