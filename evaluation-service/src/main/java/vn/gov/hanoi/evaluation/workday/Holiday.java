package vn.gov.hanoi.evaluation.workday;

/** Public holidays of Vietnam. */
public enum Holiday {
    /** Tết Dương lịch, 1 January. */
    NEW_YEAR,
    /** Tết Nguyên đán, five days around the first day of the first lunar month. */
    LUNAR_NEW_YEAR,
    /** Giỗ Tổ Hùng Vương, tenth day of the third lunar month. */
    HUNG_KINGS,
    /** Ngày Chiến thắng, 30 April. */
    VICTORY,
    /** Ngày Quốc tế lao động, 1 May. */
    LABOUR,
    /** Quốc khánh, 2 September; since 2021 with the day before or after. */
    NATIONAL,
    /** Ngày Văn hóa Việt Nam, 24 November, from 2026. */
    CULTURE
}
