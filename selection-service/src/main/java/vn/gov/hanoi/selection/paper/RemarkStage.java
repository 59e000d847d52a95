package vn.gov.hanoi.selection.paper;

/** How far the second marking (phúc khảo) has come. */
enum RemarkStage {
    NONE,
    ASSIGNED,
    PUBLISHED
}
