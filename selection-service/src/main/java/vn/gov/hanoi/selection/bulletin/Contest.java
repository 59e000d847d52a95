package vn.gov.hanoi.selection.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contest as its bulletin tells it. Decimals are texts, so that its canonical form is one. */
@Schema(
        name = "BulletinContest",
        requiredProperties = {
            "format",
            "roundId",
            "title",
            "publishedOn",
            "rules",
            "counts",
            "written",
            "draw",
            "sheets",
            "posts"
        },
        description = "A contest with what proves its result; candidates are codes")
record Contest(
        @Schema(description = "Number of this form", examples = "1")
        int format,

        @Schema(description = "The round") UUID roundId,

        @Schema(description = "Title of the round", maxLength = 200)
        String title,

        @Schema(description = "Day of the publication, in Hanoi")
        LocalDate publishedOn,

        @Schema(description = "Rules of the round") Rules rules,

        @Schema(description = "How many") Counts counts,

        @Schema(description = "Written marks by the code of the script", maxItems = 20000)
        List<Mark> written,

        @Schema(description = "The lot of the defences") Lot draw,

        @Schema(description = "Opened sheets of the defences", maxItems = 20000)
        List<Sheet> sheets,

        @Schema(description = "Results by post", maxItems = 50)
        List<Post> posts) {
    @Schema(
            name = "BulletinRules",
            requiredProperties = {
                "maximum",
                "spreadPercent",
                "third",
                "writtenPassMark",
                "defencePassMark",
                "ranking",
                "ties"
            },
            description = "Rules by which the numbers follow from the sheets; decimals are texts")
    record Rules(
            @Schema(description = "Points of a script", examples = "100", maxLength = 10)
            String maximum,

            @Schema(
                    description = "Widest gap of two markings in percent of the maximum that needs no third",
                    examples = "10",
                    maxLength = 10)
            String spreadPercent,

            @Schema(description = "What a third marking is for", examples = "NEAREST_TWO", maxLength = 20)
            String third,

            @Schema(description = "Points of the paper to go on", examples = "50", maxLength = 10)
            String writtenPassMark,

            @Schema(description = "Least mean of a defence to pass", examples = "50", maxLength = 10)
            String defencePassMark,

            @Schema(description = "What ranks go by", examples = "PROJECT", maxLength = 20)
            String ranking,

            @Schema(description = "What decides between equal totals, in this order", maxItems = 5)
            List<String> ties) {}

    @Schema(
            name = "BulletinCounts",
            requiredProperties = {"candidates", "papers", "defences", "ranked"},
            description = "How many; a person who stands for two posts counts for each")
    record Counts(
            @Schema(description = "Candidates of all posts", examples = "6")
            int candidates,

            @Schema(description = "Scripts that were marked", examples = "6")
            int papers,

            @Schema(description = "Candidates with a defence", examples = "4")
            int defences,

            @Schema(description = "Candidates with a rank", examples = "3")
            int ranked) {}

    @Schema(
            name = "BulletinMark",
            requiredProperties = {"code", "phase", "mean", "deductionPercent", "points", "sheets"},
            description = "The mark of a script")
    record Mark(
            @Schema(description = "Code of the script", maxLength = 40)
            String code,

            @Schema(description = "MARKING or REMARKING; the later one counts", maxLength = 20)
            String phase,

            @Schema(description = "Mark before deductions, two decimals", examples = "71.25", maxLength = 10)
            String mean,

            @Schema(description = "Percent that violations cost", examples = "0")
            int deductionPercent,

            @Schema(description = "Final mark, two decimals", examples = "71.25", maxLength = 10)
            String points,

            @Schema(description = "Sheets of its markers", maxItems = 3)
            List<MarkerSheet> sheets) {}

    @Schema(
            name = "BulletinMarkerSheet",
            requiredProperties = {"sheet", "total", "salt", "digest"},
            description = "A sealed sheet of a marker, opened")
    record MarkerSheet(
            @Schema(
                    description = "The sheet as it was sealed: canonical JSON, with the code of its script",
                    maxLength = 20000)
            String sheet,

            @Schema(description = "Points, two decimals", examples = "70.50", maxLength = 10)
            String total,

            @Schema(description = "Salt in hexadecimal", maxLength = 64)
            String salt,

            @Schema(description = "SHA-256 over salt and sheet, told when it was sealed", maxLength = 64)
            String digest) {}

    @Schema(
            name = "BulletinLot",
            requiredProperties = {"commitment", "salt", "seed", "codes", "order"},
            description = "The lot: the order follows from seed and codes")
    record Lot(
            @Schema(
                    description = "SHA-256 over salt and the canonical JSON of codes and seed; told before",
                    maxLength = 64)
            String commitment,

            @Schema(description = "Salt in hexadecimal", maxLength = 64)
            String salt,

            @Schema(description = "Seed in hexadecimal", maxLength = 64)
            String seed,

            @Schema(description = "All codes, ascending", maxItems = 1000)
            List<String> codes,

            @Schema(
                    description = "Codes of those who were drawn, ascending by SHA-256 over seed and code",
                    maxItems = 1000)
            List<String> order) {}

    @Schema(
            name = "BulletinSheet",
            requiredProperties = {"id", "code", "marks", "total", "salt", "commitment"},
            description = "A sealed sheet of a member of the council, opened")
    record Sheet(
            @Schema(description = "Random id of the sheet") UUID id,

            @Schema(description = "Code of the candidate", maxLength = 40)
            String code,

            @Schema(description = "Points by criterion, two decimals")
            Map<String, String> marks,

            @Schema(description = "Their sum, two decimals", examples = "82.00", maxLength = 10)
            String total,

            @Schema(description = "Salt in hexadecimal", maxLength = 64)
            String salt,

            @Schema(description = "SHA-256 over salt and sheet, told when it was sealed", maxLength = 64)
            String commitment) {}

    @Schema(
            name = "BulletinPost",
            requiredProperties = {"vacancyId", "title", "unitName", "lines", "tie"},
            description = "The result of a post")
    record Post(
            @Schema(description = "The post") UUID vacancyId,

            @Schema(description = "Title of the post", maxLength = 200)
            String title,

            @Schema(description = "Unit of the post", maxLength = 300)
            String unitName,

            @Schema(description = "Candidates, those with a rank first", maxItems = 1000)
            List<Line> lines,

            @Schema(description = "Codes in the order that the council decided between equal ones", maxItems = 1000)
            List<String> tie) {}

    @Schema(
            name = "BulletinLine",
            requiredProperties = {
                "code",
                "outcome",
                "rank",
                "written",
                "sum",
                "count",
                "project",
                "total",
                "separatedBy"
            },
            description = "A candidate of a post; decimals are texts with two decimals")
    record Line(
            @Schema(description = "Code of the candidate", maxLength = 40)
            String code,

            @Schema(description = "How far the candidate came", examples = "RANKED", maxLength = 30)
            String outcome,

            @Schema(description = "Rank from 1; null without one", nullable = true) @Nullable
            Integer rank,

            @Schema(description = "Written mark; null if there is none", maxLength = 10, nullable = true) @Nullable
            String written,

            @Schema(description = "Sum of the sheets; null without a defence", maxLength = 10, nullable = true)
            @Nullable
            String sum,

            @Schema(description = "Number of the sheets", examples = "7")
            int count,

            @Schema(description = "Mean of the sheets; null without a defence", maxLength = 10, nullable = true)
            @Nullable
            String project,

            @Schema(description = "What the rank goes by; null without one", maxLength = 10, nullable = true) @Nullable
            String total,

            @Schema(
                    description = "What puts the candidate behind the one before; null without a rank",
                    maxLength = 20,
                    nullable = true)
            @Nullable
            String separatedBy) {}
}
