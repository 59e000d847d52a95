package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.SheetApi.AdviceData;
import vn.gov.hanoi.evaluation.monthly.SheetCase.Presented;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Details;
import vn.gov.hanoi.evaluation.monthly.SheetEntry.Kind;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.score.Scoring;
import vn.gov.hanoi.evaluation.score.Sheet.Advice;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Keeps what a supporting channel says of a sheet (kênh hỗ trợ: giám đốc sở chuyên ngành kiểm điểm, chủ tịch huyện chấm điểm). It is for
 * the decider to see; the points follow it only with the weight that the rule set gives the channel (domain 11, default 18: 0).
 */
@ApplicationScoped
class AdviseSheet {
    private final SheetDesk desk;
    private final SheetJournal journal;

    AdviseSheet(SheetDesk desk, SheetJournal journal) {
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * One advice of each channel; a newer one takes its place, and the state stays what it is.
     *
     * <p>Refusals: those of {@link SheetDesk#hold}; score.channel-unknown for a channel that the rules do not have for this person,
     * evaluation.channel-not-held, score.out-of-range, text.control-character.
     */
    @Transactional
    Answer advise(UUID id, @Nullable String ifMatch, AdviceData data, Caller caller) {
        var at = desk.hold(id, ifMatch, Act.ADVISE, caller);
        var channel = at.evaluators()
                .channel(data.channel())
                .orElseThrow(() -> new Refused(
                        Refusal.of(EvaluationProblem.SCORE_CHANNEL_UNKNOWN).at("/data/channel")));
        if (!at.relation().advisers().containsKey(channel.code())) {
            throw new Refused(Refusal.of(EvaluationProblem.EVALUATION_CHANNEL_NOT_HELD, "channel", channel.code())
                    .at("/data/channel"));
        }
        var evidence = GivenWork.texts("/data/evidence/", data.evidence());
        GivenWork.check(Collections.singletonMap("/data/comment", data.comment()));
        var advice = new Advice(channel.row().subject(), channel.code(), data.points());
        var left = at.sheet().content().advised(replaced(at.sheet().content(), advice));
        Refused.ifAny(faults(at, left));
        var details =
                Details.of(GivenWork.text(data.comment())).evidence(evidence).advice(advice);
        return journal.keep(
                at.advising(channel.code()),
                at.sheet().at(at.sheet().state(), left),
                new SheetJournal.Step(Act.ADVISE, Kind.ADVICE, null, details),
                caller);
    }

    private static List<Advice> replaced(Content content, Advice advice) {
        var all = new ArrayList<>(content.advice());
        all.removeIf(each ->
                each.subject().equals(advice.subject()) && each.channel().equals(advice.channel()));
        all.add(advice);
        return all;
    }

    private static List<Refusal> faults(SheetCase at, Content left) {
        var whole = new Presented(java.math.BigDecimal.valueOf(at.sheet().workingDays()), null);
        var said = Content.NONE.advised(left.advice()).extras();
        return Scoring.faults(at.ruleSet(), at.template(), at.input(List.of(), said, whole)).stream()
                .filter(fault -> fault.pointer() != null && fault.pointer().startsWith("/advice/"))
                .map(fault -> fault.at("/data/points"))
                .toList();
    }
}
