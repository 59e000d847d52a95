package vn.gov.hanoi.kernel.feed;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.feed.FeedApi.CloudEvent;
import vn.gov.hanoi.kernel.feed.FeedApi.EventPage;
import vn.gov.hanoi.kernel.feed.FeedApi.EventPageInfo;
import vn.gov.hanoi.kernel.feed.FeedApi.FeedParams;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.http.Trace;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Events of this service for systems without a broker and for pages of a browser. */
@Path("/events")
@Tag(name = "Events", description = "What happened in this service, for systems without a broker and for pages")
@ApplicationScoped
class EventResource {
    private static final int LONGEST_WAIT = 30;
    private static final long RECONNECT_MILLIS = 2_000;
    private static final String LAST_EVENT = "Last-Event-ID";

    private final Feed feed;
    private final FeedRights rights;
    private final FeedTopics topics;
    private final FeedPositions positions;
    private final CurrentCaller caller;

    EventResource(Feed feed, FeedRights rights, FeedTopics topics, FeedPositions positions, CurrentCaller caller) {
        this.feed = feed;
        this.rights = rights;
        this.topics = topics;
        this.positions = positions;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed(FeedTopic.ANYBODY)
    @Operation(
            operationId = "listEvents",
            summary =
                    "Events that the caller may read, in order, from a position on; waits for the next one if asked to. "
                            + "With Accept: text/event-stream a stream without an end",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Các sự kiện mà người gọi được đọc, theo thứ tự, từ một vị trí"),
                @Extension(name = "x-permission", value = "by topic"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Events, or a stream of them",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventPage.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "410", ref = "#/components/responses/Problem410")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    public Uni<EventPage> list(@BeanParam FeedParams params) {
        var viewer = rights.of(caller.get(), caller.until());
        var filter = FeedFilter.of(params.type, params.subject, topics);
        int limit = limit(params.limit);
        var after = params.after == null ? null : positions.read(params.after, "after");
        var question = new Feed.Question(viewer, filter, after, limit);
        return feed.next(question, wait(params.waitSeconds)).map(slice -> page(slice, limit));
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed(FeedTopic.ANYBODY)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            @BeanParam FeedParams params,
            @HeaderParam(LAST_EVENT) @Nullable String last,
            @Context Sse sse,
            @Context HttpServerResponse answer) {
        var viewer = rights.of(caller.get(), caller.until());
        var filter = FeedFilter.of(params.type, params.subject, topics);
        if (params.limit != null || params.waitSeconds != null) {
            throw Params.invalid(params.limit != null ? "limit" : "waitSeconds", "only for pages");
        }
        // A browser that connects again keeps the address, so what it has read since then counts more.
        boolean again = last != null && !last.isEmpty();
        var parameter = again ? LAST_EVENT : "after";
        var given = again ? last : params.after;
        var stream = feed.stream(viewer, filter, given == null ? null : positions.read(given, parameter), parameter);
        // The filters of answers do not run for streams. The last header keeps proxies that gather answers from
        // gathering this one.
        answer.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        answer.putHeader("Trace-Id", Trace.id());
        answer.putHeader("X-Accel-Buffering", "no");
        var first = sse.newEventBuilder()
                .id(positions.text(stream.start()))
                .reconnectDelay(RECONNECT_MILLIS)
                .comment("open")
                .build();
        var rest = stream.slices().onItem().transformToMultiAndConcatenate(slice -> Multi.createFrom()
                .items(events(slice, sse)));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first), rest);
    }

    /** The events; and the place read to, if it is beyond the last of them, so that a reader who sees little does not begin far behind. */
    private Stream<OutboundSseEvent> events(FeedSlice slice, Sse sse) {
        var events = slice.items().stream().map(item -> sse.newEventBuilder()
                .id(positions.text(item.position()))
                .name(item.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, item.envelope())
                .build());
        if (!slice.items().isEmpty() && slice.items().getLast().position() == slice.through()) {
            return events;
        }
        var place = sse.newEventBuilder()
                .id(positions.text(slice.through()))
                .comment("here")
                .build();
        return Stream.concat(events, Stream.of(place));
    }

    private EventPage page(FeedSlice slice, int limit) {
        List<CloudEvent> items = slice.items().stream()
                .map(item -> new CloudEvent(item.envelope()))
                .toList();
        return new EventPage(items, new EventPageInfo(limit, positions.text(slice.through()), slice.more()));
    }

    private static int limit(@Nullable String given) {
        var limit = Params.number("limit", given);
        return new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit, null, false).limit();
    }

    private static Duration wait(@Nullable String given) {
        var seconds = Params.number("waitSeconds", given);
        if (seconds == null) {
            return Duration.ZERO;
        }
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            throw Params.invalid("waitSeconds", "0-" + LONGEST_WAIT);
        }
        return Duration.ofSeconds(seconds);
    }
}
