package vn.gov.hanoi.selection;

import vn.gov.hanoi.kernel.problem.ProblemCode;

/** Everything that this service refuses on its own account. */
public enum SelectionProblem implements ProblemCode {
    /** Argument unitId. */
    UNIT_UNKNOWN("selection.unit-unknown", 422),
    /** Arguments unitCode, day. */
    UNIT_NOT_IN_FORCE("selection.unit-not-in-force", 422),
    /** Arguments unitType, allowed. */
    POST_NOT_DIVISION_LEVEL("selection.post-not-division-level", 422),
    /** Arguments given, minimum. */
    TOO_FEW_CANDIDATES("selection.too-few-candidates", 422),
    /** No arguments: the database's answer to a race. */
    VACANCY_EXISTS("selection.vacancy-exists", 409),
    /** Argument announcedOn. */
    ALREADY_ANNOUNCED("selection.already-announced", 409),
    /** Argument day. */
    RULES_MISSING("selection.rules-missing", 422),
    /** Arguments announcedOn, dossiersFrom. */
    DOSSIERS_BEFORE_ANNOUNCEMENT("selection.dossiers-before-announcement", 422),
    /** Arguments dossiersFrom, dossiersTo. */
    DOSSIERS_END_BEFORE_START("selection.dossiers-end-before-start", 422),
    /** Arguments days, minimum. */
    DOSSIER_WINDOW_TOO_SHORT("selection.dossier-window-too-short", 422),
    /** Argument medium. */
    MEDIUM_MISSING("selection.medium-missing", 422);

    private final String code;
    private final int status;

    SelectionProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
