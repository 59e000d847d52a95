package vn.gov.hanoi.training.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineRequest;

/**
 * A line of a block (chỉ tiêu): quota of classes and training places. How much of it is taken is not mapped here: one
 * conditional UPDATE takes from the quota, so that two classes can never take the same place.
 */
@Entity
@Table(name = "plan_lines")
class PlanLine {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "plan_id")
    private UUID planId;

    /** Owning side of the mapping; nobody asks for it. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "block_id")
    private PlanBlock block;

    @Column(name = "position")
    private int position;

    private String code;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    private AssignmentStatus status;

    private @Nullable Integer classes;

    private @Nullable Integer places;

    @SuppressWarnings("NullAway.Init")
    protected PlanLine() {}

    private PlanLine(PlanBlock block, int position, LineRequest request) {
        this.id = Ids.next();
        this.planId = block.planId();
        this.block = block;
        this.position = position;
        this.code = request.code();
        this.name = PlainText.of(request.name());
        this.status = block.status();
        this.classes = request.classes();
        this.places = request.places();
    }

    static PlanLine of(PlanBlock block, int position, LineRequest request) {
        return new PlanLine(block, position, request);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    AssignmentStatus status() {
        return status;
    }

    @Nullable
    Integer classes() {
        return classes;
    }

    @Nullable
    Integer places() {
        return places;
    }
}
