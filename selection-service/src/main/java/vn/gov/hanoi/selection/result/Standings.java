package vn.gov.hanoi.selection.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.ruleset.Ranking.Outcome;
import vn.gov.hanoi.selection.ruleset.Ranking.SeparatedBy;

/** What a result says, as it is sealed. Decimals are texts: in the canonical form there are whole numbers only. */
record Standings(
        List<Post> posts,
        @Nullable Minutes minutes,
        @Nullable DecisionPart approval,
        @Nullable ReasonPart returned,
        @Nullable String salt) {
    Standings {
        posts = List.copyOf(posts);
    }

    /** The result of a post. @param tie null if the council had nothing to decide */
    record Post(
            UUID vacancyId, List<Entry> entries, @Nullable Tie tie) {
        Post {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A candidate.
     *
     * @param code told to the public
     * @param written final written mark
     * @param sum of the sheets of the defence
     * @param count how many sheets
     * @param project mean, told with two decimals
     * @param total what the rank goes by, told with two decimals
     */
    record Entry(
            UUID applicationId,
            String code,
            Outcome outcome,
            @Nullable Integer rank,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal written,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal sum,

            int count,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal project,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal total,

            @Nullable SeparatedBy separatedBy) {}

    /** A decision of the council between equal candidates. @param order the best first */
    record Tie(List<UUID> order, ReasonPart reason) {
        Tie {
            order = List.copyOf(order);
        }
    }

    /** Minutes of the council. @param signedBy members who signed */
    record Minutes(String number, LocalDate signedOn, List<UUID> signedBy) {
        Minutes {
            signedBy = List.copyOf(signedBy);
        }
    }
}
