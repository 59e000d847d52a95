package vn.gov.hanoi.localstack.city;

/**
 * What a load did. After a repeated load the counts are those of the first one, because the suite replays its answers.
 *
 * @param planId id of the training plan of the year, made now or before
 * @param planCreated whether this load made the plan
 * @param vacanciesCreated vacancies made by this load
 * @param vacanciesAnnounced vacancies announced by this load
 */
public record LoadReport(
        ImportCounts units,
        ImportCounts officers,
        String planId,
        boolean planCreated,
        int vacanciesCreated,
        int vacanciesAnnounced) {}
