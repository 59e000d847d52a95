package vn.gov.hanoi.training.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;

/** A signed decision about a plan, with the blocks it assigned. Never changed; a later decision adjusts. */
@Entity
@Table(name = "plan_decisions")
class PlanDecision {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "plan_id")
    private UUID planId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private DecisionKind kind;

    private String number;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column(name = "issuer_unit_id")
    private UUID issuerUnitId;

    @Column(name = "issuer_code")
    private String issuerCode;

    @Column(name = "issuer_name")
    private String issuerName;

    @Column(name = "legal_basis")
    private String legalBasis;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @OneToMany(mappedBy = "decision", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<PlanBlock> blocks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PlanDecision() {}

    private PlanDecision(UUID planId, PlanDecisionRequest request, KnownUnit issuer, Recorded recorded) {
        this.id = Ids.next();
        this.planId = planId;
        this.kind = request.kind();
        this.number = PlainText.of(request.decision().number());
        this.signedOn = request.decision().signedOn();
        this.issuerUnitId = issuer.id();
        this.issuerCode = issuer.code();
        this.issuerName = issuer.name();
        this.legalBasis = PlainText.of(request.legalBasis());
        this.createdAt = recorded.at();
        this.createdBy = recorded.by();
    }

    /**
     * Assigns the quota and money of the plan's year.
     *
     * <p>Refusals: training.code-repeated, training.line-quota-missing, training.line-quota-premature,
     * training.total-too-large; all of them together, each with its place in the request.
     *
     * @param units unit by code of line, where a line has one
     */
    static PlanDecision assign(
            Plan plan, PlanDecisionRequest request, KnownUnit issuer, Map<String, KnownUnit> units, Recorded recorded) {
        Refused.ifAny(PlanRules.refusals(request.blockList()));
        var decision = new PlanDecision(plan.id(), request, issuer, recorded);
        int firstLine = 0;
        for (var block : request.blockList()) {
            decision.blocks.add(PlanBlock.of(decision, decision.blocks.size(), firstLine, block, units));
            firstLine += block.lines().size();
        }
        return decision;
    }

    /** Changes the plan; what it changes is kept beside it, in versions. */
    static PlanDecision change(UUID planId, PlanDecisionRequest request, KnownUnit issuer, Recorded recorded) {
        return new PlanDecision(planId, request, issuer, recorded);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID planId() {
        return planId;
    }

    String number() {
        return number;
    }

    DecisionKind kind() {
        return kind;
    }

    Instant recordedAt() {
        return createdAt;
    }

    LocalDate signedOn() {
        return signedOn;
    }

    List<PlanBlock> blocks() {
        return List.copyOf(blocks);
    }
}
