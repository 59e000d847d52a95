package vn.gov.hanoi.selection.vacancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What everybody may read about announcements. */
final class AnnouncementApi {
    private AnnouncementApi() {}

    @Schema(
            name = "PublicAnnouncement",
            requiredProperties = {
                "id",
                "vacancyId",
                "kind",
                "unitCode",
                "unitName",
                "postTitle",
                "positions",
                "announcedOn",
                "dossiersFrom",
                "dossiersTo",
                "madeAt"
            },
            description = "Something that was announced; it never changes")
    record PublicAnnouncement(
            @Schema(description = "Id") UUID id,
            @Schema(description = "The vacancy") UUID vacancyId,

            @Schema(description = "PUBLISHED, or SUSPENDED or CANCELLED with the round", maxLength = 20)
            String kind,

            @Schema(description = "Code of the unit of the post", maxLength = 40)
            String unitCode,

            @Schema(description = "Name of the unit of the post", maxLength = 300)
            String unitName,

            @Schema(description = "Title of the post", maxLength = 200)
            String postTitle,

            @Schema(description = "How many persons are sought")
            int positions,

            @Schema(description = "Day of the announcement") LocalDate announcedOn,

            @Schema(description = "First day on which dossiers are taken")
            LocalDate dossiersFrom,

            @Schema(description = "Last day on which dossiers are taken")
            LocalDate dossiersTo,

            @Schema(description = "When it was announced, UTC")
            Instant madeAt) {}
}
