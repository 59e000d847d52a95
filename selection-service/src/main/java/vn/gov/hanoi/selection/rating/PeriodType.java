package vn.gov.hanoi.selection.rating;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of rated periods, known by how a period is written. Periods of one kind stand in the order of their texts. */
enum PeriodType {
    MONTH("20[0-9]{2}-(0[1-9]|1[0-2])"),
    QUARTER("20[0-9]{2}-Q[1-4]"),
    YEAR("2[01][0-9]{2}");

    private final Pattern form;

    PeriodType(String form) {
        this.form = Pattern.compile(form);
    }

    /** Where the owner answers for results of this kind; the id follows. */
    String address() {
        return this == YEAR ? "/evaluation/v1/annual-classifications/" : "/evaluation/v1/evaluations/";
    }

    static Optional<PeriodType> of(String period) {
        return Arrays.stream(values())
                .filter(type -> type.form.matcher(period).matches())
                .findFirst();
    }
}
