package vn.gov.hanoi.kernel.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.seal.Sealer;

/**
 * Keyset cursors: the sort values of the last row, sealed under the question and the viewer, valid for 24 hours.
 */
@ApplicationScoped
public class Cursors {
    private static final Duration VALID = Duration.ofHours(24);
    private static final Duration DELTA_VALID = Duration.ofDays(400);
    /** Room for a sort value of 500 letters with marks; a request line takes twice as much. */
    private static final int LONGEST = 4_000;

    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Sealer sealer;
    private final Clock clock;

    Cursors(Sealer sealer, Clock clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * Where a page ended.
     *
     * @param keys sort values of the last row in sort order, the id last
     * @param asOf pinned day of the whole walk
     * @param knownAt pinned moment of the whole walk
     */
    public record Position(List<@Nullable String> keys, LocalDate asOf, Instant knownAt) {}

    private record Sealed(Position position, Instant issued) {}

    /** @param question route, filters, sort and viewer; the cursor opens for the same question only */
    public String seal(Position position, String question) {
        try {
            byte[] plain = JSON.writeValueAsBytes(new Sealed(position, clock.instant()));
            return TO_TEXT.encodeToString(sealer.seal(plain, "cursor|" + question));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cursor cannot be written", e);
        }
    }

    /** Refusals: page.cursor-invalid, page.cursor-expired. */
    public Position open(String cursor, String question) {
        var sealed = decode(cursor, question);
        if (sealed.issued().plus(VALID).isBefore(clock.instant())) {
            throw refused(KernelProblem.CURSOR_EXPIRED);
        }
        return sealed.position();
    }

    /** Opens the token that a delta ended with; it lives 400 days. Refusals: query.invalid-parameter, delta.expired (410). */
    public Position openDelta(String token, String question) {
        try {
            var sealed = decode(token, question);
            if (sealed.issued().plus(DELTA_VALID).isBefore(clock.instant())) {
                throw new Refused(Refusal.of(KernelProblem.DELTA_EXPIRED).atParameter("updatedSince"));
            }
            return sealed.position();
        } catch (Refused refused) {
            throw refused.status() == 400 ? Params.invalid("updatedSince", "deltaToken or instant") : refused;
        }
    }

    /**
     * Cuts a page out of rows read with {@code limit + 1}.
     *
     * @param keys the sort values of a row, the id last
     */
    public <T> Page<T> page(
            List<T> rows,
            PageRequest request,
            Page.Time time,
            String question,
            Function<T, List<@Nullable String>> keys) {
        boolean more = rows.size() > request.limit();
        var items = more ? rows.subList(0, request.limit()) : rows;
        String next =
                more ? seal(new Position(keys.apply(items.getLast()), time.asOf(), time.knownAt()), question) : null;
        return new Page<>(List.copyOf(items), new Page.Info(request.limit(), next, null, null), time);
    }

    private Sealed decode(String cursor, String question) {
        if (cursor.length() > LONGEST) {
            throw refused(KernelProblem.CURSOR_INVALID);
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            // The decoder ignores padding and the spare bits of the last character: those would be altered unseen.
            if (!TO_TEXT.encodeToString(sealed).equals(cursor)) {
                throw refused(KernelProblem.CURSOR_INVALID);
            }
            byte[] plain =
                    sealer.open(sealed, "cursor|" + question).orElseThrow(() -> refused(KernelProblem.CURSOR_INVALID));
            return JSON.readValue(plain, Sealed.class);
        } catch (IllegalArgumentException | IOException _) {
            throw refused(KernelProblem.CURSOR_INVALID);
        }
    }

    private static Refused refused(KernelProblem code) {
        return new Refused(Refusal.of(code).atParameter("cursor"));
    }
}
