package vn.gov.hanoi.evaluation.exports;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The kinds of rows this service can export. */
@ApplicationScoped
class Exporters {
    private final Map<ExportKind, RowExporter> byKind = new EnumMap<>(ExportKind.class);

    Exporters(@All List<RowExporter> exporters) {
        exporters.forEach(exporter -> byKind.put(exporter.kind(), exporter));
    }

    RowExporter of(ExportKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }
}
