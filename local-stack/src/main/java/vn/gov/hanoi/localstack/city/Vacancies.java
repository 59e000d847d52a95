package vn.gov.hanoi.localstack.city;

import java.util.List;

/** Sample vacancies of division level (cấp phòng) and the announcement that the announced ones share. */
public record Vacancies(
        String legalBasis,
        String decisionSignedOn,
        String decisionIssuer,
        Announcement announcement,
        List<Post> posts) {

    /** Where and for how long dossiers are called for: at least one mass medium, the web site and the notice board. */
    public record Announcement(String announcedOn, String dossiersFrom, String dossiersTo, List<String> media) {}

    /**
     * One post to be filled.
     *
     * @param parent name of the department or district
     * @param unit name of the division below it
     * @param announced whether the load publishes the vacancy or leaves it as a draft
     */
    public record Post(
            String parent,
            String unit,
            String postTitle,
            int positions,
            int minimumCandidates,
            String decisionNumber,
            boolean announced) {}
}
