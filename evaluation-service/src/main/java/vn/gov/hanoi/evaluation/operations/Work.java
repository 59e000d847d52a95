package vn.gov.hanoi.evaluation.operations;

import java.util.function.BooleanSupplier;

/**
 * The work behind one kind of operations. Every bean of this type gets one thread of its own per process, which calls its steps in
 * turn, so that long work of one kind does not stop another kind.
 *
 * <p>What an implementation promises, and what a caller of {@code POST /operations/{id}/actions/cancel} relies on:
 *
 * <ul>
 *   <li>The operation and all that its work needs are durable before the 202: {@link OperationRepository#queue} in the same
 *       transaction. That wakes the workers after the commit; without a wake-up they look every second.
 *   <li>A step takes the oldest operation of its own kind that has not ended, and opens its transactions itself. Who runs it is
 *       decided by an advisory lock of the kind inside the transaction, since replicas call the same steps.
 *   <li>A process may die anywhere in a step. What is committed counts; the next step, here or elsewhere, goes on from there and
 *       does nothing twice. Effects, progress and marks of a step are therefore in one transaction.
 *   <li>Cancelling may come at any time: each of {@link OperationRepository#hold}, {@code progress} and {@code finish} says whether
 *       the operation goes on; if not, the step rolls back. Waiting data are removed by an observer of {@link OperationCancelled}.
 * </ul>
 */
public interface Work {
    /** What a step came to. */
    enum Step {
        /** Something was done; there may be more. */
        WORKED,
        /** Nothing waits. */
        IDLE,
        /** Another process works on this kind. */
        STANDBY
    }

    /** The kind of its operations in lower case, for the name of the thread and the log: import. */
    String name();

    /** @param wanted to be asked in long steps; false asks to end without effect, since the process ends */
    Step step(BooleanSupplier wanted);

    /** Ends the oldest operation, which fails again and again for a reason of ours, so that the ones behind it go on. */
    void giveUp();
}
