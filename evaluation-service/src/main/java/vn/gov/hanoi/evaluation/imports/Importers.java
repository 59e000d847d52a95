package vn.gov.hanoi.evaluation.imports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

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

    /** Whether the caller may import this kind at all. Refusals: auth.role-missing, scope.unit-unknown. */
    void authorise(ImportKind kind, Caller caller) {
        if (!caller.roles().contains(of(kind).role())) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
        of(kind).authorise(caller);
    }

    /** All columns of the template of a kind, in its order. */
    List<String> template(ImportKind kind) {
        return Stream.concat(of(kind).columns().stream(), of(kind).optionalColumns().stream())
                .toList();
    }

    /** A file of this kind, to be read once. */
    ImportFile file(ImportKind kind) {
        return new ImportFile(of(kind).columns(), of(kind).optionalColumns(), config);
    }
}
