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
import vn.gov.hanoi.training.directory.KnownUnit;
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

    @Column(name = "unit_id")
    private @Nullable UUID unitId;

    @Column(name = "unit_code")
    private @Nullable String unitCode;

    @Column(name = "unit_name")
    private @Nullable String unitName;

    @Column(name = "training_type")
    private @Nullable String trainingType;

    @Column(name = "training_form")
    private @Nullable String trainingForm;

    @Column(name = "training_content")
    private @Nullable String trainingContent;

    @Column(name = "proposal_line_id")
    private @Nullable UUID proposalLineId;

    @SuppressWarnings("NullAway.Init")
    protected PlanLine() {}

    private PlanLine(PlanBlock block, int position, LineRequest request, @Nullable KnownUnit unit) {
        this.id = Ids.next();
        this.planId = block.planId();
        this.block = block;
        this.position = position;
        this.code = request.code();
        this.name = PlainText.of(request.name());
        this.status = block.status();
        this.classes = request.classes();
        this.places = request.places();
        var target = request.target();
        if (target != null) {
            this.trainingType = target.trainingType();
            this.trainingForm = target.form();
            this.trainingContent = target.content();
            this.proposalLineId = target.proposalLineId();
        }
        if (unit != null) {
            this.unitId = unit.id();
            this.unitCode = unit.code();
            this.unitName = unit.name();
        }
    }

    /** @param unit that the line is for; null: the block as a whole */
    static PlanLine of(PlanBlock block, int position, LineRequest request, @Nullable KnownUnit unit) {
        return new PlanLine(block, position, request, unit);
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
