package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes numbers such as HN26-7KQ4-M2XD-9RTC: year and 60 random bits, in letters that are not mistaken for one another. */
@ApplicationScoped
class CertificateNumbers {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;
    private static final int CENTURY = 100;

    private final SecureRandom random = new SecureRandom();

    String next(int year) {
        var number = new StringBuilder("HN%02d".formatted(year % CENTURY));
        for (int group = 0; group < GROUPS; group++) {
            number.append('-');
            for (int letter = 0; letter < GROUP; letter++) {
                number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return number.toString();
    }

    /** A place in a status list, by lot. */
    int place(int size) {
        return random.nextInt(size);
    }
}
