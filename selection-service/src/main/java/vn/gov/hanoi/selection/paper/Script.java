package vn.gov.hanoi.selection.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was written, under a code (số phách). It never changes; whose it is and what it says is sealed. */
@Entity
@Table(name = "scripts")
class Script {
    @Id
    private UUID id;

    @Column(name = "exam_id", updatable = false)
    private UUID examId;

    @Column(name = "code", updatable = false)
    private String code;

    @Column(name = "owner", updatable = false)
    private byte[] owner;

    @Column(name = "content", updatable = false)
    private byte[] content;

    protected Script() {}

    static Script coded(UUID id, UUID examId, String code, byte[] owner, byte[] content) {
        var script = new Script();
        script.id = id;
        script.examId = examId;
        script.code = code;
        script.owner = owner.clone();
        script.content = content.clone();
        return script;
    }

    UUID id() {
        return id;
    }

    UUID examId() {
        return examId;
    }

    String code() {
        return code;
    }

    byte[] owner() {
        return owner.clone();
    }

    byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Script script && id.equals(script.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
