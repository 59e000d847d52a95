package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;

/** The use cases of a single sheet, for the resource that offers them. */
@ApplicationScoped
class SheetActs {
    private final SubmitSheet submit;
    private final ReviewSheet review;
    private final ReturnSheet giveBack;
    private final DecideSheet decide;
    private final CorrectSheet correct;

    SheetActs(SubmitSheet submit, ReviewSheet review, ReturnSheet giveBack, DecideSheet decide, CorrectSheet correct) {
        this.submit = submit;
        this.review = review;
        this.giveBack = giveBack;
        this.decide = decide;
        this.correct = correct;
    }

    SubmitSheet submit() {
        return submit;
    }

    ReviewSheet review() {
        return review;
    }

    ReturnSheet giveBack() {
        return giveBack;
    }

    DecideSheet decide() {
        return decide;
    }

    CorrectSheet correct() {
        return correct;
    }
}
