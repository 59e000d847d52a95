package vn.gov.hanoi.selection.defence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one member thinks of one defence. Nobody else reads it before the defence is opened; once sealed it is not changed, and the database refuses it too. */
@Entity
@Table(name = "score_sheets")
class ScoreSheet {
    static final String TABLE = "score_sheets";

    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "defence_id")
    private UUID defenceId;

    @Column(name = "member_id")
    private UUID memberId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private SheetState state;

    @Column(name = "commitment")
    private @Nullable String commitment;

    @Column(name = "content")
    private byte[] content;

    protected ScoreSheet() {}

    /** What is sealed. @param marks points by criterion, texts with two decimals @param salt null before the sheet is sealed */
    record Content(Map<String, String> marks, @Nullable String salt) {
        static final Content EMPTY = new Content(Map.of(), null);

        Content {
            marks = Map.copyOf(marks);
        }
    }

    /** What a member commits to, by the code of the candidate. @param total sum of the marks, a text with two decimals */
    record Committed(String code, Map<String, String> marks, UUID sheet, String total) {}

    /** @param id random: it tells neither member nor order */
    static ScoreSheet handedOut(UUID id, UUID defenceId, UUID memberId, byte[] content) {
        var sheet = new ScoreSheet();
        sheet.id = id;
        sheet.defenceId = defenceId;
        sheet.memberId = memberId;
        sheet.state = SheetState.DRAFT;
        sheet.content = content;
        return sheet;
    }

    void write(byte[] other) {
        content = other;
    }

    void seal(byte[] other, String digest) {
        state = SheetState.SEALED;
        content = other;
        commitment = digest;
    }

    /** @param empty a sheet that was not handed in says nothing */
    void miss(byte[] empty) {
        state = SheetState.ABSENT;
        content = empty;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID defenceId() {
        return defenceId;
    }

    UUID memberId() {
        return memberId;
    }

    SheetState state() {
        return state;
    }

    @Nullable
    String commitment() {
        return commitment;
    }

    byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreSheet sheet && id.equals(sheet.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
