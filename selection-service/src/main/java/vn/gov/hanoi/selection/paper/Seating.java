package vn.gov.hanoi.selection.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.gov.hanoi.selection.paper.ExamApi.RoomPart;

/** Who sits where, drawn by lot: registration numbers (số báo danh) from 1 on, rooms filled in their order. */
final class Seating {
    private Seating() {}

    /** @param rooms have seats for all */
    static List<Paper> draw(UUID examId, List<UUID> applications, List<RoomPart> rooms, Random random) {
        var drawn = new ArrayList<>(applications);
        Collections.shuffle(drawn, random);
        var papers = new ArrayList<Paper>();
        for (var room : rooms) {
            int last = Math.min(papers.size() + room.seats(), drawn.size());
            for (int i = papers.size(); i < last; i++) {
                papers.add(Paper.seat(examId, drawn.get(i), i + 1, room.name()));
            }
        }
        return papers;
    }
}
