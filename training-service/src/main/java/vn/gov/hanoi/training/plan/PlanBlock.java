package vn.gov.hanoi.training.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.money.Money;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.plan.PlanDecisionApi.BlockRequest;

/** A block (khối) of a plan: lines that one budget of one funding source pays for. */
@Entity
@Table(name = "plan_blocks")
class PlanBlock {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "plan_id")
    private UUID planId;

    /** Owning side of the mapping; nobody asks for it. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "decision_id")
    private PlanDecision decision;

    @Column(name = "position")
    private int position;

    private String code;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_source")
    private FundingSource fundingSource;

    @Column(name = "budget_vnd")
    private long budgetVnd;

    @Enumerated(EnumType.STRING)
    private AssignmentStatus status;

    @OneToMany(mappedBy = "block", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<PlanLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PlanBlock() {}

    private PlanBlock(PlanDecision decision, int position, BlockRequest request) {
        this.id = Ids.next();
        this.planId = decision.planId();
        this.decision = decision;
        this.position = position;
        this.code = request.code();
        this.name = PlainText.of(request.name());
        this.fundingSource = request.fundingSource();
        this.budgetVnd = request.budgetVnd();
        this.status = request.status();
    }

    /**
     * @param firstLine position of the block's first line among all lines of the plan
     * @param units unit by code of line, where a line has one
     */
    static PlanBlock of(
            PlanDecision decision, int position, int firstLine, BlockRequest request, Map<String, KnownUnit> units) {
        var block = new PlanBlock(decision, position, request);
        for (var line : request.lines()) {
            block.lines.add(PlanLine.of(block, firstLine + block.lines.size(), line, units.get(line.code())));
        }
        return block;
    }

    UUID id() {
        return id;
    }

    UUID planId() {
        return planId;
    }

    String code() {
        return code;
    }

    FundingSource fundingSource() {
        return fundingSource;
    }

    Money budget() {
        return new Money(budgetVnd);
    }

    AssignmentStatus status() {
        return status;
    }

    List<PlanLine> lines() {
        return List.copyOf(lines);
    }
}
