package vn.gov.hanoi.selection.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The seat of a candidate in the written round (bài thi), with the number under which he or she sits. */
@Entity
@Table(name = "papers")
class Paper {
    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "exam_id")
    private UUID examId;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "number")
    private int number;

    @Column(name = "room")
    private String room;

    @Enumerated(EnumType.STRING)
    @Column(name = "attendance")
    private Attendance attendance;

    @Column(name = "minutes_late")
    private @Nullable Integer minutesLate;

    @Column(name = "handed_in")
    private boolean handedIn;

    @Column(name = "incidents")
    private int incidents;

    protected Paper() {}

    static Paper seat(UUID examId, UUID applicationId, int number, String room) {
        var paper = new Paper();
        paper.id = UUID.randomUUID();
        paper.examId = examId;
        paper.applicationId = applicationId;
        paper.number = number;
        paper.room = room;
        paper.attendance = Attendance.EXPECTED;
        return paper;
    }

    /** @param late minutes after the start; null for who is absent */
    void attend(Attendance found, @Nullable Integer late) {
        attendance = found;
        minutesLate = late;
    }

    /** Something happened in the room; the tag changes. */
    void touch() {
        incidents++;
    }

    void handIn() {
        handedIn = true;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID examId() {
        return examId;
    }

    UUID applicationId() {
        return applicationId;
    }

    int number() {
        return number;
    }

    String room() {
        return room;
    }

    Attendance attendance() {
        return attendance;
    }

    @Nullable
    Integer minutesLate() {
        return minutesLate;
    }

    boolean handedIn() {
        return handedIn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Paper paper && id.equals(paper.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
