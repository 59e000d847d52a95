package vn.gov.hanoi.training.reorganisation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.BalanceView;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.ClassView;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.CommitmentView;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.MoneyView;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.MoveView;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.QuotaView;

/** Shows what a draft moves, with the names of its units. */
final class MoveViews {
    private final Map<UUID, UnitRef> names;

    private MoveViews(Map<UUID, UnitRef> names) {
        this.names = names;
    }

    /** All units that are named in it. */
    static Set<UUID> units(MoveContent content) {
        var units = new HashSet<UUID>();
        content.balances().forEach(balance -> units.add(balance.unitId()));
        var moves = content.moves();
        moves.quotas().forEach(quota -> units.addAll(List.of(quota.from(), quota.to())));
        moves.classes().stream()
                .flatMap(each -> Stream.of(each.from(), each.to()))
                .filter(Objects::nonNull)
                .forEach(units::add);
        return units;
    }

    static MoveView of(MoveCase matter, String legalBasis, Map<UUID, UnitRef> names, List<ActionView> actions) {
        var views = new MoveViews(names);
        var moves = matter.content().moves();
        return new MoveView(
                matter.draft().id(),
                Etags.of(matter.tag()),
                matter.summary(),
                legalBasis,
                matter.draft().division() != null,
                moves.money().stream().map(views::money).toList(),
                moves.commitments().stream().map(views::commitment).toList(),
                moves.expired(),
                moves.quotas().stream().map(views::quota).toList(),
                moves.classes().stream().map(views::open).toList(),
                matter.content().balances().stream().map(views::balance).toList(),
                actions);
    }

    /** The copy of the directory may lag behind; a unit that it does not know yet has no name. */
    private UnitRef unit(UUID id) {
        return names.getOrDefault(id, new UnitRef(id, "", ""));
    }

    private MoneyView money(Moves.Money money) {
        return new MoneyView(
                money.block(), money.fundingSource(), unit(money.from()), unit(money.to()), money.amountVnd());
    }

    private CommitmentView commitment(Moves.Commitment each) {
        return new CommitmentView(
                each.id(),
                each.nextId(),
                each.block(),
                each.fundingSource(),
                unit(each.from()),
                unit(each.to()),
                each.openVnd());
    }

    private QuotaView quota(Moves.Quota quota) {
        return new QuotaView(
                quota.lineId(),
                quota.line(),
                quota.nextLineId(),
                quota.block(),
                quota.fundingSource(),
                unit(quota.from()),
                unit(quota.to()),
                quota.pending(),
                quota.freeClasses(),
                quota.freePlaces(),
                quota.openedClasses(),
                quota.openedPlaces());
    }

    private ClassView open(Moves.MovedClass each) {
        return new ClassView(each.id(), each.title(), named(each.from()), named(each.to()), each.lineId());
    }

    private @Nullable UnitRef named(@Nullable UUID id) {
        return id == null ? null : unit(id);
    }

    private BalanceView balance(Balance balance) {
        return new BalanceView(
                unit(balance.unitId()),
                balance.fundingSource(),
                balance.freeBeforeVnd(),
                balance.openBeforeVnd(),
                balance.freeAfterVnd(),
                balance.openAfterVnd());
    }
}
