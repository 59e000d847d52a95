package vn.gov.hanoi.training.decree;

/** What may lead to a debt; whether it does is said by the decree of the sending. */
public enum Trigger {
    /** Left the study or the job while studying. */
    LEFT_DURING_TRAINING,
    /** Came back without the degree. */
    NO_DIPLOMA,
    /** Was dismissed by discipline while studying. */
    DISMISSED_DURING_TRAINING,
    /** Left before the promised service was done. */
    LEFT_BEFORE_END,
    /** Was dismissed by discipline before it was done. */
    DISMISSED_BEFORE_END
}
