package vn.gov.hanoi.training.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of postings that wait. */
@ConfigMapping(prefix = "congvu.ledger")
interface LedgerConfig {
    /** Most postings that wait to be written; more are refused with 503. */
    @WithDefault("512")
    int waiting();

    /** Most postings in one statement. */
    @WithDefault("128")
    int batch();

    /** Longest wait of a posting until it is written, in milliseconds; after it 503, and nothing is posted. */
    @WithDefault("8000")
    long patienceMillis();
}
