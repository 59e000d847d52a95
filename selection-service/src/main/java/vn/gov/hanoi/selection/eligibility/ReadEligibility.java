package vn.gov.hanoi.selection.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.condition.Condition;
import vn.gov.hanoi.selection.condition.ConditionSet;
import vn.gov.hanoi.selection.condition.ConditionSets;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.condition.Outcome;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.CheckView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.ChecksView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.ConditionSetView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.ConditionSetsView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.ConditionView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.EvidenceView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.FindingView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.OverrideView;
import vn.gov.hanoi.selection.eligibility.EligibilityApi.TitleView;

/** Shows findings to those who may know of the application, and conditions to every official. */
@ApplicationScoped
class ReadEligibility {
    private final ApplicationDesk desk;
    private final EligibilityRepository checks;

    ReadEligibility(ApplicationDesk desk, EligibilityRepository checks) {
        this.desk = desk;
        this.checks = checks;
    }

    /** Refusal: resource.not-found. */
    @Transactional
    ChecksView checks(UUID applicationId, Caller caller) {
        desk.see(applicationId, caller);
        return of(applicationId);
    }

    /** Inside the transaction of an act that was allowed. */
    ChecksView of(UUID applicationId) {
        var standing = checks.standing(applicationId);
        var all = standing.checks();
        return new ChecksView(IntStream.range(0, all.size())
                .mapToObj(i -> view(
                        all.get(i),
                        i == 0
                                ? List.of()
                                : all.get(i - 1).differencesTo(all.get(i).findings()),
                        standing))
                .toList()
                .reversed());
    }

    private static CheckView view(EligibilityCheck check, List<String> changed, Standing standing) {
        var findings = check.findings().stream()
                .map(finding -> view(check, finding, standing))
                .toList();
        return new CheckView(
                check.id(),
                check.number(),
                check.kind(),
                check.madeOn(),
                check.cutOff(),
                check.conditionSet(),
                check.conditionSetVersion(),
                check.digest(),
                check.madeAt(),
                findings.stream().allMatch(each -> each.outcome() == Outcome.MET || each.override() != null),
                changed,
                findings);
    }

    private static FindingView view(EligibilityCheck check, Finding finding, Standing standing) {
        return new FindingView(
                finding.condition(),
                finding.outcome(),
                finding.reason(),
                finding.until(),
                finding.overridable(),
                standing.waiver(check, finding)
                        .map(waiver -> new OverrideView(waiver.reason(), waiver.decision(), waiver.madeAt()))
                        .orElse(null),
                finding.evidence().stream()
                        .map(each -> new EvidenceView(each.kind(), each.id(), each.version(), each.day()))
                        .toList());
    }

    static ConditionSetsView conditionSets() {
        return new ConditionSetsView(ConditionSets.shipped().all().stream()
                .map(set -> new ConditionSetView(
                        set.code(),
                        set.version(),
                        title(set.title()),
                        set.validFrom(),
                        set.validTo(),
                        set.legalCheck(),
                        set.conditions().stream().map(each -> view(set, each)).toList()))
                .toList());
    }

    private static ConditionView view(ConditionSet set, Condition condition) {
        return new ConditionView(
                condition.code(),
                condition.rule().name(),
                title(condition.title()),
                set.basis(condition).number(),
                condition.confidence(),
                condition.overridable(),
                condition.candidates());
    }

    private static TitleView title(Condition.Title title) {
        return new TitleView(title.vi(), title.en());
    }
}
