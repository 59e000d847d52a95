package vn.gov.hanoi.training.reorganisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.reorganisation.Heirs.Estate;
import vn.gov.hanoi.training.reorganisation.Heirs.Share;
import vn.gov.hanoi.training.reorganisation.Standing.Account;
import vn.gov.hanoi.training.reorganisation.Standing.Line;

/**
 * Divides what units hold among their heirs: plain functions, the same for what is shown and what is done. Free money and quota without a
 * class go by shares; commitments, opened classes with their quota, and lines that wait go as a whole to who goes on with the open work.
 * Block and funding source stay, so money of the City and of districts never mixes.
 */
final class FollowLineage {
    private final Standing standing;
    private final Heirs heirs;
    private final Division division;
    private final MoveRules rules;
    private final List<UUID> expired = new ArrayList<>();
    private final List<Moves.Money> money = new ArrayList<>();
    private final List<Moves.Commitment> commitments = new ArrayList<>();
    private final List<Moves.Quota> quotas = new ArrayList<>();
    private final List<Moves.MovedClass> classes = new ArrayList<>();

    private FollowLineage(Standing standing, Heirs heirs, Division division, MoveRules rules) {
        this.standing = standing;
        this.heirs = heirs;
        this.division = division;
        this.rules = rules;
    }

    /** What moves. A division that does not fit counts for nothing here; {@link #refusals} says why. */
    static Moves moves(Standing standing, Heirs heirs, Division division, MoveRules rules) {
        var follow = new FollowLineage(standing, heirs, division, rules);
        for (var account : standing.accounts()) {
            var estate = heirs.estate(account.unitId());
            if (estate != null) {
                follow.account(account, estate);
            }
        }
        for (var line : standing.lines()) {
            var estate = heirs.estate(line.unitId());
            if (estate != null) {
                follow.line(line, estate);
            }
        }
        standing.classes().forEach(follow::hosted);
        return new Moves(
                List.copyOf(follow.expired),
                List.copyOf(follow.money),
                List.copyOf(follow.commitments),
                List.copyOf(follow.quotas),
                List.copyOf(follow.classes));
    }

    /**
     * What speaks against a division of this standing. Refusals: training.move-successor-unknown, training.move-sums-differ; pointers
     * into {@code amounts}.
     */
    static List<Refusal> refusals(Standing standing, Heirs heirs, Division division) {
        var found = new ArrayList<Refusal>();
        for (int i = 0; i < division.parts().size(); i++) {
            var part = division.parts().get(i);
            var account = standing.account(part.block(), part.from());
            var estate = heirs.estate(part.from());
            if (account == null || estate == null || !estate.gives(part.to())) {
                found.add(Refusal.of(TrainingProblem.MOVE_SUCCESSOR_UNKNOWN).at("/amounts/" + i + "/toUnitId"));
                continue;
            }
            var parts = division.of(part.block(), part.from());
            long given = parts.stream().mapToLong(Division.Part::amountVnd).reduce(0, Math::addExact);
            if (parts.getFirst().equals(part) && given != account.movableVnd()) {
                found.add(Refusal.of(
                                TrainingProblem.MOVE_SUMS_DIFFER,
                                "block",
                                part.block(),
                                "freeVnd",
                                account.movableVnd(),
                                "givenVnd",
                                given)
                        .at("/amounts/" + i + "/amountVnd"));
            }
        }
        return found;
    }

    private void account(Account account, Estate estate) {
        boolean works = !estate.worker().equals(account.unitId());
        for (var promise : account.promises()) {
            if (promise.expired()) {
                expired.add(promise.id());
            } else if (works) {
                commitments.add(new Moves.Commitment(
                        promise.id(),
                        account.block(),
                        account.fundingSource(),
                        account.unitId(),
                        estate.worker(),
                        promise.openVnd(),
                        null));
            }
        }
        var laidDown = division.of(account.block(), account.unitId());
        long given = laidDown.stream().mapToLong(Division.Part::amountVnd).sum();
        if (!laidDown.isEmpty()
                && given == account.movableVnd()
                && laidDown.stream().allMatch(part -> estate.gives(part.to()))) {
            laidDown.forEach(part -> money(account, part.to(), part.amountVnd()));
            return;
        }
        var parts = rules.divide(account.movableVnd(), weights(estate));
        for (int i = 0; i < parts.size(); i++) {
            money(account, estate.shares().get(i).to(), parts.get(i));
        }
    }

    private void money(Account account, UUID to, long amount) {
        if (amount > 0 && !to.equals(account.unitId())) {
            money.add(new Moves.Money(account.block(), account.fundingSource(), account.unitId(), to, amount));
        }
    }

    private static List<BigDecimal> weights(Estate estate) {
        return estate.shares().stream().map(Share::share).toList();
    }

    private void line(Line line, Estate estate) {
        boolean works = !estate.worker().equals(line.unitId());
        if (line.pending()) {
            if (works) {
                quotas.add(quota(line, estate.worker(), 0, 0, 0, 0));
            }
            return;
        }
        var opened = works ? standing.classesOf(line.id()) : List.<Standing.OpenClass>of();
        int openedPlaces = opened.stream().mapToInt(Standing.OpenClass::places).sum();
        var freeClasses = rules.divide(line.freeClasses(), weights(estate));
        // Places are for classes: they go where the classes go.
        var freePlaces = rules.divide(
                line.freePlaces(),
                line.freeClasses() == 0
                        ? weights(estate)
                        : freeClasses.stream().map(BigDecimal::valueOf).toList());
        boolean opens = !opened.isEmpty();
        for (int i = 0; i < freeClasses.size(); i++) {
            var to = estate.shares().get(i).to();
            boolean worker = opens && to.equals(estate.worker());
            opens &= !worker;
            take(quota(
                    line,
                    to,
                    Math.toIntExact(freeClasses.get(i)),
                    Math.toIntExact(freePlaces.get(i)),
                    worker ? opened.size() : 0,
                    worker ? openedPlaces : 0));
        }
        if (opens) {
            take(quota(line, estate.worker(), 0, 0, opened.size(), openedPlaces));
        }
    }

    private void take(Moves.Quota quota) {
        boolean something = quota.freeClasses() + quota.freePlaces() + quota.openedClasses() > 0;
        if (something && !quota.to().equals(quota.from())) {
            quotas.add(quota);
        }
    }

    private static Moves.Quota quota(
            Line line, UUID to, int freeClasses, int freePlaces, int openedClasses, int openedPlaces) {
        return new Moves.Quota(
                line.id(),
                line.code(),
                line.block(),
                line.fundingSource(),
                line.unitId(),
                to,
                line.pending(),
                freeClasses,
                freePlaces,
                openedClasses,
                openedPlaces,
                null);
    }

    private void hosted(Standing.OpenClass open) {
        var host = worker(open.unitId());
        var taker = standing.lines().stream()
                .filter(each -> each.id().equals(open.lineId()))
                .findFirst()
                .map(each -> worker(each.unitId()))
                .orElse(null);
        if (host != null || taker != null) {
            classes.add(new Moves.MovedClass(
                    open.id(),
                    open.title(),
                    host == null ? null : open.unitId(),
                    host,
                    taker == null ? null : open.lineId(),
                    taker));
        }
    }

    /** Who goes on with the open work of a unit; null if it does so itself. */
    private @Nullable UUID worker(UUID unit) {
        var estate = heirs.estate(unit);
        return estate == null || estate.worker().equals(unit) ? null : estate.worker();
    }
}
