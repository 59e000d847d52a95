package vn.gov.hanoi.benchmarks.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import vn.gov.hanoi.benchmarks.gateway.Load.Window;

/** Median, least and greatest of windows. */
record Figures(double median, double least, double greatest) {
    static Figures of(List<Window> windows, ToDoubleFunction<Window> what) {
        return of(windows.stream().mapToDouble(what).toArray());
    }

    static Figures of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Figures(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Whether every one of these is greater than every one of the others. */
    boolean isAbove(Figures other) {
        return least > other.greatest;
    }

    String text(String format) {
        return String.format(Locale.ROOT, format + " (" + format + "-" + format + ")", median, least, greatest);
    }
}
