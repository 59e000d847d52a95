package vn.gov.hanoi.training.need;

/** OPEN until a correction takes the reason away. */
enum NeedState {
    OPEN,
    WITHDRAWN
}
