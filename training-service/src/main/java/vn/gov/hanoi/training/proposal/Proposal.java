package vn.gov.hanoi.training.proposal;

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
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalLineRequest;

/** What a unit proposes for the plan of a year. */
@Entity
@Table(name = "plan_proposals")
class Proposal {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    private int year;

    @Column(name = "unit_id")
    private UUID unitId;

    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "unit_name")
    private String unitName;

    private boolean city;

    @Enumerated(EnumType.STRING)
    private ProposalState state = ProposalState.DRAFT;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "updated_by")
    private String updatedBy;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "returned_by")
    private @Nullable String returnedBy;

    @Column(name = "return_reason")
    private @Nullable String returnReason;

    @OneToMany(mappedBy = "proposal", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ProposalLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Proposal() {}

    private Proposal(int year, KnownUnit unit, Instant at, String by) {
        this.id = Ids.next();
        this.year = year;
        this.unitId = unit.id();
        this.unitCode = unit.code();
        this.unitName = unit.name();
        this.city = unit.isCity();
        this.createdAt = at;
        this.createdBy = by;
        this.updatedBy = by;
    }

    static Proposal draft(int year, KnownUnit unit, Instant at, String by) {
        return new Proposal(year, unit, at, by);
    }

    /** Whether its lines may be replaced. Refusal: training.proposal-not-editable. */
    void requireEditable() {
        if (!state.isEditable()) {
            throw new Refused(Refusal.of(TrainingProblem.PROPOSAL_STATE_DIFFERS, "state", state.name()));
        }
    }

    /** @param by who writes the lines anew */
    void clearLines(String by) {
        lines.clear();
        updatedBy = by;
    }

    /** @param costed cost sheets by index of the line, of lines that have one */
    void addLines(List<ProposalLineRequest> requests, Map<Integer, CostedLine> costed) {
        for (var request : requests) {
            lines.add(ProposalLine.of(this, lines.size(), request, costed.get(lines.size())));
        }
    }

    /** Which last day holds for it. */
    PlanningStep step() {
        if (city) {
            return PlanningStep.COSTING;
        }
        return lines.stream().anyMatch(ProposalLine::hasSources)
                ? PlanningStep.CONSOLIDATION
                : PlanningStep.UNIT_PROPOSAL;
    }

    /** Refusals: training.proposal-state-differs, -proposal-empty, -estimate-missing. */
    void submit(@Nullable LocalDate due, Instant at, String by) {
        requireNext(ProposalState.SUBMITTED);
        var found = new ArrayList<Refusal>();
        if (lines.isEmpty()) {
            found.add(Refusal.of(TrainingProblem.PROPOSAL_EMPTY));
        }
        for (int i = 0; city && i < lines.size(); i++) {
            if (!lines.get(i).isCosted()) {
                found.add(Refusal.of(TrainingProblem.ESTIMATE_MISSING).at("/lines/" + i + "/estimateVnd"));
            }
        }
        Refused.ifAny(found);
        state = ProposalState.SUBMITTED;
        submittedAt = at;
        submittedBy = by;
        dueOn = due;
        returnedBy = null;
        returnReason = null;
    }

    /** Refusals: training.proposal-state-differs; authority.own-act for who drafted, wrote or submitted it. */
    void sendBack(String reason, String by) {
        requireNext(ProposalState.RETURNED);
        if (by.equals(submittedBy) || by.equals(createdBy) || by.equals(updatedBy)) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        state = ProposalState.RETURNED;
        returnedBy = by;
        returnReason = PlainText.of(reason);
    }

    /** Its lines keep what they asked, but no longer hold lines below and needs. Refusal: training.proposal-state-differs. */
    void withdraw() {
        requireNext(ProposalState.WITHDRAWN);
        lines.forEach(ProposalLine::free);
        state = ProposalState.WITHDRAWN;
    }

    private void requireNext(ProposalState next) {
        if (!state.canBecome(next)) {
            throw new Refused(Refusal.of(TrainingProblem.PROPOSAL_STATE_DIFFERS, "state", state.name()));
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int year() {
        return year;
    }

    UUID unitId() {
        return unitId;
    }

    boolean isOfCity() {
        return city;
    }
}
