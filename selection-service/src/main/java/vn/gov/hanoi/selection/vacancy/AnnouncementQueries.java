package vn.gov.hanoi.selection.vacancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.selection.listing.KeysetQueries;
import vn.gov.hanoi.selection.listing.KeysetQueries.Listing;
import vn.gov.hanoi.selection.listing.KeysetQueries.Terms;
import vn.gov.hanoi.selection.vacancy.AnnouncementApi.PublicAnnouncement;

/** Reads what was announced, for everybody. */
@ApplicationScoped
class AnnouncementQueries {
    private static final Listing LISTING = new Listing(
            "n.*",
            "announcements n",
            "n.made_at desc, n.id desc",
            "(n.made_at, n.id) < (cast(:after0 as timestamptz), cast(:after1 as uuid))");

    private final KeysetQueries pages;

    AnnouncementQueries(KeysetQueries pages) {
        this.pages = pages;
    }

    /** The latest first, past ones too. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<PublicAnnouncement> page(@Nullable UUID vacancyId, PageRequest request) {
        return pages.page(
                LISTING,
                new Terms().add("n.vacancy_id = :vacancy", "vacancy", vacancyId),
                "public/announcements|" + vacancyId,
                request,
                AnnouncementQueries::item,
                item -> List.of(item.madeAt().toString(), item.id().toString()));
    }

    private static PublicAnnouncement item(Tuple row) {
        return new PublicAnnouncement(
                row.get("id", UUID.class),
                row.get("vacancy_id", UUID.class),
                row.get("kind", String.class),
                row.get("unit_code", String.class),
                row.get("unit_name", String.class),
                row.get("post_title", String.class),
                row.get("positions", Integer.class),
                row.get("announced_on", LocalDate.class),
                row.get("dossiers_from", LocalDate.class),
                row.get("dossiers_to", LocalDate.class),
                row.get("made_at", Instant.class));
    }
}
