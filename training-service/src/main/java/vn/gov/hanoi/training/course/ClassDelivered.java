package vn.gov.hanoi.training.course;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A class is over: told inside the service, in the transaction of the closing, to rooms that go on from there.
 *
 * @param lastDay last class day
 */
public record ClassDelivered(UUID classId, UUID unitId, LocalDate lastDay) {}
