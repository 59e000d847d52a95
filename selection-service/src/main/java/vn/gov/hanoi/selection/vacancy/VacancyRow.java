package vn.gov.hanoi.selection.vacancy;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.selection.ruleset.Medium;

/**
 * A row of a list, with the values that place it.
 *
 * @param keys sort values, the id last
 */
record VacancyRow(
        UUID id,
        long version,
        VacancyState state,
        UnitSnapshot unit,
        String postTitle,
        int positions,
        int minimumCandidates,
        String legalBasis,
        Decision decision,
        @Nullable Announcement announcement,
        Instant changedAt,
        List<@Nullable String> keys) {
    static final String COLUMNS = """
            v.id, v.version, v.state, v.unit_id, v.unit_code, v.unit_name, v.unit_type, v.post_title, v.positions,
            v.minimum_candidates, v.legal_basis, v.decision_number, v.decision_signed_on, v.decision_issuer,
            v.announced_on, v.dossiers_from, v.dossiers_to, array_to_string(v.media, ',') as media, v.changed_at""";

    static VacancyRow from(Tuple row) {
        return new VacancyRow(
                row.get("id", UUID.class),
                number(row, "version").longValue(),
                VacancyState.valueOf(row.get("state", String.class)),
                new UnitSnapshot(
                        row.get("unit_id", UUID.class),
                        row.get("unit_code", String.class),
                        row.get("unit_name", String.class),
                        row.get("unit_type", String.class)),
                row.get("post_title", String.class),
                number(row, "positions").intValue(),
                number(row, "minimum_candidates").intValue(),
                row.get("legal_basis", String.class),
                new Decision(
                        row.get("decision_number", String.class),
                        row.get("decision_signed_on", LocalDate.class),
                        row.get("decision_issuer", String.class)),
                announcement(row),
                row.get("changed_at", Instant.class),
                List.of(
                        number(row, "place").toString(),
                        row.get("sort_key", String.class),
                        row.get("id", UUID.class).toString()));
    }

    VacancyApi.VacancySummary summary() {
        return new VacancyApi.VacancySummary(
                id,
                Etags.of(version),
                state,
                VacancyApi.UnitRef.from(unit),
                postTitle,
                positions,
                minimumCandidates,
                VacancyViews.announcement(announcement),
                version,
                changedAt);
    }

    /** Not for drafts. */
    VacancyApi.PublicVacancy open() {
        return new VacancyApi.PublicVacancy(
                id,
                state,
                VacancyApi.UnitRef.from(unit),
                postTitle,
                positions,
                minimumCandidates,
                legalBasis,
                VacancyApi.DecisionPart.from(decision),
                AnnouncementPart.from(Objects.requireNonNull(announcement)));
    }

    private static @Nullable Announcement announcement(Tuple row) {
        @Nullable String media = row.get("media", String.class);
        return media == null
                ? null
                : new Announcement(
                        row.get("announced_on", LocalDate.class),
                        row.get("dossiers_from", LocalDate.class),
                        row.get("dossiers_to", LocalDate.class),
                        Arrays.stream(media.split(",")).map(Medium::valueOf).toList());
    }

    private static Number number(Tuple row, String name) {
        return row.get(name, Number.class);
    }
}
