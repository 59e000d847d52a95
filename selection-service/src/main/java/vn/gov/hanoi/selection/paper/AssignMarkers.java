package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.paper.ExamGuard.Act;
import vn.gov.hanoi.selection.paper.SheetApi.ScriptView;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Gives scripts to markers: two by lot, a third by name. Who is head, handles applications, had the script or may not judge its writer, is not one of them. */
@ApplicationScoped
class AssignMarkers {
    private static final int MARKINGS = 2;

    private final ExamDesk desk;
    private final SheetRepository sheets;
    private final Judges judges;
    private final Markings markings;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;
    private final SecureRandom random = new SecureRandom();

    AssignMarkers(
            ExamDesk desk,
            SheetRepository sheets,
            Judges judges,
            Markings markings,
            Rounds rounds,
            SelectionDefaultQueries defaults) {
        this.desk = desk;
        this.sheets = sheets;
        this.judges = judges;
        this.markings = markings;
        this.rounds = rounds;
        this.defaults = defaults;
    }

    /** Draws the markers that are missing; those who left lose what they have not sealed. Refusals: those of {@link ExamDesk#hold}, selection.markers-too-few. */
    @Transactional
    ExamDesk.Laid assign(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.ASSIGN, caller);
        draw(laid, Phase.MARKING, sheets.scripts(id));
        laid.exam().touch(rounds.stamp(caller));
        desk.kept("assign", laid, Map.of(), caller);
        return laid;
    }

    /** Refusal: selection.markers-too-few, without saying for which script or why. */
    void draw(ExamDesk.Laid laid, Phase phase, Collection<Script> scripts) {
        var members = judges.members(laid.round(), phase);
        var living = sheets.living(laid.exam().id(), phase);
        var needs = new ArrayList<Lots.Need>();
        var load = new HashMap<UUID, Integer>();
        var byId = new HashMap<UUID, Script>();
        for (var script : scripts) {
            byId.put(script.id(), script);
            var kept = keep(laid, living.getOrDefault(script.id(), List.of()), members, script);
            kept.forEach(each -> load.merge(each.officerId(), 1, Integer::sum));
            long first = kept.stream().filter(each -> each.turn() <= MARKINGS).count();
            if (first < MARKINGS) {
                needs.add(new Lots.Need(
                        script.id(), MARKINGS - (int) first, judges.possible(laid.round(), members, script)));
            }
        }
        sheets.flush();
        var drawn = Lots.draw(needs, load, random).orElseThrow(() -> new Refused(SelectionProblem.MARKERS_TOO_FEW));
        var after = sheets.living(laid.exam().id(), phase);
        drawn.forEach((scriptId, officers) -> {
            var free = new ArrayList<>(List.of(1, 2));
            after.getOrDefault(scriptId, List.of()).forEach(each -> free.remove(Integer.valueOf(each.turn())));
            for (int i = 0; i < officers.size(); i++) {
                sheets.persist(MarkSheet.assign(
                        Objects.requireNonNull(byId.get(scriptId)), phase, free.get(i), officers.get(i), Codes.next()));
            }
        });
    }

    /** What is sealed stays; a draft only with who still sits and may still judge. */
    private List<MarkSheet> keep(ExamDesk.Laid laid, List<MarkSheet> living, Set<UUID> members, Script script) {
        var kept = new ArrayList<MarkSheet>();
        for (var sheet : living) {
            if (sheet.state() == MarkSheet.State.DRAFT
                    && (!members.contains(sheet.officerId())
                            || !judges.mayJudge(laid.round().id(), sheet.officerId(), script))) {
                sheet.drop();
            } else {
                kept.add(sheet);
            }
        }
        return kept;
    }

    /** Names the third marker. Refusals: resource.not-found, selection.exam-stage, selection.third-not-needed, selection.marker-not-possible. */
    @Transactional
    ScriptView third(UUID scriptId, UUID officerId, Caller caller) {
        var script = sheets.script(scriptId).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var laid = desk.alone(script.examId(), caller);
        var phase = phaseOf(laid);
        if (!laid.place().heads().contains(phase.body())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        Refused.ifAny(openTo(laid, phase));
        var living = sheets.living(script.examId(), phase).getOrDefault(scriptId, List.of());
        var rules = defaults.writtenOn(laid.exam().rulesOn());
        if (markings.state(living, rules) != ScriptState.SPREAD) {
            throw new Refused(SelectionProblem.THIRD_NOT_NEEDED);
        }
        var members = judges.members(laid.round(), phase);
        if (!judges.possible(laid.round(), members, script).contains(officerId)) {
            throw new Refused(Refusal.of(SelectionProblem.MARKER_NOT_POSSIBLE).at("/data/officerId"));
        }
        sheets.persistAndFlush(MarkSheet.assign(script, phase, MARKINGS + 1, officerId, Codes.next()));
        desk.record("script.assign", "scripts", scriptId, laid, Map.of(), caller);
        return new ScriptView(scriptId, script.code(), ScriptState.THIRD_MARKING);
    }

    /** For the head of the board that marks now; leaves nothing read. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    void require(UUID scriptId, Caller caller) {
        var script = sheets.script(scriptId).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var laid = desk.look(script.examId(), caller);
        if (!laid.place().heads().contains(phaseOf(laid).body())) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        sheets.unread();
    }

    static Phase phaseOf(ExamDesk.Laid laid) {
        return laid.exam().stage() == ExamStage.PUBLISHED ? Phase.REMARKING : Phase.MARKING;
    }

    /** Whether this marking is going on. */
    List<Refusal> openTo(ExamDesk.Laid laid, Phase phase) {
        return desk.guard(laid).marking(phase);
    }

    /** Scripts with the state of their marking, for the head of the board. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Script, ScriptState> states(ExamDesk.Laid laid, Phase phase) {
        var living = sheets.living(laid.exam().id(), phase);
        var rules = defaults.writtenOn(laid.exam().rulesOn());
        var states = new LinkedHashMap<Script, ScriptState>();
        for (var script : sheets.scripts(laid.exam().id())) {
            var own = living.getOrDefault(script.id(), List.of());
            if (phase == Phase.MARKING || !own.isEmpty()) {
                states.put(script, markings.state(own, rules));
            }
        }
        return states;
    }
}
