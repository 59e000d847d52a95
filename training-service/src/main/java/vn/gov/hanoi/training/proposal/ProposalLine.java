package vn.gov.hanoi.training.proposal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalLineRequest;

/** What a unit asks for, in one line; with the lines of units below that went into it. */
@Entity
@Table(name = "plan_proposal_lines")
class ProposalLine {
    @Id
    private UUID id;

    /** Owning side of the mapping; nobody asks for it. */
    @SuppressWarnings("UnusedVariable")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "proposal_id")
    private Proposal proposal;

    @Column(name = "position")
    private int position;

    @Column(name = "name")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_source")
    private FundingSource fundingSource;

    @Column(name = "training_type")
    private @Nullable String trainingType;

    @Column(name = "training_form")
    private @Nullable String trainingForm;

    @Column(name = "training_content")
    private @Nullable String trainingContent;

    @SuppressWarnings("UnusedVariable")
    private int classes;

    @SuppressWarnings("UnusedVariable")
    private int places;

    @Column(name = "estimate_vnd")
    private @Nullable Long estimateVnd;

    @Column(name = "cost_sheet")
    private @Nullable String costSheet;

    @ElementCollection
    @CollectionTable(name = "plan_proposal_sources", joinColumns = @JoinColumn(name = "line_id"))
    @Column(name = "source_line_id")
    private Set<UUID> sources = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "plan_proposal_needs", joinColumns = @JoinColumn(name = "line_id"))
    @Column(name = "need_id")
    private Set<UUID> needs = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected ProposalLine() {}

    private ProposalLine(Proposal proposal, int position, ProposalLineRequest request, @Nullable CostedLine costed) {
        this.id = Ids.next();
        this.proposal = proposal;
        this.position = position;
        this.name = PlainText.of(request.name());
        this.fundingSource = request.fundingSource();
        this.trainingType = request.trainingType();
        this.trainingForm = request.form();
        this.trainingContent = request.content();
        this.classes = request.classes();
        this.places = request.places();
        this.estimateVnd = costed == null ? request.estimateVnd() : Long.valueOf(costed.totalVnd());
        this.costSheet = costed == null ? null : costed.json();
        this.sources.addAll(request.sourceList());
        this.needs.addAll(request.needList());
    }

    /** @param costed its cost sheet; null if it has none */
    static ProposalLine of(Proposal proposal, int position, ProposalLineRequest request, @Nullable CostedLine costed) {
        return new ProposalLine(proposal, position, request, costed);
    }

    void free() {
        sources.clear();
        needs.clear();
    }

    boolean isCosted() {
        return estimateVnd != null;
    }

    boolean hasSources() {
        return !sources.isEmpty();
    }
}
