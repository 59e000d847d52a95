package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;

/** Where an officer stands in the service of the City on a day. */
enum OfficerStatus {
    /** The first post is to come. */
    PLANNED,
    IN_SERVICE,
    /** No post any more, or none between two. */
    LEFT;

    static OfficerStatus of(Officer officer, LocalDate day) {
        if (!officer.on(day).isEmpty()) {
            return IN_SERVICE;
        }
        return day.isBefore(officer.begin()) ? PLANNED : LEFT;
    }
}
