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
    /** Argument until. */
    OBJECTIONS_OPEN("selection.objections-open", 409),
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
    /** No arguments. */
    SHEET_SEALED("selection.sheet-sealed", 409),
    /** Argument criterion. */
    CRITERION_UNKNOWN("selection.criterion-unknown", 422),
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
