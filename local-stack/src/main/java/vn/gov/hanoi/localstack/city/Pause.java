package vn.gov.hanoi.localstack.city;

import java.time.Duration;

/** Waiting between two looks; tests do not wait. */
@FunctionalInterface
interface Pause {
    void rest(Duration duration);

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw LoadFailed.interrupted(e);
        }
    }
}
