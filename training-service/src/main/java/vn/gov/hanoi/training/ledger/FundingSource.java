package vn.gov.hanoi.training.ledger;

/** Where money comes from (nguồn kinh phí). Money of different sources is never mixed. */
public enum FundingSource {
    /** Ngân sách Thành phố. */
    CITY_BUDGET,
    /** Ngân sách quận, huyện, thị xã. */
    DISTRICT_BUDGETS
}
