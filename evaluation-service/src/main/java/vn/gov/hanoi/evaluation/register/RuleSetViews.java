package vn.gov.hanoi.evaluation.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetApi.ActionView;
import vn.gov.hanoi.evaluation.register.RuleSetApi.ApplicationView;
import vn.gov.hanoi.evaluation.register.RuleSetApi.BasisView;
import vn.gov.hanoi.evaluation.register.RuleSetApi.Blocker;
import vn.gov.hanoi.evaluation.register.RuleSetApi.LegalCheckView;
import vn.gov.hanoi.evaluation.register.RuleSetApi.OpenPointView;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetSummary;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetView;
import vn.gov.hanoi.evaluation.register.RuleSetApi.TitleView;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Act;
import vn.gov.hanoi.evaluation.register.RuleSetRecord.Check;
import vn.gov.hanoi.evaluation.ruleset.Application;
import vn.gov.hanoi.evaluation.ruleset.LegalBasis;
import vn.gov.hanoi.evaluation.ruleset.OpenPoint;
import vn.gov.hanoi.evaluation.ruleset.RuleSetHeader;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;

/** Shows versions of rule sets. */
final class RuleSetViews {
    static final String PATH = "/evaluation/v1/rule-sets/";

    private RuleSetViews() {}

    static RuleSetSummary summary(RuleSetRecord entry) {
        var head = entry.head();
        return new RuleSetSummary(
                entry.id(),
                Etags.of(entry.rowVersion()),
                head.code(),
                head.version(),
                head.kind(),
                entry.status(),
                new TitleView(head.title().vi(), head.title().en()),
                head.effectiveFrom(),
                head.effectiveTo(),
                List.copyOf(new TreeSet<>(head.periods())),
                head.digest(),
                entry.shipped(),
                entry.written().at(),
                entry.published() == null ? null : entry.published().at(),
                entry.check() == null ? null : entry.check().recorded().at());
    }

    /** @param cityWide whether the viewer's scope is the whole City */
    static RuleSetView full(
            RuleSetRecord entry,
            RuleSetHeader header,
            List<OpenPoint> open,
            ProblemTexts texts,
            Caller viewer,
            boolean cityWide) {
        var brief = summary(entry);
        var numbers = header.legalBasis().stream().collect(Collectors.toMap(LegalBasis::key, LegalBasis::number));
        return new RuleSetView(
                brief.id(),
                brief.etag(),
                brief.code(),
                brief.version(),
                brief.kind(),
                brief.status(),
                brief.title(),
                brief.effectiveFrom(),
                brief.effectiveTo(),
                brief.periods(),
                brief.digest(),
                brief.shipped(),
                brief.createdAt(),
                brief.publishedAt(),
                brief.officialAt(),
                header.appliesTo().stream().map(RuleSetViews::application).toList(),
                header.legalBasis().stream().map(RuleSetViews::basis).toList(),
                open.stream().map(point -> point(point, numbers)).toList(),
                check(entry.check()),
                blockers(header.with(entry.status(), entry.legalCheck()).ratingBlockers(), texts),
                entry.written().by(),
                entry.changed().by(),
                entry.published() == null ? null : entry.published().by(),
                PATH + entry.id() + "/document",
                List.of(
                        action("publish", entry, entry.refusals(Act.PUBLISH, viewer, cityWide), List.of(), texts),
                        action(
                                "make-official",
                                entry,
                                entry.refusals(Act.MAKE_OFFICIAL, viewer, cityWide),
                                List.of("decision", "data"),
                                texts)));
    }

    static List<Blocker> blockers(List<Refusal> refusals, ProblemTexts texts) {
        return refusals.stream()
                .map(refusal -> new Blocker(
                        refusal.code().code(),
                        refusal.args(),
                        texts.detail(refusal.code(), refusal.args(), Locale.of("vi"))))
                .toList();
    }

    private static ActionView action(
            String verb, RuleSetRecord entry, List<Refusal> refusals, List<String> needs, ProblemTexts texts) {
        var blocked = blockers(refusals, texts);
        return new ActionView(verb, PATH + entry.id() + "/actions/" + verb, blocked.isEmpty(), needs, blocked);
    }

    private static ApplicationView application(Application application) {
        var choice = application.unitSwitch();
        return new ApplicationView(
                List.copyOf(new TreeSet<>(application.categories())),
                List.copyOf(new TreeSet<>(application.unitTypes())),
                application.effectiveFrom(),
                application.effectiveTo(),
                choice == null ? null : choice.code(),
                choice == null || choice.initially(),
                application.source().confidence());
    }

    private static BasisView basis(LegalBasis basis) {
        return new BasisView(
                basis.key(),
                basis.number(),
                basis.issuer(),
                basis.date(),
                basis.article(),
                basis.confidence(),
                basis.note());
    }

    private static OpenPointView point(OpenPoint point, Map<String, String> numbers) {
        var source = point.source();
        return new OpenPointView(
                point.pointer(),
                numbers.getOrDefault(source.basis(), source.basis()),
                source.article(),
                source.confidence(),
                source.note());
    }

    private static @Nullable LegalCheckView check(@Nullable Check check) {
        return check == null
                ? null
                : new LegalCheckView(
                        check.by(), check.document(), check.recorded().by());
    }
}
