package vn.gov.hanoi.selection.vacancy;

import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.selection.PlainText;

/** Query parameters of both lists of vacancies, as they came. */
record VacancyListParams(
        @Parameter(description = "Unit of the post", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
        @QueryParam("unitId")
        @Nullable
        String unitId,

        @Parameter(
                description = "With unitId: the unit (default), its direct children, or it and all below it",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"SELF", "CHILDREN", "SUBTREE"}))
        @QueryParam("unitScope")
        @Nullable
        String unitScope,

        @Parameter(
                description = "Part of the title, accents not needed; titles with the typed accents come first",
                schema = @Schema(type = SchemaType.STRING, maxLength = 100))
        @QueryParam("q")
        @Nullable
        String q,

        @Parameter(
                description = "Order; default -announcedOn, in which drafts come first",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"announcedOn", "-announcedOn", "postTitle", "-postTitle"}))
        @QueryParam("sort")
        @Nullable
        String sort,

        @Parameter(description = "Most items, 1-500; default 50", schema = @Schema(type = SchemaType.INTEGER))
        @QueryParam("limit")
        @Nullable
        String limit,

        @Parameter(description = "page.next of the page before") @QueryParam("cursor") @Nullable
        String cursor,

        @Parameter(description = "true: also count, exact to 10,000", schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("count")
        @Nullable
        String count) {
    private static final int LONGEST_Q = 100;

    /** Refusal: query.invalid-parameter. */
    VacancyFilter filter(Set<VacancyState> states) {
        var reach = Params.oneOf(VacancyFilter.Reach.class, "unitScope", unitScope);
        if (reach != null && unitId == null) {
            throw Params.invalid("unitScope", "together with unitId");
        }
        var order = Objects.requireNonNullElse(sort, "-announcedOn");
        boolean descending = order.startsWith("-");
        return new VacancyFilter(
                states,
                Params.uuid("unitId", unitId),
                reach == null ? VacancyFilter.Reach.SELF : reach,
                text(),
                sort(descending ? order.substring(1) : order),
                descending);
    }

    /** Refusal: query.invalid-parameter. */
    PageRequest page() {
        var most = Params.number("limit", limit);
        return new PageRequest(most == null ? PageRequest.DEFAULT_LIMIT : most, cursor, Params.flag("count", count));
    }

    /** All states if none is named. Refusal: query.invalid-parameter. */
    static Set<VacancyState> states(List<String> names) {
        var states = EnumSet.noneOf(VacancyState.class);
        for (var name : names) {
            states.add(Objects.requireNonNull(Params.oneOf(VacancyState.class, "state", name)));
        }
        return states.isEmpty() ? EnumSet.allOf(VacancyState.class) : states;
    }

    private static VacancyFilter.Sort sort(String name) {
        for (var known : VacancyFilter.Sort.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        throw Params.invalid("sort", "announcedOn, -announcedOn, postTitle, -postTitle");
    }

    private @Nullable String text() {
        if (q == null) {
            return null;
        }
        var tidy = PlainText.tidy(q);
        if (tidy.isEmpty() || tidy.length() > LONGEST_Q || !tidy.matches(PlainText.VISIBLE)) {
            throw Params.invalid("q", "1-" + LONGEST_Q + " visible characters");
        }
        return tidy;
    }
}
