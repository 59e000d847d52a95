package vn.gov.hanoi.training.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;

/** The sessions of a class, in the order in which they were given. */
public record Timetable(List<Session> sessions) {
    private static final String PLACE = "/setup/sessions/";

    public Timetable {
        sessions = List.copyOf(sessions);
    }

    /** Class days, the first one first. */
    public SortedSet<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        sessions.forEach(each -> days.add(each.day()));
        return days;
    }

    /** Hours of each class day, scale 2. */
    public Map<LocalDate, BigDecimal> hours() {
        var hours = new TreeMap<LocalDate, BigDecimal>();
        sessions.forEach(each -> hours.merge(each.day(), each.hours(), BigDecimal::add));
        return hours;
    }

    /**
     * What cannot be, all of it. Refusals: training.session-outside-class, training.session-times-reversed,
     * training.session-hours-exceeded, training.sessions-overlap.
     */
    List<Refusal> refusals(LocalDate startsOn, LocalDate endsOn) {
        var found = new ArrayList<Refusal>();
        for (int i = 0; i < sessions.size(); i++) {
            alone(i, startsOn, endsOn, found);
            for (int j = 0; j < i; j++) {
                if (sessions.get(i).overlaps(sessions.get(j))) {
                    found.add(Refusal.of(
                                    TrainingProblem.SESSIONS_OVERLAP,
                                    "day",
                                    sessions.get(i).day().toString(),
                                    "first",
                                    j,
                                    "second",
                                    i)
                            .at(PLACE + i));
                }
            }
        }
        return found;
    }

    private void alone(int index, LocalDate startsOn, LocalDate endsOn, List<Refusal> found) {
        var session = sessions.get(index);
        if (session.day().isBefore(startsOn) || session.day().isAfter(endsOn)) {
            found.add(Refusal.of(
                            TrainingProblem.SESSION_OUTSIDE_CLASS,
                            "day",
                            session.day().toString(),
                            "startsOn",
                            startsOn.toString(),
                            "endsOn",
                            endsOn.toString())
                    .at(PLACE + index + "/day"));
        }
        if (!session.startsAt().isBefore(session.endsAt())) {
            found.add(Refusal.of(
                            TrainingProblem.SESSION_TIMES_REVERSED,
                            "startsAt",
                            session.startsAt().toString(),
                            "endsAt",
                            session.endsAt().toString())
                    .at(PLACE + index + "/endsAt"));
        } else if (session.isLongerThanItsTime()) {
            found.add(Refusal.of(TrainingProblem.SESSION_HOURS_EXCEEDED, "hours", session.hours())
                    .at(PLACE + index + "/hours"));
        }
    }
}
