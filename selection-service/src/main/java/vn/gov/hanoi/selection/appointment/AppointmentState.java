package vn.gov.hanoi.selection.appointment;

import java.util.EnumSet;
import java.util.Set;

/** How far an appointment has come. */
public enum AppointmentState {
    /** Somebody is proposed; consents are collected. */
    PROPOSED,
    /** Decided and told to the directory, which records the post on its first day. */
    DECIDED,
    /** The directory has recorded the post. */
    IN_FORCE,
    /** The directory has refused; told again once the cause is gone, or revoked. */
    FAILED,
    /** The person does not want to. */
    DECLINED,
    /** The authority does not appoint the person. */
    REJECTED,
    /** Taken back before its first day. */
    REVOKED,
    /** The person was appointed to another post; may be proposed again if that is revoked. */
    LAPSED;

    private static final Set<AppointmentState> OPEN = EnumSet.of(PROPOSED, DECIDED, IN_FORCE, FAILED);

    /** Whether it takes the place that the post has. */
    boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether the person has had the turn. */
    boolean isOver() {
        return this == DECLINED || this == REJECTED || this == REVOKED;
    }
}
