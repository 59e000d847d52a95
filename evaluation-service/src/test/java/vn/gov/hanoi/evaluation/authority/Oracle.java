package vn.gov.hanoi.evaluation.authority;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of authority once more, as slowly as they can be read out: nothing is indexed, each day is looked at by itself. */
final class Oracle {
    private static final int MOST_DELEGATIONS = 5;

    private Oracle() {}

    /** The unit and those above it; empty if it is not in force. */
    static List<UUID> path(History history, UUID unit, LocalDate day) {
        var path = new ArrayList<UUID>();
        int number = (int) History.FIRST.until(day, ChronoUnit.DAYS);
        var place = unit;
        while (!path.contains(place)) {
            var parent = history.parents().get(history.units().indexOf(place)).get(number);
            if (parent == null) {
                return List.of();
            }
            path.add(place);
            place = parent;
        }
        return path;
    }

    static boolean isBelow(History history, UUID unit, UUID root, LocalDate day) {
        return path(history, unit, day).contains(root);
    }

    static Set<UUID> within(History history, UUID root, LocalDate day) {
        var within = new HashSet<UUID>();
        for (var unit : history.units()) {
            if (isBelow(history, unit, root, day)) {
                within.add(unit);
            }
        }
        return within;
    }

    private static boolean isHead(History history, UUID officer, UUID unit, LocalDate day) {
        for (var post : history.posts()) {
            if (post.head()
                    && post.officer().equals(officer)
                    && post.unit().equals(unit)
                    && !day.isBefore(post.validity().from())
                    && (post.validity().to() == null
                            || day.isBefore(post.validity().to()))) {
                return true;
            }
        }
        return false;
    }

    static @Nullable UUID headOf(History history, UUID unit, LocalDate day) {
        for (var officer : history.officers()) {
            if (!path(history, unit, day).isEmpty() && isHead(history, officer, unit, day)) {
                return officer;
            }
        }
        return null;
    }

    static boolean isAbove(History history, UUID a, UUID b, LocalDate day) {
        var unit = mainUnit(history, b, day);
        if (unit == null || a.equals(b)) {
            return false;
        }
        for (var above : path(history, unit, day)) {
            if (a.equals(headOf(history, above, day))) {
                return true;
            }
        }
        return false;
    }

    static @Nullable UUID mainUnit(History history, UUID officer, LocalDate day) {
        for (var post : history.posts()) {
            if (!post.head()
                    && post.officer().equals(officer)
                    && post.validity().contains(day)) {
                return post.unit();
            }
        }
        return null;
    }

    /** @param without somebody who may have no part in it; null if everybody may */
    static boolean mayAct(
            History history, UUID officer, UUID unit, String action, LocalDate day, @Nullable UUID without) {
        if (officer.equals(without)) {
            return false;
        }
        for (var above : path(history, unit, day)) {
            if (isHead(history, officer, above, day)) {
                return true;
            }
        }
        for (var order : history.delegations()) {
            if (order.toOfficerId().equals(officer) && gives(history, order, unit, action, day, without, 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean gives(
            History history,
            Delegation order,
            UUID unit,
            String action,
            LocalDate day,
            @Nullable UUID without,
            int length) {
        var giver = order.fromOfficerId();
        boolean ended =
                order.validity().to() != null && !day.isBefore(order.validity().to());
        if (length > MOST_DELEGATIONS
                || giver.equals(without)
                || ended
                || day.isBefore(order.validity().from())
                || !order.actions().contains(action) && !order.actions().contains("ALL")
                || !isBelow(history, unit, order.unitId(), day)) {
            return false;
        }
        if (order.parentId() == null) {
            for (var above : path(history, unit, day)) {
                if (hasBeenHead(history, giver, above, order.validity().from(), day)) {
                    return true;
                }
            }
            return false;
        }
        for (var before : history.delegations()) {
            if (before.id().equals(order.parentId())
                    && before.mayRedelegate()
                    && Objects.equals(before.toOfficerId(), giver)
                    && gives(history, before, unit, action, day, without, length + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBeenHead(History history, UUID officer, UUID unit, LocalDate from, LocalDate to) {
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!isHead(history, officer, unit, day)) {
                return false;
            }
        }
        return true;
    }
}
