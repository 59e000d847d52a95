package vn.gov.hanoi.callers;

/** What can be wrong with what a call says of itself; each is the problem of the same name. */
public enum CallerFault {
    /** A header is there twice or has another form. */
    HEADER_MALFORMED,
    /** No single code of a purpose where one is needed. */
    PURPOSE_MISSING,
    /** No purpose of the list that is in force today. */
    PURPOSE_UNKNOWN,
    /** The credential does not have this purpose. */
    PURPOSE_NOT_GRANTED,
    /** The purpose wants the number of a file or decision. */
    CASE_MISSING,
    /** The credential is not of this organisation. */
    ORGANISATION_NOT_BOUND
}
