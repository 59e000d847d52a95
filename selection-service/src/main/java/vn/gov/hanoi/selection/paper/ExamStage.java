package vn.gov.hanoi.selection.paper;

import vn.gov.hanoi.selection.round.RoundState;

/** How far a written round has come, and in which state its round is then. */
enum ExamStage {
    /** Seats and numbers are given; papers are written. */
    PLANNED(RoundState.LIST_PUBLISHED),
    /** The papers are collected; scripts are taken in under codes. */
    HELD(RoundState.ROUND1_HELD),
    /** All scripts are in; they are marked. */
    CODED(RoundState.ROUND1_HELD),
    /** Two persons have opened the codes. */
    MARKED(RoundState.ROUND1_MARKED),
    /** Candidates know their marks. */
    PUBLISHED(RoundState.ROUND1_PUBLISHED);

    private final RoundState round;

    ExamStage(RoundState round) {
        this.round = round;
    }

    /** A round that was cancelled or suspended is in none of them. */
    RoundState round() {
        return round;
    }
}
