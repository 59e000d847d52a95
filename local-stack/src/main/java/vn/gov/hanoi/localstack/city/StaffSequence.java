package vn.gov.hanoi.localstack.city;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Posts below the leaders: groups in proportion to their headcount without its leaders, and inside a group one unit after the other. */
final class StaffSequence {
    private final List<Share> shares;
    private final long total;
    private final RandomGenerator random;
    private long given;

    StaffSequence(Staffing staffing, List<UnitRow> units, List<String> leadersOfGroup, RandomGenerator random) {
        this.shares = staffing.groups().stream()
                .map(group -> new Share(
                        group,
                        units.stream().filter(group::worksIn).toList(),
                        group.persons() - Collections.frequency(leadersOfGroup, group.code())))
                .toList();
        this.total = shares.stream().mapToLong(Share::size).sum();
        this.random = random;
    }

    Post next() {
        given++;
        var share = shares.getFirst();
        for (var candidate : shares) {
            if (candidate.owed(given, total) > share.owed(given, total)) {
                share = candidate;
            }
        }
        return share.take(random);
    }

    /** One group's part of the staff, with the number of posts it has had. */
    private static final class Share {
        private final Staffing.Group group;
        private final List<UnitRow> units;
        private final long size;
        private final Weighted titles;
        private int taken;

        Share(Staffing.Group group, List<UnitRow> units, long size) {
            if (units.isEmpty() || size <= 0) {
                throw new IllegalStateException("staffing.json leaves no post to group " + group.code());
            }
            this.group = group;
            this.units = units;
            this.size = size;
            this.titles = new Weighted(group.titles());
        }

        long size() {
            return size;
        }

        /** How far the group is behind its share, in posts times total, so that no fraction is needed. */
        long owed(long given, long total) {
            return size * given - taken * total;
        }

        Post take(RandomGenerator random) {
            var unit = units.get(taken++ % units.size());
            return new Post(unit, OfficerRow.Position.STAFF, group.category(), titles.pick(random));
        }
    }
}
