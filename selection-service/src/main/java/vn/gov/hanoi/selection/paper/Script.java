package vn.gov.hanoi.selection.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was written, under a code (số phách). It never changes, but is forgotten with the person; whose it is and what it says is sealed. */
@Entity
@Table(name = "scripts")
class Script {
    @Id
    private UUID id;

    @Column(name = "exam_id", updatable = false)
    private UUID examId;

    @Column(name = "code", updatable = false)
    private String code;

    @Column(name = "owner")
    private byte @Nullable [] owner;

    @Column(name = "content")
    private byte @Nullable [] content;

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

    /** The person's data are not kept any more; that there was a script is. */
    void forget() {
        owner = null;
        content = null;
    }

    /** Sealed: the paper; empty if it is forgotten. */
    Optional<byte[]> owner() {
        return Optional.ofNullable(owner).map(byte[]::clone);
    }

    /** Sealed: the pages; empty if they are forgotten. */
    Optional<byte[]> content() {
        return Optional.ofNullable(content).map(byte[]::clone);
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
