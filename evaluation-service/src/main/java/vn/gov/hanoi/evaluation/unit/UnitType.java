package vn.gov.hanoi.evaluation.unit;

/** Kind of a unit. */
public enum UnitType {
    /** The City's People's Committee: the one unit without a parent. */
    CITY,
    /** Sở. */
    DEPARTMENT,
    /** Body equal to a department: office of the committee, inspectorate, board. */
    EQUIVALENT,
    /** Quận, huyện, thị xã; the level ends on 30/06/2025. */
    DISTRICT,
    /** Phòng and equal units inside a department or district. */
    DIVISION,
    /** Phường. */
    WARD,
    /** Xã. */
    COMMUNE,
    /** Thị trấn. */
    TOWNSHIP,
    /** Đơn vị sự nghiệp công lập: school, hospital, centre. */
    PUBLIC_UNIT
}
