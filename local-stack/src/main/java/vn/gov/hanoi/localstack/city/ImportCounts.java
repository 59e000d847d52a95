package vn.gov.hanoi.localstack.city;

/** Rows of one or more imports by what became of them. */
public record ImportCounts(int created, int updated, int unchanged, int failed) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0);

    ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                created + other.created, updated + other.updated, unchanged + other.unchanged, failed + other.failed);
    }
}
