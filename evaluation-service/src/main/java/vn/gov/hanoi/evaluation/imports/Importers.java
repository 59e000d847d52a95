package vn.gov.hanoi.evaluation.imports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The kinds of rows this service can import. */
@ApplicationScoped
class Importers {
    private final Map<ImportKind, RowImporter> byKind = new EnumMap<>(ImportKind.class);
    private final ImportConfig config;

    Importers(@All List<RowImporter> importers, ImportConfig config) {
        importers.forEach(importer -> byKind.put(importer.kind(), importer));
        this.config = config;
    }

    RowImporter of(ImportKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    /** Reads a file by the template of its kind. Refusals: those of {@link ImportFile#read}. */
    ImportFile.Content content(ImportKind kind, Path file, Consumer<List<ImportRow>> chunks) {
        return new ImportFile(of(kind).columns(), config).read(file, chunks);
    }
}
