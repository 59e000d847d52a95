package vn.gov.hanoi.kernel.inbox;

import java.util.List;

/**
 * Applies the events of one topic. Implementations are application-scoped beans; they work inside the transaction of the
 * inbox and must not begin their own.
 */
public interface TopicHandler {
    String topic();

    /**
     * Applies events in the given order; none of them was applied before. An exception rolls the events back: a group is
     * then tried one by one, a single event a few times, and at last it becomes a dead letter.
     */
    void apply(List<InboundEvent> events);
}
