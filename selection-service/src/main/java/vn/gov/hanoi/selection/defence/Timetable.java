package vn.gov.hanoi.selection.defence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.defence.DefenceRequests.SessionPart;

/** When each place of the order has its turn. @param slot from one start to the next within a session */
record Timetable(List<SessionPart> sessions, Duration slot) {
    Timetable {
        sessions = List.copyOf(sessions);
    }

    /** Refusals: selection.schedule-order, for each session; selection.schedule-short. */
    List<Refusal> refusals(LocalDate today, int needed) {
        var found = new ArrayList<Refusal>();
        var free = today.atStartOfDay(HanoiClock.ZONE).toInstant();
        for (int i = 0; i < sessions.size(); i++) {
            var session = sessions.get(i);
            if (session.startsAt().isBefore(free)) {
                found.add(Refusal.of(SelectionProblem.SCHEDULE_ORDER, "earliest", free)
                        .at("/data/sessions/" + i + "/startsAt"));
            }
            free = session.startsAt().plus(slot.multipliedBy(session.defences()));
        }
        int places = starts().size();
        if (places < needed) {
            found.add(Refusal.of(SelectionProblem.SCHEDULE_SHORT, "places", places, "needed", needed)
                    .at("/data/sessions"));
        }
        return found;
    }

    /** @param index from 0, below the number of places */
    Instant start(int index) {
        return starts().get(index);
    }

    private List<Instant> starts() {
        return sessions.stream()
                .flatMap(session -> IntStream.range(0, session.defences())
                        .mapToObj(i -> session.startsAt().plus(slot.multipliedBy(i))))
                .toList();
    }
}
