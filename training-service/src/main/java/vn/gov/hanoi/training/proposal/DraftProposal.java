package vn.gov.hanoi.training.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.codelist.CodeListName;
import vn.gov.hanoi.training.codelist.CodeListQueries;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalLineRequest;
import vn.gov.hanoi.training.proposal.ProposalApi.ProposalRequest;

/** Drafts proposals and replaces the lines of drafts. */
@ApplicationScoped
class DraftProposal {
    private final Directory directory;
    private final CodeListQueries codes;
    private final CostSheets costs;
    private final ProposalRepository proposals;
    private final AuditTrail audit;
    private final Clock clock;

    DraftProposal(
            Directory directory,
            CodeListQueries codes,
            CostSheets costs,
            ProposalRepository proposals,
            AuditTrail audit,
            Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.costs = costs;
        this.proposals = proposals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Drafts the proposal of a unit. Refusals: training.unit-unknown, -unit-not-in-force, -proposal-exists, -funding-source-differs,
     * -code-not-in-force, -source-line-unknown, -source-line-taken, -need-unknown, -need-taken, -funding-source-mixed, and those of the costing.
     */
    @Transactional
    Proposal draft(ProposalRequest request, Caller caller) {
        var unit = directory.inForce(request.unitId(), LocalDate.now(clock), "/unitId");
        Refused.ifAny(refusals(request.year(), unit, request.lines()));
        var proposal = Proposal.draft(request.year(), unit, clock.instant(), caller.subject());
        proposal.addLines(request.lines(), costs.of(request.lines()));
        proposals.add(proposal);
        record("plan-proposal.draft", proposal, request.lines().size(), caller);
        return proposal;
    }

    /** Replaces the lines. Refusals: those of drafting, training.proposal-state-differs, precondition.required, precondition.failed. */
    @Transactional
    Proposal replace(UUID id, @Nullable String ifMatch, List<ProposalLineRequest> lines, Caller caller) {
        var proposal = proposals.forChange(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        Etags.require(ifMatch, proposal.version());
        proposal.requireEditable();
        var unit = directory.inForce(proposal.unitId(), LocalDate.now(clock), "/unitId");
        Refused.ifAny(refusals(proposal.year(), unit, lines));
        var costed = costs.of(lines);
        proposal.clearLines(caller.subject());
        proposals.flush();
        proposal.addLines(lines, costed);
        proposals.flush();
        record("plan-proposal.update", proposal, lines.size(), caller);
        return proposal;
    }

    private List<Refusal> refusals(int year, KnownUnit unit, List<ProposalLineRequest> lines) {
        var found = new ArrayList<Refusal>();
        var wanted = lines.stream().flatMap(line -> line.sourceList().stream()).toList();
        var sources = proposals.sources(wanted, year, unit.id());
        var needs = proposals.needs(
                lines.stream().flatMap(line -> line.needList().stream()).toList(), unit.id());
        for (int i = 0; i < lines.size(); i++) {
            var place = "/lines/" + i;
            ofLine(year, unit, lines.get(i), place, found);
            for (int j = 0; j < lines.get(i).needList().size(); j++) {
                if (!needs.contains(lines.get(i).needList().get(j))) {
                    found.add(Refusal.of(TrainingProblem.NEED_UNKNOWN).at(place + "/needIds/" + j));
                }
            }
            for (int j = 0; j < lines.get(i).sourceList().size(); j++) {
                ofSource(
                        sources.get(lines.get(i).sourceList().get(j)),
                        lines.get(i).fundingSource(),
                        place + "/sources/" + j,
                        found);
            }
        }
        return found;
    }

    private void ofLine(int year, KnownUnit unit, ProposalLineRequest line, String place, List<Refusal> found) {
        var required = unit.insideDistrict() ? FundingSource.DISTRICT_BUDGETS : FundingSource.CITY_BUDGET;
        if (!unit.isCity() && line.fundingSource() != required) {
            found.add(Refusal.of(
                            TrainingProblem.FUNDING_SOURCE_DIFFERS,
                            "fundingSource",
                            line.fundingSource().name(),
                            "required",
                            required.name())
                    .at(place + "/fundingSource"));
        }
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        codes.refusal(CodeListName.TRAINING_TYPES, line.trainingType(), first, last, place + "/trainingType")
                .ifPresent(found::add);
        codes.refusal(CodeListName.TRAINING_FORMS, line.form(), first, last, place + "/form")
                .ifPresent(found::add);
        codes.refusal(CodeListName.TRAINING_CONTENTS, line.content(), first, last, place + "/content")
                .ifPresent(found::add);
    }

    private static void ofSource(
            @Nullable FundingSource source, FundingSource required, String place, List<Refusal> found) {
        if (source == null) {
            found.add(Refusal.of(TrainingProblem.SOURCE_LINE_UNKNOWN).at(place));
        } else if (source != required) {
            found.add(Refusal.of(TrainingProblem.FUNDING_SOURCE_MIXED).at(place));
        }
    }

    private void record(String action, Proposal proposal, int lines, Caller caller) {
        var details = Map.of("year", proposal.year(), "lines", lines);
        audit.record(caller, new AuditTrail.Act(action, "plan-proposals", proposal.id(), proposal.unitId(), details));
    }
}
