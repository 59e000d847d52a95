package vn.gov.hanoi.selection.paper;

import vn.gov.hanoi.selection.council.Panels.Body;

/** Which marking a sheet or a mark is of. */
enum Phase {
    MARKING(Body.MARKING),
    REMARKING(Body.REMARKING);

    private final Body body;

    Phase(Body body) {
        this.body = body;
    }

    Body body() {
        return body;
    }
}
