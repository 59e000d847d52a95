package vn.gov.hanoi.training.certificate;

import java.time.LocalDate;
import java.util.UUID;
import vn.gov.hanoi.training.credential.CertificateContent.Course;
import vn.gov.hanoi.training.credential.CertificateContent.Holder;
import vn.gov.hanoi.training.credential.CertificateContent.Party;

/**
 * An enrolment whose class is delivered, as certificates need it.
 *
 * @param unitId unit that held the class
 * @param passed whether the outcome is a pass
 */
record Delivered(
        UUID enrolmentId, UUID classId, UUID unitId, Party unit, Holder holder, Course course, boolean passed) {
    LocalDate lastDay() {
        return course.lastDay();
    }
}
