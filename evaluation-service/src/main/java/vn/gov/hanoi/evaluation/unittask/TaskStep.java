package vn.gov.hanoi.evaluation.unittask;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unittask.UnitTask.Act;
import vn.gov.hanoi.kernel.problem.Refusal;

/** An act on a task with what it says. */
sealed interface TaskStep {
    Act act();

    /** What speaks against it besides state and authority. */
    List<Refusal> faults(UnitTask task, LocalDate today);

    /** The task in its next version. */
    UnitTask after(UnitTask before);

    TaskNote note();

    /** What the audit says of it. */
    Map<String, ?> audited();

    /** A later day, by decision; refusal: unit-task.due-not-later. */
    record Extend(LocalDate dueOn, Reason reason, Decision decision) implements TaskStep {
        @Override
        public Act act() {
            return Act.EXTEND;
        }

        @Override
        public List<Refusal> faults(UnitTask task, LocalDate today) {
            var faults = new Faults().addAll(decision.faults("/decision")).date("/data/dueOn", dueOn);
            if (!dueOn.isAfter(task.dueOn())) {
                faults.addAll(List.of(Refusal.of(
                                EvaluationProblem.TASK_DUE_NOT_LATER,
                                "dueOn",
                                task.dueOn().toString())
                        .at("/data/dueOn")));
            }
            return faults.all();
        }

        @Override
        public UnitTask after(UnitTask before) {
            return before.extended(dueOn);
        }

        @Override
        public TaskNote note() {
            return TaskNote.due(dueOn, reason, decision);
        }

        @Override
        public Map<String, ?> audited() {
            return reason.audited(Map.of("dueOn", dueOn.toString(), "decision", decision.number()));
        }
    }

    /** What the unit says became of the task. It judges no quality; a later report stands beside the ones before. */
    record Submit(
            Completion reported,
            List<String> evidence,
            @Nullable String comment) implements TaskStep {
        @Override
        public Act act() {
            return Act.SUBMIT;
        }

        @Override
        public List<Refusal> faults(UnitTask task, LocalDate today) {
            var faults = new Faults().addAll(reported.faults(task.content().assignedOn(), today, false));
            for (int i = 0; i < evidence.size(); i++) {
                faults.add("/data/evidence/" + i, TextRule.TASK.fault(evidence.get(i)));
            }
            if (comment != null) {
                faults.add("/data/comment", TextRule.TASK.fault(comment));
            }
            return faults.all();
        }

        @Override
        public UnitTask after(UnitTask before) {
            return before.reportedOn();
        }

        @Override
        public TaskNote note() {
            return TaskNote.outcome(reported, evidence, comment);
        }

        @Override
        public Map<String, ?> audited() {
            return Map.of("outcome", reported.outcome().name(), "evidence", evidence.size());
        }
    }

    /** What really became of it, by an authority above the unit. */
    record Resolve(Completion confirmed) implements TaskStep {
        @Override
        public Act act() {
            return Act.RESOLVE;
        }

        @Override
        public List<Refusal> faults(UnitTask task, LocalDate today) {
            return confirmed.faults(task.content().assignedOn(), today, true);
        }

        @Override
        public UnitTask after(UnitTask before) {
            return before.resolved(confirmed);
        }

        @Override
        public TaskNote note() {
            return TaskNote.outcome(confirmed, List.of(), null);
        }

        @Override
        public Map<String, ?> audited() {
            return Map.of("outcome", confirmed.outcome().name());
        }
    }

    record Cancel(Reason reason, Decision decision) implements TaskStep {
        @Override
        public Act act() {
            return Act.CANCEL;
        }

        @Override
        public List<Refusal> faults(UnitTask task, LocalDate today) {
            return decision.faults("/decision");
        }

        @Override
        public UnitTask after(UnitTask before) {
            return before.withdrawn();
        }

        @Override
        public TaskNote note() {
            return TaskNote.reasoned(reason, decision);
        }

        @Override
        public Map<String, ?> audited() {
            return reason.audited(Map.of("decision", decision.number()));
        }
    }

    /**
     * What should have been recorded.
     *
     * @param completion the right outcome of a finished task; null of an open one
     */
    record Correct(
            TaskContent content, LocalDate dueOn, @Nullable Completion completion, Reason reason, Decision decision)
            implements TaskStep {
        @Override
        public Act act() {
            return Act.CORRECT;
        }

        @Override
        public List<Refusal> faults(UnitTask task, LocalDate today) {
            var faults = new Faults().addAll(decision.faults("/decision")).addAll(content.faults(dueOn, "/data"));
            if (completion != null) {
                faults.addAll(completion.faults(content.assignedOn(), today, true));
            }
            if ((completion == null) != (task.completion() == null)) {
                faults.addAll(List.of(
                        Refusal.of(EvaluationProblem.TASK_OUTCOME_CONTRADICTORY).at("/data/outcome")));
            } else if (after(task).equals(task.corrected(task.content(), task.dueOn(), task.completion()))) {
                faults.addAll(
                        List.of(Refusal.of(EvaluationProblem.CORRECTION_EMPTY).at("/data")));
            }
            return faults.all();
        }

        @Override
        public UnitTask after(UnitTask before) {
            return before.corrected(content, dueOn, completion);
        }

        @Override
        public TaskNote note() {
            return TaskNote.corrected(dueOn, completion, reason, decision);
        }

        @Override
        public Map<String, ?> audited() {
            return reason.audited(Map.of("decision", decision.number()));
        }
    }
}
