package vn.gov.hanoi.kernel.outbox;

import java.util.UUID;

/**
 * A fact about to be told.
 *
 * @param topic topic and first part of the type, for example {@code directory.unit}
 * @param fact past tense, for example {@code recorded}
 * @param version of the schema, from 1
 * @param collection collection of the record, for example {@code units}; with the id it is the subject
 * @param aggregateId the record; sequences are contiguous for it
 * @param key the officer, unit or vacancy the fact is about; events of one key keep their order
 * @param data payload record of the published contract
 */
public record EventDraft(
        String topic, String fact, int version, String collection, UUID aggregateId, UUID key, Object data) {
    public String type() {
        return "vn.gov.hanoi." + topic + "." + fact + ".v" + version;
    }
}
