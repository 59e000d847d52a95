package vn.gov.hanoi.selection.objection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.UUID;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionView;
import vn.gov.hanoi.selection.objection.ObjectionApi.ObjectionsView;
import vn.gov.hanoi.selection.paper.Remarking;
import vn.gov.hanoi.selection.paper.Remarking.Standing;

/** Reads of this room. Everybody who may not know of a record is answered as if there were none: resource.not-found. */
@ApplicationScoped
@Transactional
class ReadObjection {
    private final ObjectionDesk desk;
    private final Remarking remarking;

    ReadObjection(ObjectionDesk desk, Remarking remarking) {
        this.desk = desk;
        this.remarking = remarking;
    }

    ObjectionsView all(UUID examId, Caller caller, Locale locale) {
        return desk.all(examId, caller, locale);
    }

    ObjectionView one(UUID id, Caller caller, Locale locale) {
        return desk.view(desk.see(id, caller), locale);
    }

    Standing remarking(UUID examId, Caller caller) {
        return remarking.see(examId, caller);
    }
}
