package vn.gov.hanoi.evaluation.officer;

/** What a post is to its holder. */
enum PostKind {
    /** The post of the appointment or the contract. */
    REGULAR,
    /** Kiêm nhiệm: held beside the main post. */
    CONCURRENT,
    /** Biệt phái: in another unit for a time; never the main post. */
    SECONDMENT,
    /** Giao quyền, phụ trách: in the place of a regular holder. An acting head counts as the head. */
    ACTING
}
