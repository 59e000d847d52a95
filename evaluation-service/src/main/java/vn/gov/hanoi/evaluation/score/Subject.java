package vn.gov.hanoi.evaluation.score;

import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;

/**
 * Who is rated; a snapshot, no personal data.
 *
 * @param leader whether the post is a leading or managing one
 */
public record Subject(Category category, Position position, boolean leader) {
    public SheetKind sheetKind() {
        return SheetKind.of(category, leader);
    }
}
