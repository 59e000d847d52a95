package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.gov.hanoi.training.credential.Addresses;

/** Public addresses of this deployment; what is issued names them for ever. */
@ApplicationScoped
class CertificateSettings {
    @Produces
    @Singleton
    Addresses addresses(@ConfigProperty(name = "congvu.public-url") URI publicUrl) {
        return new Addresses(publicUrl);
    }
}
