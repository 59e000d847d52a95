package vn.gov.hanoi.evaluation.unittask;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.unittask.UnitTask.Act;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.ActionView;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.Blocker;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.EntryView;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskSummary;
import vn.gov.hanoi.evaluation.unittask.UnitTaskApi.UnitTaskView;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Shows tasks. */
final class UnitTaskViews {
    static final String PATH = "/evaluation/v1/unit-tasks/";

    private UnitTaskViews() {}

    /** What speaks against an act for the viewer. */
    interface Guard {
        List<Refusal> refusals(Act act);
    }

    static UnitTaskSummary summary(UnitTask task) {
        var content = task.content();
        var completion = task.completion();
        return new UnitTaskSummary(
                task.id(),
                Etags.of(task.version()),
                task.unitId(),
                task.key(),
                content.document(),
                content.title(),
                content.assignedOn(),
                task.dueOn(),
                content.weight(),
                task.state(),
                completion == null ? null : completion.finishedOn(),
                completion == null ? null : completion.quality(),
                completion != null && completion.exceeded(),
                task.reported());
    }

    static UnitTaskView full(UnitTask task, List<TaskEntry> history, Guard guard, ProblemTexts texts) {
        var brief = summary(task);
        return new UnitTaskView(
                brief.id(),
                brief.etag(),
                brief.unitId(),
                brief.externalKey(),
                brief.documentNumber(),
                brief.title(),
                brief.assignedOn(),
                brief.dueOn(),
                brief.weight(),
                brief.state(),
                brief.finishedOn(),
                brief.quality(),
                brief.exceeded(),
                brief.reported(),
                history.stream().map(UnitTaskViews::entry).toList(),
                Arrays.stream(Act.values())
                        .map(act -> action(
                                act.verb(),
                                PATH + task.id() + act.path(),
                                act.needs(),
                                blockers(guard.refusals(act), texts)))
                        .toList());
    }

    static ActionView action(String verb, String href, List<String> needs, List<Blocker> blocked) {
        return new ActionView(verb, href, blocked.isEmpty(), needs, blocked);
    }

    static List<Blocker> blockers(List<Refusal> refusals, ProblemTexts texts) {
        return refusals.stream()
                .map(refusal -> new Blocker(
                        refusal.code().code(),
                        refusal.args(),
                        texts.detail(refusal.code(), refusal.args(), Locale.of("vi"))))
                .toList();
    }

    private static EntryView entry(TaskEntry entry) {
        return new EntryView(
                entry.version(),
                name(entry.act()),
                entry.at(),
                entry.by(),
                entry.officerId(),
                entry.delegationId(),
                entry.note());
    }

    private static String name(@Nullable Act act) {
        return act == null ? "ASSIGN" : act.name();
    }
}
