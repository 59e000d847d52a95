package vn.gov.hanoi.selection.vacancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.ruleset.Medium;
import vn.gov.hanoi.selection.ruleset.SelectionDefaults;

/**
 * When and how a vacancy is made known, and when dossiers are taken (both days inclusive). All days are days in Hanoi.
 *
 * @param media each once, in the order of the enum
 */
@Embeddable
public record Announcement(
        @Column(name = "announced_on") LocalDate announcedOn,
        @Column(name = "dossiers_from") LocalDate dossiersFrom,
        @Column(name = "dossiers_to") LocalDate dossiersTo,

        @Column(name = "media") @JdbcTypeCode(SqlTypes.ARRAY) @Enumerated(EnumType.STRING)
        List<Medium> media) {
    public Announcement {
        media = media.stream().distinct().sorted().toList();
    }

    /**
     * What is wrong with these days and media, all of it.
     *
     * <p>Refusals: selection.dossiers-before-announcement, selection.dossiers-end-before-start,
     * selection.dossier-window-too-short, selection.medium-missing (one for each).
     */
    public List<Refusal> refusals(SelectionDefaults rules) {
        var refusals = new ArrayList<Refusal>();
        if (dossiersFrom.isBefore(announcedOn)) {
            refusals.add(Refusal.of(
                            SelectionProblem.DOSSIERS_BEFORE_ANNOUNCEMENT,
                            "announcedOn",
                            announcedOn,
                            "dossiersFrom",
                            dossiersFrom)
                    .at("/data/dossiersFrom"));
        }
        refusals.addAll(windowRefusals(rules.minimumDossierDays()));
        for (var medium : rules.missingMedia(media)) {
            refusals.add(Refusal.of(SelectionProblem.MEDIUM_MISSING, "medium", medium)
                    .at("/data/media"));
        }
        return refusals;
    }

    /** A window that ends before it starts is not called too short as well. */
    private List<Refusal> windowRefusals(int minimumDays) {
        if (dossiersTo.isBefore(dossiersFrom)) {
            return List.of(Refusal.of(
                            SelectionProblem.DOSSIERS_END_BEFORE_START,
                            "dossiersFrom",
                            dossiersFrom,
                            "dossiersTo",
                            dossiersTo)
                    .at("/data/dossiersTo"));
        }
        long days = SelectionDefaults.dossierDays(dossiersFrom, dossiersTo);
        return days >= minimumDays
                ? List.of()
                : List.of(Refusal.of(SelectionProblem.DOSSIER_WINDOW_TOO_SHORT, "days", days, "minimum", minimumDays)
                        .at("/data/dossiersTo"));
    }
}
