package vn.gov.hanoi.evaluation.annual;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** Days of one year as spans in order and apart. */
final class Spans {
    /** @param to first day after */
    private record Span(LocalDate from, LocalDate to) {
        long days() {
            return ChronoUnit.DAYS.between(from, to);
        }
    }

    private final List<Span> spans;

    private Spans(List<Span> spans) {
        this.spans = spans;
    }

    /** The days of a year that lie in any of these times. */
    static Spans of(int year, Collection<Validity> times) {
        var first = LocalDate.of(year, 1, 1);
        var end = first.plusYears(1);
        var clipped = times.stream()
                .map(time -> new Span(
                        time.from().isBefore(first) ? first : time.from(),
                        time.to() == null || time.to().isAfter(end) ? end : time.to()))
                .filter(span -> span.from().isBefore(span.to()))
                .sorted(Comparator.comparing(Span::from))
                .toList();
        var merged = new ArrayList<Span>();
        for (var span : clipped) {
            if (!merged.isEmpty() && !span.from().isAfter(merged.getLast().to())) {
                var last = merged.removeLast();
                merged.add(new Span(last.from(), last.to().isAfter(span.to()) ? last.to() : span.to()));
            } else {
                merged.add(span);
            }
        }
        return new Spans(merged);
    }

    /** These days without those. */
    Spans without(Spans others) {
        var left = spans;
        for (var other : others.spans) {
            left = left.stream().flatMap(span -> cut(span, other).stream()).toList();
        }
        return new Spans(left);
    }

    private static List<Span> cut(Span span, Span hole) {
        var parts = new ArrayList<Span>();
        if (!hole.from().isBefore(span.to()) || !span.from().isBefore(hole.to())) {
            parts.add(span);
            return parts;
        }
        if (span.from().isBefore(hole.from())) {
            parts.add(new Span(span.from(), hole.from()));
        }
        if (hole.to().isBefore(span.to())) {
            parts.add(new Span(hole.to(), span.to()));
        }
        return parts;
    }

    /**
     * Whether the days come to so many calendar months: 1 July to 31 December is six, 2 July to 31 December is not. Days of later
     * spans are laid behind the first, because the law does not say how parts are added (assumed; legal_check).
     */
    boolean reach(int months) {
        if (spans.isEmpty()) {
            return months == 0;
        }
        var first = spans.getFirst();
        long more = spans.stream().skip(1).mapToLong(Span::days).sum();
        return !first.from().plusMonths(months).isAfter(first.to().plusDays(more));
    }

    /** The days as 2025-01-01/2025-03-31, both inclusive. */
    String text() {
        return spans.stream()
                .map(span -> span.from() + "/" + span.to().minusDays(1))
                .collect(Collectors.joining(" "));
    }
}
