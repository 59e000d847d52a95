package vn.gov.hanoi.training.classfile;

import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.kernel.table.Headings;

/** What the rows of a file are, with the columns of its template. */
enum FileKind {
    ENROLMENTS("training-planner", List.of(FileKind.CODE), List.of(FileKind.NAME)),
    OUTCOMES("training-organiser", List.of(FileKind.CODE, FileKind.OUTCOME), List.of(FileKind.NAME, FileKind.SCORE));

    static final String CODE = "officerCode";
    static final String NAME = "fullName";
    static final String OUTCOME = "outcome";
    static final String SCORE = "score";

    /** Columns with the reasons of an earlier refusal; they are read over. */
    static final List<String> NOTES = List.of("loi", "error");

    private final String role;
    private final List<String> required;
    private final List<String> optional;

    FileKind(String role, List<String> required, List<String> optional) {
        this.role = role;
        this.required = required;
        this.optional = optional;
    }

    /** Role of who may send it. */
    String role() {
        return role;
    }

    List<String> required() {
        return required;
    }

    boolean knows(String column) {
        return required.contains(column) || optional.contains(column) || NOTES.contains(column);
    }

    /** Headings in Vietnamese with the names of the columns. */
    List<String> headings() {
        var columns = new ArrayList<>(List.of(CODE, NAME));
        if (this == OUTCOMES) {
            columns.addAll(List.of(OUTCOME, SCORE));
        }
        return columns.stream()
                .map(column -> Headings.of(words(column), column))
                .toList();
    }

    private static String words(String column) {
        return switch (column) {
            case CODE -> "Mã cán bộ";
            case NAME -> "Họ và tên";
            case OUTCOME -> "Kết quả (PASSED, FAILED, ABSENT, EXEMPT)";
            default -> "Điểm";
        };
    }
}
