package vn.gov.hanoi.evaluation.quota;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who counts where.
 *
 * @param groups each with its own cap; for the annual cap the agency and every group with similar tasks
 * @param members every person once
 * @param raisingDecision number of the decision that recognises special achievements; null if there is none
 */
public record QuotaCase(
        List<QuotaGroup> groups,
        List<QuotaMember> members,
        @Nullable String raisingDecision) {
    public QuotaCase {
        groups = List.copyOf(groups);
        members = List.copyOf(members);
        if (raisingDecision != null && raisingDecision.isBlank()) {
            throw new IllegalArgumentException("a decision has a number");
        }
        var known = groups.stream().map(QuotaGroup::id).collect(Collectors.toSet());
        if (known.size() < groups.size()) {
            throw new IllegalArgumentException("a group is given twice");
        }
        for (var group : groups) {
            if (group.pool() != null && !known.contains(group.pool())) {
                throw new IllegalArgumentException("group %s has an unknown pool".formatted(group.id()));
            }
        }
        var people = new HashSet<String>();
        for (var member : members) {
            if (!people.add(member.id()) || !known.containsAll(member.groups())) {
                throw new IllegalArgumentException(
                        "member %s is given twice or is in an unknown group".formatted(member.id()));
            }
        }
    }
}
