package vn.gov.hanoi.kernel.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Question and answer of the feed. */
final class FeedApi {
    private FeedApi() {}

    /** Parameters of a page and of a stream. */
    static class FeedParams {
        @QueryParam("after")
        @Parameter(
                description =
                        "Position of an earlier answer, opaque, kept 400 days; without it a page begins with the oldest event and a stream with the next one",
                schema = @Schema(maxLength = 100))
        @Nullable
        String after;

        @QueryParam("type")
        @Parameter(
                description =
                        "Type of event, may be repeated up to 20 times, for example vn.gov.hanoi.training.class.opened.v1",
                schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
        List<String> type = List.of();

        @QueryParam("subject")
        @Parameter(
                description = "Record as {collection}/{id}, may be repeated up to 20 times",
                schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
        List<String> subject = List.of();

        @QueryParam("limit")
        @Parameter(
                description = "Most events of the page, 1-500, default 50; not for streams",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
        @Nullable
        String limit;

        @QueryParam("waitSeconds")
        @Parameter(
                description = "How long to wait for the first event, 0-30 s, default 0; not for streams",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "30"))
        @Nullable
        String waitSeconds;
    }

    @Schema(name = "EventPage", description = "Events in the order of their positions")
    record EventPage(
            @Schema(
                    description = "Visible events; each is a CloudEvent, the same bytes as at the broker",
                    maxItems = 500)
            List<CloudEvent> items,

            @Schema(description = "Where to go on") EventPageInfo page) {}

    @Schema(name = "EventPageInfo")
    record EventPageInfo(
            @Schema(description = "Most events on a page, 1-500")
            int limit,

            @Schema(
                    description = "Value of after for the next page; always there, also when nothing came",
                    maxLength = 100)
            String next,

            @Schema(description = "true: there may be more right now; false: the page ends with the newest event")
            boolean more) {}

    @Schema(
            name = "CloudEvent",
            type = SchemaType.OBJECT,
            description = "CloudEvents 1.0, structured JSON; /platform/v1/asyncapi describes all types")
    record CloudEvent(
            @Schema(hidden = true) @JsonValue @JsonRawValue String json) {}
}
