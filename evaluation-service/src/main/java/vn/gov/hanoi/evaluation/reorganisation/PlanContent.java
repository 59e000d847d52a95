package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** What a plan says. A unit that is to be made has a name within the plan (ref) until it is recorded. */
@Schema(name = "ReorganisationContent", additionalProperties = Schema.False.class)
record PlanContent(
        @Schema(description = "Units made, changed, dissolved", maxItems = 5000) @Valid @NotNull @Size(max = 5_000)
        List<UnitChange> units,

        @Schema(description = "Who succeeds whom in which share", maxItems = 10000) @Valid @NotNull @Size(max = 10_000)
        List<Succession> successions,

        @Schema(description = "Where the posts of a unit go; one rule a unit", maxItems = 5000)
        @Valid
        @NotNull
        @Size(max = 5_000)
        List<Placement> placements,

        @Schema(description = "Posts that go elsewhere than their unit's rule says", maxItems = 5000)
        @Valid
        @NotNull
        @Size(max = 5_000)
        List<PostException> exceptions,

        @Schema(description = "Who goes on with the open work of a dissolved unit", maxItems = 5000)
        @Valid
        @NotNull
        @Size(max = 5_000)
        List<Handover> handovers) {

    /** What happens to a unit. */
    enum Kind {
        /** It is made on the day. */
        CREATE,
        /** It is renamed, moved or becomes another kind. */
        ALTER,
        /** It ends; the day is the first on which it is no longer in force. */
        DISSOLVE
    }

    /** A recorded unit, or one that the plan makes. */
    record Target(@Nullable UUID id, @Nullable String ref) {
        boolean isOne() {
            return (id == null) != (ref == null);
        }

        /** The id that the unit has or will have; null if the name is not one of the plan's. */
        @Nullable
        UUID resolve(Map<String, UUID> refs) {
            return id != null ? id : refs.get(ref);
        }
    }

    @Schema(name = "UnitChange", additionalProperties = Schema.False.class)
    record UnitChange(
            @Schema(description = "What happens") @NotNull Kind change,

            @Schema(
                    description = "CREATE: name of the unit within the plan",
                    maxLength = 40,
                    pattern = "^[A-Za-z0-9._-]{1,40}$",
                    nullable = true)
            @Nullable
            String ref,

            @Schema(description = "ALTER, DISSOLVE: the unit", nullable = true) @Nullable
            UUID unitId,

            @Schema(
                    description = "CREATE: electronic code; ALTER: new one, if it changes",
                    maxLength = 35,
                    nullable = true)
            @Nullable
            String code,

            @Schema(description = "CREATE: name; ALTER: new one, if it changes", maxLength = 200, nullable = true)
            @Nullable
            String name,

            @Schema(description = "CREATE: kind; ALTER: new one, if it changes", nullable = true) @Nullable
            UnitType type,

            @Schema(description = "CREATE: recorded unit above; ALTER: new one, if it changes", nullable = true)
            @Nullable
            UUID parentId,

            @Schema(description = "As parentId, for a unit that the plan makes", maxLength = 40, nullable = true)
            @Nullable
            String parentRef,

            @Schema(
                    description = "Administrative code of the State, if it has or gets one",
                    maxLength = 5,
                    nullable = true)
            @Nullable
            String administrativeCode) {
        Target parent() {
            return new Target(parentId, parentRef);
        }

        boolean namesParent() {
            return parentId != null || parentRef != null;
        }
    }

    @Schema(name = "Succession", additionalProperties = Schema.False.class)
    record Succession(
            @Schema(description = "Unit that gives") @NotNull
            UUID fromUnitId,

            @Schema(description = "Recorded unit that takes over", nullable = true) @Nullable
            UUID toUnitId,

            @Schema(description = "Unit of the plan that takes over", maxLength = 40, nullable = true) @Nullable
            String toRef,

            @Schema(description = "Share of the giving unit, above 0 to 1, scale 4", examples = "0.4000") @NotNull
            BigDecimal share) {
        Target to() {
            return new Target(toUnitId, toRef);
        }
    }

    /** How the posts of a unit are placed. */
    enum Rule {
        /** All go to one unit. */
        MOVE,
        /** They are spread over the successors by their shares; who goes where follows from the order of the posts' ids. */
        SHARE,
        /** They end. */
        END
    }

    /** What somebody with a leading post becomes. */
    enum Rank {
        HEAD,
        DEPUTY_HEAD,
        STAFF
    }

    @Schema(name = "Placement", additionalProperties = Schema.False.class)
    record Placement(
            @Schema(description = "Unit whose posts are placed") @NotNull
            UUID fromUnitId,

            @Schema(description = "Rule") @NotNull Rule rule,

            @Schema(description = "MOVE: recorded unit", nullable = true) @Nullable
            UUID toUnitId,

            @Schema(description = "MOVE: unit of the plan", maxLength = 40, nullable = true) @Nullable
            String toRef,

            @Schema(description = "What a head becomes; default STAFF", nullable = true) @Nullable
            Rank headAs,

            @Schema(description = "What a deputy head becomes; default STAFF", nullable = true) @Nullable
            Rank deputyAs,

            @Schema(
                    description = "Title of those who lose their leading post; null keeps it",
                    maxLength = 200,
                    nullable = true)
            @Nullable
            String titleAs) {
        Target to() {
            return new Target(toUnitId, toRef);
        }
    }

    @Schema(name = "PlacementException", additionalProperties = Schema.False.class)
    record PostException(
            @Schema(description = "The post") @NotNull UUID assignmentId,

            @Schema(description = "Recorded unit; with toRef absent too: the post ends", nullable = true) @Nullable
            UUID toUnitId,

            @Schema(description = "Unit of the plan", maxLength = 40, nullable = true) @Nullable
            String toRef,

            @Schema(description = "Place in the unit; null: as before", nullable = true) @Nullable
            Rank position,

            @Schema(description = "Title; null: as before", maxLength = 200, nullable = true) @Nullable
            String title,

            @Schema(description = "Whether it is a leading post; null: as the position says", nullable = true) @Nullable
            Boolean leader) {
        Target to() {
            return new Target(toUnitId, toRef);
        }

        boolean ends() {
            return toUnitId == null && toRef == null;
        }
    }

    @Schema(name = "Handover", additionalProperties = Schema.False.class)
    record Handover(
            @Schema(description = "Dissolved unit") @NotNull UUID fromUnitId,

            @Schema(description = "Recorded unit that goes on", nullable = true) @Nullable
            UUID toUnitId,

            @Schema(description = "Unit of the plan that goes on", maxLength = 40, nullable = true) @Nullable
            String toRef) {
        Target to() {
            return new Target(toUnitId, toRef);
        }
    }
}
