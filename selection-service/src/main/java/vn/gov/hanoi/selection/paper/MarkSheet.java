package vn.gov.hanoi.selection.paper;

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

/** What one marker thinks of one script (phiếu chấm), under a code that only this marker has. Sealed, it never changes. */
@Entity
@Table(name = "mark_sheets")
class MarkSheet {
    /** What became of a sheet. */
    enum State {
        DRAFT,
        SEALED,
        /** The marker does not sit any more, or may not judge; another one has the turn. */
        DROPPED
    }

    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "exam_id")
    private UUID examId;

    @Column(name = "script_id")
    private UUID scriptId;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase")
    private Phase phase;

    @Column(name = "turn")
    private int turn;

    @Column(name = "officer_id")
    private UUID officerId;

    @Column(name = "code")
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @Column(name = "content")
    private byte @Nullable [] content;

    @Column(name = "digest")
    private @Nullable String digest;

    @Column(name = "sealed_on")
    private @Nullable LocalDate sealedOn;

    protected MarkSheet() {}

    /** @param turn 1 and 2 for the independent markings, 3 for the third */
    static MarkSheet assign(Script script, Phase phase, int turn, UUID officerId, String code) {
        var sheet = new MarkSheet();
        sheet.id = UUID.randomUUID();
        sheet.examId = script.examId();
        sheet.scriptId = script.id();
        sheet.phase = phase;
        sheet.turn = turn;
        sheet.officerId = officerId;
        sheet.code = code;
        sheet.state = State.DRAFT;
        return sheet;
    }

    void write(byte[] sealedContent) {
        content = sealedContent.clone();
    }

    void seal(byte[] sealedContent, String commitment, LocalDate day) {
        write(sealedContent);
        digest = commitment;
        sealedOn = day;
        state = State.SEALED;
    }

    void drop() {
        state = State.DROPPED;
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

    UUID scriptId() {
        return scriptId;
    }

    Phase phase() {
        return phase;
    }

    int turn() {
        return turn;
    }

    UUID officerId() {
        return officerId;
    }

    String code() {
        return code;
    }

    State state() {
        return state;
    }

    byte @Nullable [] content() {
        return content == null ? null : content.clone();
    }

    @Nullable
    String digest() {
        return digest;
    }

    @Nullable
    LocalDate sealedOn() {
        return sealedOn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarkSheet sheet && id.equals(sheet.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
