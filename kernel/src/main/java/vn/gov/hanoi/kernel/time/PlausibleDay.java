package vn.gov.hanoi.kernel.time;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that a document can bear: 1945 to 2999. The database's own range is smaller than Java's, and a slip of the key is no day. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlausibleDay.Validator.class)
public @interface PlausibleDay {
    /** What a refusal says. */
    String message() default "a day from 1945-01-01 to 2999-12-31";

    /** Not used. */
    Class<?>[] groups() default {};

    /** Not used. */
    Class<? extends Payload>[] payload() default {};

    /** The check; an absent day is another rule's matter. */
    final class Validator implements ConstraintValidator<PlausibleDay, LocalDate> {
        private static final LocalDate FIRST = LocalDate.of(1945, 1, 1);
        private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            return day == null || !day.isBefore(FIRST) && !day.isAfter(LAST);
        }
    }
}
