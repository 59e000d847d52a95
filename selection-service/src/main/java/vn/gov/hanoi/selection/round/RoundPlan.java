package vn.gov.hanoi.selection.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.condition.ConditionSets;
import vn.gov.hanoi.selection.ruleset.RoundRules;

/**
 * What a plan of a round says; texts are tidied here.
 *
 * @param startsOn day on which the process starts
 * @param listOn planned day of the list of candidates
 * @param examOn planned day of the first round of the contest
 * @param personnel officers who handle the applications
 */
record RoundPlan(
        String title,
        String legalBasis,
        LocalDate startsOn,
        LocalDate listOn,
        LocalDate examOn,
        List<PostPlan> posts,
        List<UUID> personnel) {
    RoundPlan {
        title = PlainText.tidy(title);
        legalBasis = PlainText.tidy(legalBasis);
        posts = List.copyOf(posts);
        personnel = personnel.stream().distinct().toList();
    }

    /** A post with the conditions of its candidates. */
    record PostPlan(UUID vacancyId, int termMonths, String conditionSet) {}

    /**
     * What is wrong with the plan by itself, all of it.
     *
     * <p>Refusals: selection.calendar-order, selection.exam-too-early, selection.exam-too-late, selection.condition-set-unknown,
     * selection.post-twice.
     */
    List<Refusal> refusals(RoundRules rules, LocalDate today) {
        var refusals = new ArrayList<>(calendarRefusals(startsOn, listOn, examOn, rules, ""));
        for (int i = 0; i < posts.size(); i++) {
            var post = posts.get(i);
            if (ConditionSets.shipped().on(post.conditionSet(), today).isEmpty()) {
                refusals.add(
                        Refusal.of(SelectionProblem.CONDITION_SET_UNKNOWN, "code", post.conditionSet(), "day", today)
                                .at("/posts/" + i + "/conditionSet"));
            }
            if (posts.subList(0, i).stream().anyMatch(other -> other.vacancyId().equals(post.vacancyId()))) {
                refusals.add(Refusal.of(SelectionProblem.POST_TWICE, "vacancyId", post.vacancyId())
                        .at("/posts/" + i + "/vacancyId"));
            }
        }
        return refusals;
    }

    /** @param place pointer to the object that holds the days */
    static List<Refusal> calendarRefusals(
            LocalDate startsOn, LocalDate listOn, LocalDate examOn, RoundRules rules, String place) {
        if (listOn.isBefore(startsOn) || !examOn.isAfter(listOn)) {
            return List.of(Refusal.of(
                            SelectionProblem.CALENDAR_ORDER, "startsOn", startsOn, "listOn", listOn, "examOn", examOn)
                    .at(place + "/listOn"));
        }
        var earliest = rules.earliestExam(listOn);
        if (examOn.isBefore(earliest)) {
            return List.of(Refusal.of(
                            SelectionProblem.EXAM_TOO_EARLY,
                            "examOn",
                            examOn,
                            "earliest",
                            earliest,
                            "workingDays",
                            rules.callWorkingDays())
                    .at(place + "/examOn"));
        }
        var latest = rules.latestExam(listOn);
        return examOn.isAfter(latest)
                ? List.of(Refusal.of(SelectionProblem.EXAM_TOO_LATE, "examOn", examOn, "latest", latest)
                        .at(place + "/examOn"))
                : List.of();
    }
}
