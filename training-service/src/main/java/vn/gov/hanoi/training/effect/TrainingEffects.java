package vn.gov.hanoi.training.effect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether courses helped, as far as it can be said without saying it of a person. */
@Schema(
        name = "TrainingEffects",
        description = "The same criterion of the same people before and after a course; no claim about causes")
record TrainingEffects(
        @Schema(description = "Rules of the comparison, and their version", examples = "VN-EFFECT v1")
        String rules,

        @Schema(description = "Figures of fewer people are not shown", examples = "5")
        int leastPeople,

        @Schema(description = "Whole months before the first class day that count", examples = "12")
        int beforeMonths,

        @Schema(description = "Whole months after the last class day that count", examples = "6")
        int afterMonths,

        @Schema(description = "Confidence of the intervals, in percent", examples = "95")
        int confidencePercent,

        @Schema(description = "How the intervals are computed: of paired differences", examples = "STUDENT_T")
        String method,

        @Schema(description = "What whoever reads the figures has to know", maxItems = 10)
        List<Note> notes,

        @Schema(description = "When it was read") Instant knownAt,

        @Schema(description = "By code", maxItems = 10000) List<Course> courses) {
    /** Pure: pairs in, groups out, with small ones and those that would give them away left out. */
    static TrainingEffects of(List<Pair> pairs, EffectRules rules, Instant knownAt) {
        var byCourse =
                pairs.stream().collect(Collectors.groupingBy(Pair::courseCode, TreeMap::new, Collectors.toList()));
        var courses = byCourse.entrySet().stream()
                .map(each -> course(each.getKey(), each.getValue(), rules))
                .toList();
        return new TrainingEffects(
                rules.id() + " v" + rules.version(),
                rules.leastPeople(),
                rules.beforeMonths(),
                rules.afterMonths(),
                rules.confidencePercent(),
                "STUDENT_T",
                rules.notes().stream().map(Note::of).toList(),
                knownAt,
                courses);
    }

    private static Course course(String code, List<Pair> pairs, EffectRules rules) {
        var groups = new TreeMap<Pair.Criterion, Group>();
        pairs.stream()
                .collect(Collectors.groupingBy(Pair::criterion))
                .forEach((criterion, of) -> groups.put(criterion, Group.of(of)));
        var hidden = hidden(groups, rules.leastPeople());
        var rows = new ArrayList<Row>();
        groups.forEach((criterion, group) -> rows.add(new Row(
                criterion.ruleSet(),
                criterion.form(),
                criterion.code(),
                hidden.contains(criterion) ? null : group.figures(rules))));
        var all = Group.of(pairs);
        return new Course(code, rows, all.size() < rules.leastPeople() ? null : all.figures(rules));
    }

    /**
     * Groups that are not shown: those of too few people, and as many of the next smaller ones as it takes that whoever subtracts all that
     * is shown from the whole course finds at least two groups of together enough people.
     */
    private static Set<Pair.Criterion> hidden(TreeMap<Pair.Criterion, Group> groups, int least) {
        var hidden = new TreeSet<Pair.Criterion>();
        var persons = new HashSet<UUID>();
        var smallestFirst = groups.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> each.getValue().size()))
                .toList();
        for (var each : smallestFirst) {
            boolean small = each.getValue().size() < least;
            boolean givesAway = !hidden.isEmpty() && (hidden.size() == 1 || persons.size() < least);
            if (small || givesAway) {
                hidden.add(each.getKey());
                persons.addAll(each.getValue().persons());
            }
        }
        return hidden;
    }

    @Schema(name = "EffectNote")
    record Note(
            @Schema(description = "Stable code", examples = "NO_COMPARISON_GROUP", maxLength = 40)
            String code,

            @Schema(description = "What it says, in both languages")
            NoteTexts texts) {
        static Note of(EffectRules.Note note) {
            return new Note(
                    note.code(), new NoteTexts(note.texts().vi(), note.texts().en()));
        }
    }

    @Schema(name = "EffectNoteTexts")
    record NoteTexts(
            @Schema(description = "In Vietnamese", maxLength = 500)
            String vi,

            @Schema(description = "In English", maxLength = 500)
            String en) {}

    @Schema(name = "CourseEffect")
    record Course(
            @Schema(description = "What is taught", examples = "LDCP", maxLength = 35)
            String courseCode,

            @Schema(description = "By rules, kind of sheet and code", maxItems = 1000)
            List<Row> criteria,

            @Schema(
                    description =
                            "All people of the course, each with the mean of their criteria; null for too few people",
                    nullable = true)
            @Nullable
            EffectFigures all) {}

    @Schema(name = "CriterionEffect")
    record Row(
            @Schema(description = "Rules of the criterion", examples = "VN-CC-2026", maxLength = 40)
            String ruleSet,

            @Schema(description = "Kind of the sheet: STAFF, LEADER or CONTRACT", examples = "STAFF", maxLength = 20)
            String form,

            @Schema(description = "Code in the rules", examples = "I.1", maxLength = 40)
            String criterion,

            @Schema(description = "null: the group is too small, or would give away a group that is", nullable = true)
            @Nullable
            EffectFigures figures) {}
}
