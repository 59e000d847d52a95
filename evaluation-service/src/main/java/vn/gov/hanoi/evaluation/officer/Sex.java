package vn.gov.hanoi.evaluation.officer;

/** Sex as the civil status register states it. */
enum Sex {
    MALE,
    FEMALE
}
