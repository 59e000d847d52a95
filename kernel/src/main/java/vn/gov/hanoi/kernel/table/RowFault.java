package vn.gov.hanoi.kernel.table;

/** Why a row as a whole cannot be read. The rows behind it can. */
public enum RowFault {
    /** CSV: a quote is not closed, or something follows the closing quote. */
    QUOTE_BROKEN,
    /** NDJSON: the line is not one JSON object. */
    JSON_MALFORMED,
    /** NDJSON: a property is not in the template. */
    PROPERTY_UNKNOWN,
    /** NDJSON: a property stands twice in the object. */
    PROPERTY_TWICE;

    /** Whether the line is an object at least. */
    public boolean isObject() {
        return this == PROPERTY_UNKNOWN || this == PROPERTY_TWICE;
    }
}
