package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Extras;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Result;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Value;
import vn.gov.hanoi.evaluation.monthly.RecomputeApi.RecomputeData;
import vn.gov.hanoi.evaluation.monthly.RecomputeApi.RecomputeRequest;
import vn.gov.hanoi.evaluation.monthly.RecomputeApi.RecomputedView;
import vn.gov.hanoi.evaluation.monthly.SheetApi.CorrectRequest;
import vn.gov.hanoi.evaluation.monthly.SheetApi.DecideData;
import vn.gov.hanoi.evaluation.monthly.SheetCase.Presented;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.monthly.WorkApi.DisciplineRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.Effect;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Computes a stored result again from its stored inputs, which gives the same for ever. Where an input was replaced since, a decision makes
 * a new revision from the same marks and the input that stands now, by the way of every correction.
 */
@ApplicationScoped
class RecomputeSheet {
    private final SheetDesk desk;
    private final SheetFlagRepository flags;
    private final SheetVisibilityQueries visibility;
    private final CorrectSheet correct;
    private final DecisionDesk decisions;
    private final SheetViews views;

    RecomputeSheet(
            SheetDesk desk,
            SheetFlagRepository flags,
            SheetVisibilityQueries visibility,
            CorrectSheet correct,
            DecisionDesk decisions,
            SheetViews views) {
        this.desk = desk;
        this.flags = flags;
        this.visibility = visibility;
        this.correct = correct;
        this.decisions = decisions;
        this.views = views;
    }

    /**
     * Without a decision nothing is changed, and whoever sees the points may ask.
     *
     * <p>Refusals: those of {@link SheetDesk#see}, authority.missing, and those of {@link ExplainSheet#recompute}; with a decision those of
     * {@link SheetDesk#hold} and {@link CorrectSheet#revise}, evaluation.reason-missing.
     */
    @Transactional
    Answer recompute(UUID id, @Nullable String ifMatch, RecomputeRequest request, Caller caller) {
        var decision = request.decision();
        if (decision == null) {
            return compare(id, caller);
        }
        var reason = request.reason();
        if (reason == null) {
            throw new Refused(
                    Refusal.of(EvaluationProblem.EVALUATION_REASON_MISSING).at("/reason"));
        }
        var at = desk.hold(id, ifMatch, Act.RECOMPUTE, caller);
        var stored = ExplainSheet.recompute(at);
        var present = present(at);
        var asked = data(at, request.data(), kept(at, stored, present));
        var revision = correct.revise(at, new CorrectRequest(reason, decision, asked), caller);
        var after = desk.again(revision.id(), caller);
        return answer(
                after,
                stored,
                List.of(
                        recomputed(at, stored),
                        new Effect(subject(at), "SUPERSEDED", facts(at.sheet()), facts(revision))),
                caller);
    }

    private Answer compare(UUID id, Caller caller) {
        var seen = desk.see(id, caller);
        if (!visibility.seesPoints(caller, seen)) {
            throw new Refused(EvaluationProblem.AUTHORITY_MISSING);
        }
        var stored = ExplainSheet.recompute(seen);
        var effects = new ArrayList<Effect>();
        effects.add(recomputed(seen, stored));
        if (seen.guard().outdated()) {
            var present = present(seen);
            effects.add(new Effect(
                    subject(seen),
                    "SUPERSEDED",
                    facts(seen.sheet()),
                    facts(level(seen), present, kept(seen, stored, present))));
        }
        return answer(seen, stored, effects, caller);
    }

    private Answer answer(SheetCase shown, Score stored, List<Effect> effects, Caller caller) {
        return Answer.ok(
                new RecomputedView(
                        views.full(shown, caller), stored.explanation().digest(), effects),
                shown.sheet().rowVersion());
    }

    private static String subject(SheetCase at) {
        return "evaluations/" + at.sheet().id();
    }

    private static Effect recomputed(SheetCase at, Score stored) {
        return new Effect(
                subject(at),
                "RECOMPUTED",
                Map.of("digest", result(at.sheet()).digest()),
                Map.of("digest", stored.explanation().digest()));
    }

    private static Result result(EvaluationSheet sheet) {
        return Objects.requireNonNull(sheet.result());
    }

    /** The level that stands now; the one that went into the result if it does. */
    private @Nullable Grade level(SheetCase at) {
        return flags.open(at.sheet().id()).stream()
                .filter(flag -> flag.kind() == SheetFlag.Kind.UNIT_LEVEL)
                .findFirst()
                .map(flag -> Objects.requireNonNull(flag.stands()))
                .orElseGet(() -> extras(at.sheet()).unitGrade());
    }

    private static Extras extras(EvaluationSheet sheet) {
        var extras = sheet.content().extras();
        return extras == null ? Extras.NONE : extras;
    }

    /** What the same marks give with the level that stands now, and with what is recorded about the person now. */
    private Score present(SheetCase at) {
        var result = result(at.sheet());
        var was = extras(at.sheet());
        var recorded = decisions.recorded(at);
        var extras = new Extras(
                        was.bonuses(),
                        was.deductions(),
                        was.products(),
                        was.factors(),
                        level(at),
                        recorded.with(recorded.typed(was.disciplines())),
                        was.advice())
                .charged(Charging.takenAgain(at.ruleSet().rules(), decisions.charged(at), was.charges()));
        return at.score(
                new Content(at.sheet().content().marks(), extras),
                new Presented(result.presenceDays(), result.notRated()));
    }

    /** A grade that the decider had lowered stays lowered, as far as it still is below the computed one; null for the computed one. */
    private static @Nullable Grade kept(SheetCase at, Score stored, Score present) {
        var value = result(at.sheet()).value();
        var computed = stored.value();
        var now = present.value();
        if (value == null || computed == null || now == null || value.grade() == computed.grade()) {
            return null;
        }
        return value.grade().isBetterThan(now.grade()) ? null : value.grade();
    }

    private DecideData data(SheetCase at, @Nullable RecomputeData given, @Nullable Grade grade) {
        var result = result(at.sheet());
        return new DecideData(
                result.presenceDays(),
                result.notRated(),
                null,
                null,
                grade,
                null,
                decisions.recorded(at).typed(extras(at.sheet()).disciplines()).stream()
                        .map(each -> new DisciplineRequest(each.decision(), each.effectiveOn(), each.partyOnly()))
                        .toList(),
                given == null ? null : given.collective(),
                given == null ? null : given.minutes(),
                given == null ? null : given.meeting(),
                null,
                Charging.waivers(decisions.charged(at), at.sheet().content().charges()));
    }

    private static Map<String, @Nullable Object> facts(EvaluationSheet sheet) {
        return facts(extras(sheet).unitGrade(), result(sheet).value());
    }

    private static Map<String, @Nullable Object> facts(@Nullable Grade level, Score present, @Nullable Grade kept) {
        var value = present.value();
        return facts(
                level,
                value == null
                        ? null
                        : new Value(value.points(), value.gradeByPoints(), kept == null ? value.grade() : kept));
    }

    private static Map<String, @Nullable Object> facts(@Nullable Grade level, @Nullable Value value) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("unitLevel", level);
        facts.put("points", value == null ? null : value.points());
        facts.put("gradeByPoints", value == null ? null : value.gradeByPoints());
        facts.put("grade", value == null ? null : value.grade());
        return facts;
    }
}
