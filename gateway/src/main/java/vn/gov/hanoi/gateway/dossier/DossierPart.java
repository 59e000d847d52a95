package vn.gov.hanoi.gateway.dossier;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A part of the dossier and where it is read.
 *
 * @param name in the answer
 * @param service who owns it
 * @param path below the service; {@code {id}} stands for the officer
 * @param dated whether the service can show it as of a day
 */
record DossierPart(String name, String service, String path, boolean dated) {
    String target(UUID officer, LocalDate asOf) {
        var filled = "/" + service + "/v1/" + path.replace("{id}", officer.toString());
        return dated ? filled + (filled.contains("?") ? "&" : "?") + "asOf=" + asOf : filled;
    }
}
