package vn.gov.hanoi.evaluation.authority;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Why somebody may act: as head of a unit, or for another who may. The end of the chain is always a head. */
public sealed interface Ground {
    /** The post that all of it rests on. */
    Headship headship();

    /** Number of delegations between the headship and who acts; 0 for a head. */
    int length();

    /** Everybody in the chain: who acts, and each for whom. */
    Set<UUID> people();

    /** Units named in the chain. */
    Set<UUID> places();

    /** Head of the unit, regular or acting. */
    record HeadOf(Headship headship) implements Ground {
        @Override
        public int length() {
            return 0;
        }

        @Override
        public Set<UUID> people() {
            return Set.of(headship.officerId());
        }

        @Override
        public Set<UUID> places() {
            return Set.of(headship.unitId());
        }
    }

    /**
     * Acts for another: "A for B".
     *
     * @param officerId who acts (A)
     * @param forOfficerId who gave the order (B)
     * @param decisionNumber number of the order
     * @param because why B may act
     */
    record Delegated(
            UUID delegationId, UUID officerId, UUID forOfficerId, UUID unitId, String decisionNumber, Ground because)
            implements Ground {
        @Override
        public Headship headship() {
            return because.headship();
        }

        @Override
        public int length() {
            return because.length() + 1;
        }

        @Override
        public Set<UUID> people() {
            var people = new TreeSet<>(because.people());
            people.add(officerId);
            return people;
        }

        @Override
        public Set<UUID> places() {
            var places = new TreeSet<>(because.places());
            places.add(unitId);
            return places;
        }
    }
}
