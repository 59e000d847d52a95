package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.paper.ExamApi.CriterionPart;
import vn.gov.hanoi.selection.paper.ExamApi.ExamView;
import vn.gov.hanoi.selection.paper.ExamApi.SchemeView;

/** Shows a written round, with what the caller can do about it today. Inside the transaction that loaded it. */
@ApplicationScoped
class ExamViews {
    static final String ADDRESS = "/selection/v1/written-exams/";

    /** Who must know the scheme when papers are marked; nobody of them before the papers are written. */
    private static final Set<Body> MARKERS = Set.of(Body.MARKING, Body.REMARKING);

    private final ExamDesk desk;
    private final Envelopes envelopes;
    private final Problems problems;

    ExamViews(ExamDesk desk, Envelopes envelopes, Problems problems) {
        this.desk = desk;
        this.envelopes = envelopes;
        this.problems = problems;
    }

    /** @param locale language of the reasons in {@code _actions}; everything else does not depend on it */
    ExamView of(ExamDesk.Laid laid, Locale locale) {
        var exam = laid.exam();
        int keys = exam.firstKey() == null ? 0 : exam.secondKey() == null ? 1 : 2;
        return new ExamView(
                exam.id(),
                Etags.of(exam.version()),
                exam.stage(),
                exam.startsOn(),
                exam.startsAt().toString(),
                exam.minutes(),
                exam.schemeDigest(),
                keys,
                exam.publishedOn(),
                exam.objectionsUntil(),
                exam.remarkUntil(),
                exam.remarkedOn(),
                exam.version(),
                exam.changedAt(),
                actions(laid, locale));
    }

    private List<ActionView> actions(ExamDesk.Laid laid, Locale locale) {
        var guard = desk.guard(laid);
        return Arrays.stream(ExamGuard.Act.values())
                .filter(act -> act != ExamGuard.Act.SCHEME)
                .map(act -> action(ADDRESS + laid.exam().id(), act.verb(), act.needs(), guard.refusals(act), locale))
                .toList();
    }

    ActionView action(String address, String verb, List<String> needs, List<Refusal> refusals, Locale locale) {
        return new ActionView(
                verb,
                address + "/actions/" + verb,
                refusals.isEmpty(),
                needs,
                refusals.stream().map(each -> problems.item(each, locale)).toList());
    }

    /** Refusal: resource.not-found for who must not know it, as for none. */
    SchemeView scheme(ExamDesk.Laid laid) {
        var exam = laid.exam();
        var sits = laid.place().sits();
        boolean marks = exam.stage() != ExamStage.PLANNED && sits.stream().anyMatch(MARKERS::contains);
        if (!exam.hasScheme() || !(marks || sits.contains(Body.QUESTION))) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        var scheme = envelopes.open(exam.scheme(), "written-scheme", exam.id(), new TypeReference<Scheme>() {});
        return new SchemeView(
                Etags.of(exam.version()),
                Objects.requireNonNull(exam.schemeDigest()),
                scheme.criteria().stream()
                        .map(each -> new CriterionPart(each.code(), each.title(), new BigDecimal(each.maximum())))
                        .toList());
    }
}
