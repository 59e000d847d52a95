package vn.gov.hanoi.selection.vacancy;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.selection.ruleset.Medium;

/** An announcement as it is asked for and shown. */
@Schema(name = "VacancyAnnouncement", description = "When and how a vacancy is made known; days in Hanoi")
public record AnnouncementPart(
        @Schema(description = "Day of the announcement", examples = "2020-03-16") @NotNull @PlausibleDay
        LocalDate announcedOn,

        @Schema(description = "First day on which dossiers are taken", examples = "2020-03-16") @NotNull @PlausibleDay
        LocalDate dossiersFrom,

        @Schema(description = "Last day on which dossiers are taken", examples = "2020-04-15") @NotNull @PlausibleDay
        LocalDate dossiersTo,

        @Schema(description = "Media of the announcement, each once", maxItems = 3) @NotEmpty @Size(max = 3)
        List<@NotNull Medium> media) {

    public Announcement wanted() {
        return new Announcement(announcedOn, dossiersFrom, dossiersTo, media);
    }

    public static AnnouncementPart from(Announcement announcement) {
        return new AnnouncementPart(
                announcement.announcedOn(),
                announcement.dossiersFrom(),
                announcement.dossiersTo(),
                announcement.media());
    }
}
