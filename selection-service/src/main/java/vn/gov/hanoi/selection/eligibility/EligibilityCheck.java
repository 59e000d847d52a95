package vn.gov.hanoi.selection.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.proof.CanonicalJson;

/**
 * What was found about a candidate; never changed.
 *
 * @param number from 1 within the application
 * @param madeOn day as of which sanctions count
 * @param cutOff last day of the dossier window, from which recent periods count
 * @param digest SHA-256 over the canonical JSON of all before it
 */
record EligibilityCheck(
        UUID id,
        UUID applicationId,
        int number,
        Kind kind,
        LocalDate madeOn,
        LocalDate cutOff,
        String conditionSet,
        int conditionSetVersion,
        List<Finding> findings,
        String digest,
        Instant madeAt,
        String madeBy) {
    enum Kind {
        /** At the cut-off, with those of all candidates of the round. */
        FROZEN,
        /** Because something differs from the check before. */
        RECHECK
    }

    EligibilityCheck {
        findings = List.copyOf(findings);
    }

    /** The digest of what a check says. */
    static String digest(
            UUID applicationId,
            int number,
            Kind kind,
            LocalDate madeOn,
            LocalDate cutOff,
            String conditionSet,
            int conditionSetVersion,
            List<Finding> findings) {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("applicationId", applicationId.toString());
        said.put("number", number);
        said.put("kind", kind);
        said.put("madeOn", madeOn);
        said.put("cutOff", cutOff);
        said.put("conditionSet", conditionSet);
        said.put("conditionSetVersion", conditionSetVersion);
        said.put("findings", findings);
        return CanonicalJson.digest(said);
    }

    Optional<Finding> finding(String condition) {
        return findings.stream()
                .filter(each -> each.condition().equals(condition))
                .findFirst();
    }

    /** Codes of the conditions about which another check says something else, in the order of the set. */
    List<String> differencesTo(List<Finding> others) {
        return others.stream()
                .filter(other -> finding(other.condition())
                        .filter(own -> own.agreesWith(other) && Objects.equals(own.until(), other.until()))
                        .isEmpty())
                .map(Finding::condition)
                .toList();
    }
}
