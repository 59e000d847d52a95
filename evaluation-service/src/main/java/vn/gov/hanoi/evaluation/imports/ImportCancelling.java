package vn.gov.hanoi.evaluation.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.gov.hanoi.evaluation.operations.OperationCancelled;

/** Removes the waiting rows of an import that was cancelled; they hold personal data. */
@ApplicationScoped
class ImportCancelling {
    private final ImportRepository imports;

    ImportCancelling(ImportRepository imports) {
        this.imports = imports;
    }

    void onCancelled(@Observes OperationCancelled operation) {
        imports.dropChunksOf(operation.id());
    }
}
