package vn.gov.hanoi.gateway.instance;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * One process of a service, as this gateway has met it. It is left out for a short time after it could not be reached or
 * said that it leaves, and for a longer one after failures in a row; then one request tries it.
 */
public final class Instance {
    /** After so many rests an instance is tried by any request: perhaps nobody reads. */
    private static final int RESTS_BEFORE_ANY = 10;

    /** What is known. */
    public enum State {
        /** Asked in turn. */
        READY,
        /** It announced its end in an answer; it serves what comes, but new requests go elsewhere. */
        LEAVING,
        /** No connection, or one that broke; it is tried again soon. */
        AWAY,
        /** Too many failures in a row: its circuit is open, and it is tried after a longer time. */
        OPEN
    }

    /**
     * Times and numbers.
     *
     * @param rest an instance that was away is left out so long
     * @param failures in a row that open the circuit, 1 and more
     * @param open a circuit stays open so long before it is tried
     */
    record Patience(Duration rest, int failures, Duration open) {}

    private final URI address;
    private final Patience patience;
    private final Clock clock;
    private volatile State state = State.READY;
    private int failures;
    private boolean slow;
    private long tryAt;

    Instance(URI address, Patience patience, Clock clock) {
        this.address = address;
        this.patience = patience;
        this.clock = clock;
    }

    public URI address() {
        return address;
    }

    public State state() {
        return state;
    }

    /** Whether it is this one's turn: it is ready, or it is time to try it and nobody else does. */
    boolean takes(boolean reading) {
        return state == State.READY || triedBy(reading);
    }

    /** The time of the next trial is moved, so there is one at a time. */
    private synchronized boolean triedBy(boolean reading) {
        long now = clock.millis();
        long rest = patience.rest().toMillis();
        // It may listen and not be ready yet, or not any more; a reading request can be sent to another one then.
        boolean risky = !reading && now < tryAt + RESTS_BEFORE_ANY * rest;
        if (now < tryAt || risky) {
            return false;
        }
        tryAt = now + rest;
        return true;
    }

    /** Whether a request that waits for it would only wait: asking it is worth while if all others fail too, unless it is slow. */
    synchronized boolean isHopeless() {
        return state == State.OPEN && slow;
    }

    /** It answered. @param leaving the answer says that the connection ends with it */
    public void answered(boolean leaving) {
        if (leaving) {
            leave();
        } else if (state != State.READY || failures != 0) {
            recover();
        }
    }

    private synchronized void recover() {
        failures = 0;
        state = State.READY;
    }

    private synchronized void leave() {
        failures = 0;
        state = State.LEAVING;
        tryAt = clock.millis() + patience.rest().toMillis();
    }

    /** No connection was to be had, or it broke without an answer. */
    synchronized void missed() {
        slow = false;
        failures++;
        leaveOut(State.AWAY);
    }

    /** It was not in time. Slow answers happen, so only many in a row count. */
    public synchronized void late() {
        slow = true;
        failures++;
        if (failures >= patience.failures()) {
            leaveOut(State.OPEN);
        }
    }

    private void leaveOut(State mild) {
        boolean open = failures >= patience.failures();
        state = open ? State.OPEN : mild;
        tryAt = clock.millis() + (open ? patience.open() : patience.rest()).toMillis();
    }
}
