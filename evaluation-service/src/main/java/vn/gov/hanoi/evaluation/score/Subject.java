package vn.gov.hanoi.evaluation.score;

import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;

/**
 * Who is rated; a snapshot, no personal data.
 *
 * @param leader whether the post is a leading or managing one
 */
public record Subject(Category category, Position position, boolean leader) implements CanonicalJson.Canonical {
    @Override
    public void members(CanonicalJson out) {
        out.member("category", category).member("leader", leader).member("position", position);
    }

    public SheetKind sheetKind() {
        return SheetKind.of(category, leader);
    }
}
