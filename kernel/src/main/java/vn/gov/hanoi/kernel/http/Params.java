package vn.gov.hanoi.kernel.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** Reads query parameters; what cannot be read is query.invalid-parameter, never "not found" and never ignored. */
public final class Params {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,10}");

    private Params() {}

    public static @Nullable LocalDate date(String name, @Nullable String value) {
        try {
            return value == null ? null : Forms.date(value);
        } catch (DateTimeException _) {
            throw invalid(name, "yyyy-MM-dd");
        }
    }

    /** A moment with an offset, for example 2026-08-05T03:20:11.482Z; kept to the millisecond. */
    public static @Nullable Instant instant(String name, @Nullable String value) {
        try {
            return value == null
                    ? null
                    : OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException _) {
            throw invalid(name, "2026-08-05T03:20:11.482Z");
        }
    }

    public static @Nullable UUID uuid(String name, @Nullable String value) {
        try {
            return value == null ? null : Forms.uuid(value);
        } catch (IllegalArgumentException _) {
            throw invalid(name, "UUID");
        }
    }

    public static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name, @Nullable String value) {
        try {
            return value == null ? null : Enum.valueOf(type, value);
        } catch (IllegalArgumentException _) {
            throw invalid(name, Arrays.toString(type.getEnumConstants()));
        }
    }

    public static @Nullable Integer number(String name, @Nullable String value) {
        try {
            if (value != null && !WHOLE.matcher(value).matches()) {
                throw invalid(name, "whole number");
            }
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException _) {
            throw invalid(name, "whole number");
        }
    }

    public static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw invalid(name, "true, false");
    }

    /** @param expected form or values that would be accepted */
    public static Refused invalid(String name, String expected) {
        return new Refused(
                new Refusal(KernelProblem.INVALID_PARAMETER, Map.of("name", name, "expected", expected), null, name));
    }
}
