package vn.gov.hanoi.gateway.dossier;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the dossier, where it is read, and what of it stands on paper.
 *
 * @param name in the answer
 * @param title on paper
 * @param service who owns it
 * @param path below the service; {@code {id}} stands for the officer
 * @param dated whether the service can show it as of a day
 * @param tables on paper, in their order
 */
record DossierPart(String name, String title, String service, String path, boolean dated, List<PartTable> tables) {
    private static final String FILE = "/dossier/parts.yaml";

    /**
     * Data about all parts.
     *
     * @param parts in the order in which they are shown
     * @param words codes in Vietnamese
     */
    record Catalogue(List<DossierPart> parts, Map<String, String> words) {
        static Catalogue load() {
            try (var file = Objects.requireNonNull(DossierPart.class.getResourceAsStream(FILE), FILE)) {
                return new YAMLMapper().readValue(file, Catalogue.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param rows pointer to the list; null for the answer itself */
    record PartTable(@Nullable String rows, List<Column> columns) {}

    /**
     * @param at pointers into a row
     * @param money whether it is an amount in đồng
     */
    record Column(String label, List<String> at, boolean money) {}

    String target(UUID officer, LocalDate asOf) {
        var filled = "/" + service + "/v1/" + path.replace("{id}", officer.toString());
        return dated ? filled + (filled.contains("?") ? "&" : "?") + "asOf=" + asOf : filled;
    }
}
