package vn.gov.hanoi.evaluation.timeline;

/** What held from a day to a day. */
public record Span<T>(Validity validity, T content) {}
