package vn.gov.hanoi.evaluation.imports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /**
     * The template of a kind: the one for a month of a unit, or with all columns that files may have.
     *
     * <p>Refusals: those of {@link RowImporter#template}.
     */
    ImportTemplate template(ImportKind kind, @Nullable YearMonth month, @Nullable UUID unitId, Caller caller) {
        var own = month == null || unitId == null
                ? Optional.<ImportTemplate>empty()
                : of(kind).template(month, unitId, caller);
        return own.orElseGet(() ->
                ImportTemplate.plain(Stream.concat(of(kind).columns().stream(), of(kind).optionalColumns().stream())
                        .toList()));
    }

    /** A file of this kind, to be read once. */
    ImportFile file(ImportKind kind) {
        return new ImportFile(of(kind).columns(), of(kind).optionalColumns(), config);
    }
}
