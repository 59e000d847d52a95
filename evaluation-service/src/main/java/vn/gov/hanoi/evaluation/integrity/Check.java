package vn.gov.hanoi.evaluation.integrity;

import java.util.Locale;

/** What must hold of the directory as it is now recorded. Examples are ids of the records named in the title. */
enum Check {
    UNIT_STATES_OVERLAP(
            "Đơn vị có hai trạng thái hoặc hai mã cùng loại trong một ngày",
            "Units with two states or two codes of a scheme on a day"),
    UNIT_CODE_SHARED("Đơn vị dùng chung một mã, kể cả mã đã đóng", "Units that share a code, closed ones included"),
    UNIT_CYCLE("Đơn vị là cấp trên của chính mình", "Units above themselves"),
    UNIT_LOST("Đơn vị có ngày không thuộc Thành phố", "Units that on some of their days do not reach the City"),
    UNIT_CLOSURE(
            "Đơn vị có đường dẫn cấp trên không khớp với trạng thái",
            "Units whose stored paths differ from their states"),
    UNIT_LIFE("Đơn vị có ngày bắt đầu hoặc kết thúc sai", "Units whose first or last day is not that of their states"),
    UNIT_WITHOUT_HEAD("Đơn vị hôm nay không có người đứng đầu", "Units without a head today"),
    HEADS_OVERLAP("Đơn vị có hai người đứng đầu trong một ngày", "Units with two heads on a day"),
    MAIN_POSTS_OVERLAP("Người có hai vị trí chính trong một ngày", "Officers with two main posts on a day"),
    MAIN_POST_MISSING(
            "Người đang giữ vị trí nhưng hôm nay không có vị trí chính", "Officers with a post but no main post today"),
    POST_OUTSIDE_UNIT(
            "Vị trí nằm ngoài thời gian tồn tại của đơn vị", "Posts on days on which their unit is not in force"),
    OFFICER_LIFE("Người có ngày kết thúc sai", "Officers whose end is not that of their posts"),
    OFFICER_LISTED(
            "Người có trong danh sách của đơn vị không khớp với vị trí",
            "Officers listed for other units, or by another name, than their posts and paths say"),
    RECORDED_ORDER(
            "Bản ghi bị thay thế trước khi được ghi",
            "Rows superseded before they were recorded, or stamped after the directory's clock"),
    RECORDED_VERSIONS(
            "Bản ghi có các phiên bản hở hoặc chồng nhau",
            "Records whose versions leave a gap or overlap in recorded time");

    private final String vi;
    private final String en;

    Check(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String vi() {
        return vi;
    }

    String en() {
        return en;
    }

    /** Happens in real life, for example between two appointments: worth a look, not a fault of the data. */
    boolean isWarning() {
        return this == UNIT_WITHOUT_HEAD;
    }
}
