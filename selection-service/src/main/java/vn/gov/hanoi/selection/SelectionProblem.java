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
    MEDIUM_MISSING("selection.medium-missing", 422),
    /** Argument roundId. */
    POST_IN_ROUND("selection.post-in-round", 409),
    /** Argument vacancyId. */
    POST_UNKNOWN("selection.post-unknown", 422),
    /** Argument vacancyId. */
    POST_TAKEN("selection.post-taken", 409),
    /** Argument vacancyId. */
    POST_TWICE("selection.post-twice", 422),
    /** Arguments startsOn, listOn, examOn. */
    CALENDAR_ORDER("selection.calendar-order", 422),
    /** Arguments examOn, earliest, workingDays. */
    EXAM_TOO_EARLY("selection.exam-too-early", 422),
    /** Arguments examOn, latest. */
    EXAM_TOO_LATE("selection.exam-too-late", 422),
    /** Arguments code, day. */
    CONDITION_SET_UNKNOWN("selection.condition-set-unknown", 422),
    /** Argument officerId. */
    OFFICER_UNKNOWN("selection.officer-unknown", 422),
    /** Arguments given, minimum. */
    TOO_FEW_PERSONNEL("selection.too-few-personnel", 422),
    /** Argument signedOn. */
    DECISION_NOT_SIGNED_YET("selection.decision-not-signed-yet", 422),
    /** Arguments listOn, dossiersTo. */
    LIST_BEFORE_CLOSE("selection.list-before-close", 422),
    /** Arguments listOn, latest. */
    LIST_TOO_LATE("selection.list-too-late", 422),
    /** Arguments state, needed. */
    ROUND_STATE("selection.round-state", 409),
    /** Argument frozenOn. */
    ALREADY_FROZEN("selection.already-frozen", 409),
    /** No arguments. */
    NOT_FROZEN("selection.not-frozen", 409),
    /** No arguments. */
    NOT_PERSONNEL("selection.not-personnel", 403),
    /** No arguments. */
    ONLY_PERSONNEL("selection.only-personnel", 403),
    /** No arguments. */
    CANDIDATES_ENOUGH("selection.candidates-enough", 409),
    /** Argument receivedOn. */
    RECEIVED_IN_FUTURE("selection.received-in-future", 422),
    /** Arguments receivedOn, from, to. */
    OUTSIDE_WINDOW("selection.outside-window", 422),
    /** Arguments receivedOn, to. */
    LATE_NOT_NEEDED("selection.late-not-needed", 422),
    /** Arguments issuedOn, receivedOn, last. */
    DOCUMENT_DAYS("selection.document-days", 422),
    /** Argument kind. */
    NOMINATION_INCOMPLETE("selection.nomination-incomplete", 422),
    /** Arguments consentedOn, receivedOn. */
    CONSENT_AFTER_RECEIPT("selection.consent-after-receipt", 422),
    /** No arguments. */
    PERSONNEL_CANNOT_APPLY("selection.personnel-cannot-apply", 422),
    /** Arguments receivedOn, lastDay. */
    CANDIDACY_FORBIDDEN("selection.candidacy-forbidden", 422),
    /** Arguments: receivedOn. */
    CANDIDATE_EXAMINED("selection.candidate-examined", 422),
    /** No arguments: the database's answer to a race. */
    APPLICATION_EXISTS("selection.application-exists", 409),
    /** Arguments state, endedOn. */
    APPLICATION_ENDED("selection.application-ended", 409),
    /** Arguments given, allowed. */
    EXEMPTION_GROUND("selection.exemption-ground", 422),
    /** No arguments. */
    ALREADY_HELD("selection.already-held", 409),
    /** No arguments. */
    NOT_HELD("selection.not-held", 409),
    /** Argument condition. */
    CONDITION_UNKNOWN("selection.condition-unknown", 422),
    /** Argument condition. */
    CONDITION_MET("selection.condition-met", 409),
    /** Argument condition. */
    NOT_OVERRIDABLE("selection.not-overridable", 422),
    /** Argument condition. */
    ALREADY_OVERRIDDEN("selection.already-overridden", 409),
    /** Arguments given, minimum, maximum, odd. */
    PANEL_SIZE("selection.panel-size", 422),
    /** Arguments capacity, given, needed. */
    PANEL_CAPACITY("selection.panel-capacity", 422),
    /** Argument officerId. */
    MEMBER_TWICE("selection.member-twice", 422),
    /** Argument officerId. */
    MEMBER_STANDS("selection.member-stands", 422),
    /** Argument officerId. */
    MEMBER_SANCTIONED("selection.member-sanctioned", 422),
    /** Arguments officerId, body, other. */
    MEMBER_INCOMPATIBLE("selection.member-incompatible", 422),
    /** Argument officerId. */
    CHAIR_NOT_OF_AUTHORITY("selection.chair-not-of-authority", 422),
    /** Argument officerId. */
    SECRETARY_NOT_PERSONNEL("selection.secretary-not-personnel", 422),
    /** Argument officerId. */
    NOT_A_MEMBER("selection.not-a-member", 422),
    /** No arguments: the database's answer to a race. */
    PANEL_EXISTS("selection.panel-exists", 409),
    /** No arguments. */
    PANEL_DISSOLVED("selection.panel-dissolved", 409),
    /** No arguments. */
    CONFLICT_WITH_ONESELF("selection.conflict-with-oneself", 422),
    /** Argument ground. */
    CONFLICT_NEEDS_CANDIDATE("selection.conflict-needs-candidate", 422),
    /** No arguments. */
    RECUSAL_BY_ANOTHER("selection.recusal-by-another", 422),
    /** No arguments: the database's answer to a race. */
    CONFLICT_EXISTS("selection.conflict-exists", 409),
    /** Argument ground. */
    CONFLICT_UNKNOWN("selection.conflict-unknown", 422),
    /** Arguments ground, allowed. */
    CONFLICT_NOT_WAIVABLE("selection.conflict-not-waivable", 422),
    /** No arguments: the database's answer to a race. */
    CONFLICT_WAIVED("selection.conflict-waived", 409),
    /** No arguments: the database's answer to a race. */
    EXAM_EXISTS("selection.exam-exists", 409),
    /** Arguments seats, candidates. */
    ROOMS_TOO_SMALL("selection.rooms-too-small", 422),
    /** Argument vacancyId. */
    TOO_FEW_TO_SIT("selection.too-few-to-sit", 409),
    /** Arguments stage, needed. */
    EXAM_STAGE("selection.exam-stage", 409),
    /** Argument needed. */
    NOT_THIS_BOARD("selection.not-this-board", 403),
    /** Argument startsOn. */
    EXAM_NOT_BEGUN("selection.exam-not-begun", 409),
    /** No arguments. */
    SCHEME_MISSING("selection.scheme-missing", 409),
    /** Arguments given, maximum. */
    SCHEME_SUM("selection.scheme-sum", 422),
    /** Argument criterion. */
    CRITERION_TWICE("selection.criterion-twice", 422),
    /** Argument missing. */
    ATTENDANCE_MISSING("selection.attendance-missing", 409),
    /** No arguments. */
    NOT_SITTING("selection.not-sitting", 409),
    /** Argument missing. */
    SCRIPT_MISSING("selection.script-missing", 409),
    /** Arguments bytes, pages. */
    SCRIPT_TOO_LARGE("selection.script-too-large", 422),
    /** No arguments. */
    SCRIPT_UNREADABLE("selection.script-unreadable", 422),
    /** No arguments. */
    SCRIPT_EXISTS("selection.script-exists", 409),
    /** No arguments. */
    MARKERS_TOO_FEW("selection.markers-too-few", 409),
    /** No arguments. */
    THIRD_NOT_NEEDED("selection.third-not-needed", 409),
    /** Argument criterion. */
    CRITERION_UNKNOWN("selection.criterion-unknown", 422),
    /** Arguments criterion, given, maximum. */
    POINTS_TOO_MANY("selection.points-too-many", 422),
    /** Argument criterion. */
    POINTS_MISSING("selection.points-missing", 422),
    /** No arguments. */
    SHEET_SEALED("selection.sheet-sealed", 409),
    /** No arguments. */
    MARKS_MISSING("selection.marks-missing", 409),
    MARKER_NOT_POSSIBLE("selection.marker-not-possible", 422),
    /** No arguments. */
    NOT_MARKED("selection.not-marked", 409),
    /** Argument until. */
    OBJECTIONS_OPEN("selection.objections-open", 409),
    /** No arguments. */
    NO_OBJECTIONS("selection.no-objections", 409),
    /** No arguments: the database's answer to a race. */
    OBJECTION_EXISTS("selection.objection-exists", 409),
    /** Arguments state, needed. */
    OBJECTION_STATE("selection.objection-state", 409),
    /** Argument until. */
    OBJECTION_TOO_LATE("selection.objection-too-late", 409),
    /** No arguments. */
    RESULT_NOT_PUBLISHED("selection.result-not-published", 409),
    /** Argument nextRank, 0 if nobody is left. */
    NOT_NEXT_RANKED("selection.not-next-ranked", 422),
    /** No arguments. */
    NEXT_NOT_ALLOWED("selection.next-not-allowed", 409),
    /** Argument places. */
    POST_FILLED("selection.post-filled", 409),
    /** No arguments. */
    POST_ENDED("selection.post-ended", 409),
    /** Argument nextRank. */
    CANDIDATE_REMAINS("selection.candidate-remains", 409),
    /** Arguments condition, outcome, reason. */
    NO_LONGER_ELIGIBLE("selection.no-longer-eligible", 422),
    /** Arguments state, needed. */
    APPOINTMENT_STATE("selection.appointment-state", 409),
    /** Argument consent. */
    CONSENT_MISSING("selection.consent-missing", 422),
    /** Argument consent. */
    CONSENT_RECORDED("selection.consent-recorded", 409),
    /** Arguments effectiveOn, signedOn. */
    EFFECTIVE_BEFORE_DECISION("selection.effective-before-decision", 422),
    /** Argument effectiveOn. */
    APPOINTMENT_IN_EFFECT("selection.appointment-in-effect", 409),
    /** Arguments terms, maximum. */
    TOO_MANY_TERMS("selection.too-many-terms", 422),
    /** No arguments. */
    NOT_SECRETARY("selection.not-secretary", 403),
    /** No arguments. */
    DRAW_COMMITTED("selection.draw-committed", 409),
    /** No arguments. */
    DRAW_NOT_COMMITTED("selection.draw-not-committed", 409),
    /** No arguments. */
    DRAW_LATE("selection.draw-late", 422),
    /** No arguments. */
    MARKS_NOT_FINAL("selection.marks-not-final", 409),
    /** Argument earliest. */
    SCHEDULE_ORDER("selection.schedule-order", 422),
    /** Arguments places, needed. */
    SCHEDULE_SHORT("selection.schedule-short", 422),
    /** Argument vacancyId. */
    CONTINUATION_UNDECIDED("selection.continuation-undecided", 422),
    /** No arguments. */
    NOT_LEADING("selection.not-leading", 403),
    /** Arguments state, needed. */
    DEFENCE_STATE("selection.defence-state", 409),
    /** Argument startsOn. */
    DEFENCE_TOO_EARLY("selection.defence-too-early", 409),
    /** No arguments. */
    REVIEW_NOT_NEEDED("selection.review-not-needed", 409),
    /** Argument officerId. */
    MEMBER_CANNOT_JUDGE("selection.member-cannot-judge", 422),
    /** No arguments. */
    LEAD_ABSENT("selection.lead-absent", 422),
    /** Arguments present, quorum. */
    QUORUM_MISSING("selection.quorum-missing", 422),
    /** Arguments missing, heldOn. */
    SHEETS_MISSING("selection.sheets-missing", 409),
    /** Argument officerId. */
    MEMBER_NOT_MISSING("selection.member-not-missing", 422),
    /** No arguments. */
    REASON_MISSING("selection.reason-missing", 422),
    /** Arguments criterion, mostPoints. */
    POINTS_BEYOND("selection.points-beyond", 422),
    /** Argument missing. */
    SHEET_INCOMPLETE("selection.sheet-incomplete", 422),
    /** Argument open. */
    DEFENCES_OPEN("selection.defences-open", 409),
    /** No arguments. */
    NOT_CHAIR("selection.not-chair", 403),
    /** No arguments. */
    RESULT_EXISTS("selection.result-exists", 409),
    /** Arguments state, needed. */
    RESULT_STATE("selection.result-state", 409),
    /** No arguments. */
    RESULT_STALE("selection.result-stale", 409),
    /** Argument vacancyId. */
    TIE_OPEN("selection.tie-open", 409),
    /** Argument vacancyId. */
    TIE_ORDER("selection.tie-order", 422),
    /** Argument officerId. */
    SIGNER_NOT_SEATED("selection.signer-not-seated", 422);

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
