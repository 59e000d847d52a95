package vn.gov.hanoi.evaluation.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What held when: spans in order, without overlap, and adjacent ones that say the same as one. Days without a span are days on which
 * nothing held. A timeline never changes; each change gives a new one.
 *
 * @param spans oldest first
 */
public record Timeline<T>(List<Span<T>> spans) {
    public Timeline {
        spans = merged(spans);
    }

    public static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    public static <T> Timeline<T> of(Validity validity, T content) {
        return new Timeline<>(List.of(new Span<>(validity, content)));
    }

    /** What held on a day; empty if nothing did. */
    public Optional<T> at(LocalDate day) {
        return spans.stream()
                .filter(span -> span.validity().contains(day))
                .map(Span::content)
                .findFirst();
    }

    /** What held on a day, or else last before it, or else first after it; empty if nothing ever held. */
    public Optional<T> nearest(LocalDate day) {
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        var begun = spans.stream()
                .filter(span -> !span.validity().from().isAfter(day))
                .toList();
        return Optional.of((begun.isEmpty() ? spans.getFirst() : begun.getLast()).content());
    }

    /** Makes the content hold in this time, whatever held there before. */
    public Timeline<T> put(Validity when, T content) {
        var kept = new ArrayList<>(clear(when).spans);
        kept.add(new Span<>(when, content));
        return new Timeline<>(kept);
    }

    /** Makes nothing hold in this time. */
    public Timeline<T> clear(Validity when) {
        var kept = new ArrayList<Span<T>>();
        for (var span : spans) {
            var validity = span.validity();
            if (!validity.overlaps(when)) {
                kept.add(span);
                continue;
            }
            if (validity.from().isBefore(when.from())) {
                kept.add(new Span<>(new Validity(validity.from(), when.from()), span.content()));
            }
            var end = when.to();
            if (end != null && (validity.to() == null || validity.to().isAfter(end))) {
                kept.add(new Span<>(new Validity(end, validity.to()), span.content()));
            }
        }
        return new Timeline<>(kept);
    }

    /** The first day of this time on which nothing held; empty if something held all the time. */
    public Optional<LocalDate> firstGap(Validity when) {
        var day = when.from();
        for (var span : spans) {
            if (span.validity().contains(day)) {
                var end = span.validity().to();
                if (end == null || when.to() != null && !end.isBefore(when.to())) {
                    return Optional.empty();
                }
                day = end;
            }
        }
        return Optional.of(day);
    }

    /** The first day on which something held; null if never. */
    public @Nullable LocalDate begin() {
        return spans.isEmpty() ? null : spans.getFirst().validity().from();
    }

    /** The first day after the last on which something held; null if it is open or never began. */
    public @Nullable LocalDate end() {
        return spans.isEmpty() ? null : spans.getLast().validity().to();
    }

    private static <T> List<Span<T>> merged(List<Span<T>> given) {
        var sorted = given.stream()
                .sorted(Comparator.comparing(span -> span.validity().from()))
                .toList();
        var merged = new ArrayList<Span<T>>();
        for (var span : sorted) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.validity().overlaps(span.validity())) {
                throw new IllegalArgumentException("spans overlap");
            }
            if (last != null
                    && last.content().equals(span.content())
                    && span.validity().from().equals(last.validity().to())) {
                merged.set(
                        merged.size() - 1,
                        new Span<>(
                                new Validity(
                                        last.validity().from(), span.validity().to()),
                                last.content()));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }
}
