package vn.gov.hanoi.evaluation.simulation;

import vn.gov.hanoi.evaluation.ruleset.Title;

/** What a simulation does and does not do; its answer says so. */
enum Assumption {
    MARKS_AS_DECIDED(
            "Dùng điểm và số liệu đã quyết định; không ai chấm lại.",
            "Marks and other inputs are those that were decided; nobody scores again."),
    CEILINGS_APPLIED(
            "Có áp dụng các mức trần của bộ quy tắc: ít ngày làm việc, kỷ luật, người đứng đầu không cao hơn đơn vị.",
            "The ceilings of the rule set are applied: little presence, discipline, the head not above the unit."),
    UNIT_LEVEL_AS_RECORDED(
            "Mức của đơn vị và kết quả của cấp dưới dùng trong phiếu giữ như đã ghi; không tính lại theo quy tắc mới.",
            "Levels of units and grades of subordinates in a sheet stay as recorded; they are not rated again."),
    LOWERED_GRADES_KEPT(
            "Mức do người quyết định hạ xuống được giữ làm trần.", "A grade that the decider lowered stays a ceiling."),
    CAP_COUNTED(
            "Tỷ lệ tối đa chỉ được đếm (vượt bao nhiêu người); không chọn ai. Đơn vị nhỏ không được gộp.",
            "The cap is counted (over by how many); nobody is picked. Small units are not pooled."),
    AS_IF_IN_FORCE(
            "Có tháng nằm ngoài thời gian hiệu lực của bộ quy tắc; coi như bộ quy tắc có hiệu lực trong các tháng đó.",
            "Some months lie outside the time of the rule set; it is taken as if it had been in force in them.");

    private final Title text;

    Assumption(String vi, String en) {
        this.text = new Title(vi, en);
    }

    Title text() {
        return text;
    }
}
