package vn.gov.hanoi.selection.paper;

/** How far a written round has come. */
enum ExamStage {
    /** Seats and numbers are given; papers are written. */
    PLANNED,
    /** The papers are collected; scripts are taken in under codes. */
    HELD,
    /** All scripts are in; they are marked. */
    CODED,
    /** Two persons have opened the codes. */
    MARKED,
    /** Candidates know their marks. */
    PUBLISHED
}
