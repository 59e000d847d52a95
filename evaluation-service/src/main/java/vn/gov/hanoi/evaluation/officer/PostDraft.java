package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.Refusal;

/** A post somebody wants recorded, apart from its unit. */
record PostDraft(Position position, String title, boolean leader, Validity validity, String decisionNumber) {
    /** Takes texts as people type them: any normal form, white space outside. */
    static PostDraft of(
            Position position,
            String title,
            boolean leader,
            LocalDate from,
            @Nullable LocalDate to,
            String decisionNumber) {
        return new PostDraft(
                position,
                VietnameseText.nfc(title.strip()),
                leader,
                new Validity(from, to),
                VietnameseText.nfc(decisionNumber.strip()));
    }

    /** Refusals: those of the text. */
    Optional<Refusal> titleFault() {
        return TextRule.TITLE.fault(title);
    }

    /** Refusals: those of the texts, date.out-of-range, validity.empty. */
    List<Refusal> faults(String pointer) {
        return new Faults()
                .add(pointer + "/title", titleFault())
                .date(pointer + "/validFrom", validity.from())
                .date(pointer + "/validTo", validity.to())
                .add(pointer + "/validTo", validity.fault())
                .add(pointer + "/decisionNumber", TextRule.DECISION_NUMBER.fault(decisionNumber))
                .all();
    }

    /** The post as it is recorded. */
    Post post(UUID id, UUID unitId, boolean main, PostKind kind, Category category) {
        return new Post(id, unitId, position, title, leader, main, kind, category, validity, decisionNumber);
    }

    /** What the row says of a recorded post: everything but the end, which may have come later. */
    boolean beganAs(Post post) {
        return post.position() == position
                && post.title().equals(title)
                && post.leader() == leader
                && post.validity().from().equals(validity.from())
                && (validity.to() == null
                        || validity.to().equals(post.validity().to()))
                && post.decisionNumber().equals(decisionNumber);
    }
}
