package vn.gov.hanoi.selection.ruleset;

/** How a vacancy is made known (hình thức thông báo): a newspaper or broadcaster, the web site, the notice board of the agency. */
public enum Medium {
    MASS_MEDIA,
    WEB_SITE,
    NOTICE_BOARD
}
