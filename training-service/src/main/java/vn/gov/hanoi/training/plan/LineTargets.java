package vn.gov.hanoi.training.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.codelist.CodeListName;
import vn.gov.hanoi.training.codelist.CodeListQueries;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.plan.PlanDecisionApi.LineRequest;
import vn.gov.hanoi.training.plan.PlanDecisionApi.PlanDecisionRequest;
import vn.gov.hanoi.training.proposal.Proposals;

/** Checks whom and what lines are for; inside the transaction of the decision. */
@ApplicationScoped
class LineTargets {
    private final Directory directory;
    private final CodeListQueries codes;
    private final Proposals proposals;

    LineTargets(Directory directory, CodeListQueries codes, Proposals proposals) {
        this.directory = directory;
        this.codes = codes;
        this.proposals = proposals;
    }

    /** A line that a decision names, with the source that pays for it and its place in the request. */
    record Named(LineRequest line, FundingSource source, String pointer) {}

    /**
     * The units of the lines of an assigning decision by code of line. Refusals: training.unit-unknown,
     * training.unit-not-in-force, training.funding-source-differs, training.code-not-in-force, training.proposal-line-unknown,
     * training.funding-source-mixed, authority.own-act.
     */
    Map<String, KnownUnit> units(PlanDecisionRequest request, Caller caller) {
        var named = new ArrayList<Named>();
        for (int i = 0; i < request.blockList().size(); i++) {
            var block = request.blockList().get(i);
            for (int j = 0; j < block.lines().size(); j++) {
                named.add(new Named(block.lines().get(j), block.fundingSource(), "/blocks/" + i + "/lines/" + j));
            }
        }
        return units(request, named, caller);
    }

    /** The same for lines that are added later. */
    Map<String, KnownUnit> units(PlanDecisionRequest request, List<Named> named, Caller caller) {
        var units = new HashMap<String, KnownUnit>();
        var found = new ArrayList<Refusal>();
        for (var each : named) {
            var target = each.line().target();
            if (target == null) {
                continue;
            }
            var pointer = each.pointer() + "/target";
            if (target.unitId() != null) {
                units.put(
                        each.line().code(),
                        unit(target.unitId(), request.decision().signedOn(), each.source(), pointer + "/unitId"));
            }
            if (target.proposalLineId() != null) {
                proposals.requireDecidable(
                        target.proposalLineId(), request.year(), each.source(), caller, pointer + "/proposalLineId");
            }
            var first = LocalDate.of(request.year(), 1, 1);
            var last = LocalDate.of(request.year(), 12, 31);
            codes.refusal(CodeListName.TRAINING_TYPES, target.trainingType(), first, last, pointer + "/trainingType")
                    .ifPresent(found::add);
            codes.refusal(CodeListName.TRAINING_FORMS, target.form(), first, last, pointer + "/form")
                    .ifPresent(found::add);
            codes.refusal(CodeListName.TRAINING_CONTENTS, target.content(), first, last, pointer + "/content")
                    .ifPresent(found::add);
        }
        Refused.ifAny(found);
        return units;
    }

    /** A unit that money or quota of the source is given to. Refusals as above without codes. */
    KnownUnit unit(UUID unitId, LocalDate day, FundingSource source, String pointer) {
        var unit = directory.inForce(unitId, day, pointer);
        var required = unit.insideDistrict() ? FundingSource.DISTRICT_BUDGETS : FundingSource.CITY_BUDGET;
        if (source != required) {
            throw new Refused(Refusal.of(
                            TrainingProblem.FUNDING_SOURCE_DIFFERS,
                            "fundingSource",
                            source.name(),
                            "required",
                            required.name())
                    .at(pointer));
        }
        return unit;
    }
}
