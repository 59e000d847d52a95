package vn.gov.hanoi.selection.vacancy;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A vacancy was announced: data of {@code vn.gov.hanoi.selection.announcement.published.v1}. All of it is public.
 *
 * @param version version of the vacancy after the announcement
 * @param positions how many persons are sought
 * @param dossiersTo last day on which dossiers are taken
 */
record VacancyAnnounced(
        UUID id,
        long version,
        UUID unitId,
        String postTitle,
        int positions,
        LocalDate announcedOn,
        LocalDate dossiersFrom,
        LocalDate dossiersTo) {}
