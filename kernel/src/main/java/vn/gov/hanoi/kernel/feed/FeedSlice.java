package vn.gov.hanoi.kernel.feed;

import java.util.List;

/**
 * A part of the feed as one caller sees it.
 *
 * @param items visible events in order
 * @param through everything up to here was looked at
 * @param more whether there may be more right behind it
 */
record FeedSlice(List<Item> items, long through, boolean more) {
    /** @param envelope the CloudEvent, the same bytes as at the broker */
    record Item(long position, String type, String envelope) {}
}
