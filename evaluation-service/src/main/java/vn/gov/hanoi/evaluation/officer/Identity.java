package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who an officer is.
 *
 * @param fullName as the person writes it, in NFC
 * @param number the personal number, sealed; null if not recorded
 */
record Identity(
        String fullName,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable SealedNumber number) {}
