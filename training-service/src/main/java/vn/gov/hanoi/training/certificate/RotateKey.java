package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.certificate.CertificateApi.KeyRequest;
import vn.gov.hanoi.training.certificate.CertificateApi.KeyView;

/** Replaces the key that signs certificates. What the old one signed stays valid. */
@ApplicationScoped
class RotateKey {
    private final KeyRepository keys;
    private final AuditTrail audit;

    RotateKey(KeyRepository keys, AuditTrail audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** Makes the new key and destroys the private part of the old one. */
    @Transactional
    KeyView rotate(KeyRequest request, Caller caller) {
        var made = keys.rotate(caller.subject());
        var kid = made.key().kid();
        var id = UUID.nameUUIDFromBytes(made.key().publicKey());
        var details = Map.of("kid", kid, "reason", request.reason());
        audit.record(caller, new AuditTrail.Act("certificate-key.rotate", "certificate-keys", id, null, details));
        return new KeyView(kid, made.validFrom(), null);
    }
}
