package vn.gov.hanoi.selection.objection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a candidate has to say against a written mark. Its acts are allowed before they are called. */
@Entity
@Table(name = "objections")
class Objection {
    /** What is sealed. @param by subject of the token */
    record Said(String grounds, String by) {}

    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "exam_id")
    private UUID examId;

    @Column(name = "paper_id")
    private UUID paperId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ObjectionState state;

    @Column(name = "content")
    private byte[] content;

    @Column(name = "filed_on")
    private LocalDate filedOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    protected Objection() {}

    static Objection filed(UUID id, UUID examId, UUID paperId, byte[] content, LocalDate day) {
        var objection = new Objection();
        objection.id = id;
        objection.examId = examId;
        objection.paperId = paperId;
        objection.state = ObjectionState.RECEIVED;
        objection.content = content.clone();
        objection.filedOn = day;
        return objection;
    }

    void end(ObjectionState ending, LocalDate day) {
        state = ending;
        endedOn = day;
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

    UUID paperId() {
        return paperId;
    }

    ObjectionState state() {
        return state;
    }

    byte[] content() {
        return content.clone();
    }

    LocalDate filedOn() {
        return filedOn;
    }

    @Nullable
    LocalDate endedOn() {
        return endedOn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Objection objection && id.equals(objection.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
