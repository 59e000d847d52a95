package vn.gov.hanoi.evaluation.imports;

import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * Rows to apply in the running transaction.
 *
 * @param importId the import whose rows they are
 * @param caller who sent the file
 * @param stamp moment of the change; if the kind changes the directory, its clock is held for it
 * @param header columns in the order of the file
 */
public record Batch(UUID importId, Caller caller, Stamp stamp, List<String> header, List<ImportRow> rows) {}
