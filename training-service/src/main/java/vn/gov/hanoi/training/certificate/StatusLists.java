package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.certificate.StatusListQueries.Revision;
import vn.gov.hanoi.training.credential.Addresses;
import vn.gov.hanoi.training.credential.Jws;
import vn.gov.hanoi.training.credential.StatusPurpose;

/** Publishes the status lists. A list is signed anew only after it, or the key, has changed, so that reading it often costs little. */
@ApplicationScoped
class StatusLists {
    private final StatusListQueries queries;
    private final KeyRepository keys;
    private final Addresses addresses;
    private final Map<String, Signed> signed = new ConcurrentHashMap<>();

    StatusLists(StatusListQueries queries, KeyRepository keys, Addresses addresses) {
        this.queries = queries;
        this.keys = keys;
        this.addresses = addresses;
    }

    private record Signed(Revision revision, String kid, String text) {}

    /** @param id for example revocation-1. Refusal: resource.not-found. */
    @Transactional
    String published(String id) {
        var purpose = Arrays.stream(StatusPurpose.values())
                .filter(each -> id.matches(each.listId(0).replace("0", "[1-9][0-9]{0,5}")))
                .findFirst()
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        int list = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        // The key before the list, as those who issue do.
        var active = keys.signing();
        var revision = queries.revision(list).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var known = signed.get(id);
        if (known != null
                && known.revision().equals(revision)
                && known.kid().equals(active.key().kid())) {
            return known.text();
        }
        var text = Jws.sign(queries.list(purpose, list, revision).payload(addresses), active.key());
        signed.put(id, new Signed(revision, active.key().kid(), text));
        return text;
    }
}
