package vn.gov.hanoi.selection.support;

import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.selection.proof.SealedJson;

/** Rounds whose result is published, whatever led to it. */
public final class Contests {
    private Contests() {}

    /**
     * A contest with its result.
     *
     * @param vacancies its posts
     * @param applications by post and person
     */
    public record Contest(
            Cast cast, String roundId, List<String> vacancies, Map<String, Map<UUID, Json>> applications) {
        public String vacancy() {
            return vacancies.getFirst();
        }

        public String application(UUID person) {
            return application(vacancy(), person);
        }

        public String application(String vacancy, UUID person) {
            return Objects.requireNonNull(applications.get(vacancy)).get(person).getString("id");
        }

        public String state() {
            return String.valueOf(Database.query("select state from rounds where id = ?", UUID.fromString(roundId))
                    .getFirst()
                    .get("state"));
        }
    }

    /** Officers of the division, with good results until yesterday. */
    public static List<UUID> people(Cast cast, int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> {
                    var person = Org.officer(cast.division());
                    Applications.tellGoodResults(person, Rounds.TODAY.minusDays(1));
                    return person;
                })
                .toList();
    }

    /** One post with these people by rank, from 1. */
    public static Contest published(Cast cast, List<UUID> ranked) {
        return published(cast, List.of(ranked), ranked.size());
    }

    /**
     * Posts with their people; the first {@code passed} of each are ranked from 1, the others did not pass.
     *
     * @param posts at least two people for each
     */
    public static Contest published(Cast cast, List<List<UUID>> posts, int passed) {
        var vacancies = posts.stream()
                .map(_ -> Vacancies.draft(cast.organiser(), cast.division().id(), "Trưởng phòng " + UUID.randomUUID())
                        .getString("id"))
                .toList();
        var draft = Rounds.played(
                vacancies.getFirst(),
                Rounds.post(cast.organiser(), Rounds.plan(cast, vacancies.toArray(String[]::new))),
                201);
        var approved = Rounds.played(
                vacancies.getFirst(),
                Rounds.act(cast.approver(), draft.id(), draft.etag(), "approve", Map.of("decision", Rounds.decision())),
                200);
        var checking = Rounds.played(
                vacancies.getFirst(),
                Rounds.act(
                        cast.organiser(),
                        approved.id(),
                        approved.etag(),
                        "publish",
                        Map.of("data", Rounds.announcement(Rounds.TODAY.minusDays(1)))),
                200);
        var applications = new LinkedHashMap<String, Map<UUID, Json>>();
        for (int i = 0; i < posts.size(); i++) {
            var played = new Rounds.Played(checking.id(), vacancies.get(i), checking.etag());
            var own = new LinkedHashMap<UUID, Json>();
            posts.get(i).forEach(person -> own.put(person, Applications.entered(cast, played, person)));
            applications.put(vacancies.get(i), own);
        }
        Rounds.issue(cast, Rounds.locked(cast, checking)).then().statusCode(200);
        var contest = new Contest(cast, checking.id(), vacancies, applications);
        tell(contest, passed);
        return contest;
    }

    private static void tell(Contest contest, int passed) {
        var posts = new ArrayList<Map<String, @Nullable Object>>();
        contest.applications().forEach((vacancy, people) -> {
            var entries = new ArrayList<Map<String, @Nullable Object>>();
            int rank = 0;
            for (var application : people.values()) {
                rank++;
                var mark = "%d.00".formatted(90 - rank);
                boolean isRanked = rank <= passed;
                var entry = new LinkedHashMap<String, @Nullable Object>();
                entry.put("applicationId", application.getString("id"));
                entry.put("code", "D-%02d".formatted(rank));
                entry.put("outcome", isRanked ? "RANKED" : "FAILED_DEFENCE");
                entry.put("rank", isRanked ? Integer.valueOf(rank) : null);
                entry.put("written", "70.00");
                entry.put("sum", mark);
                entry.put("count", 1);
                entry.put("project", mark);
                entry.put("total", isRanked ? mark : null);
                entry.put("separatedBy", isRanked ? (rank == 1 ? "FIRST" : "TOTAL") : null);
                entries.add(entry);
            }
            var post = new LinkedHashMap<String, @Nullable Object>();
            post.put("vacancyId", vacancy);
            post.put("entries", entries);
            post.put("tie", null);
            posts.add(post);
        });
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("posts", posts);
        for (var later : List.of("minutes", "approval", "returned", "salt")) {
            content.put(later, null);
        }
        var id = UUID.randomUUID();
        var sealed = Arc.container().instance(SealedJson.class).get().seal(content, "merit_lists", id);
        var round = UUID.fromString(contest.roundId());
        Database.execute(
                "insert into merit_lists (id, round_id, unit_id, state, commitment, content, published_on, version, changed_at) "
                        + "values (?, ?, ?, 'PUBLISHED', repeat('0', 64), ?, ?, 1, now())",
                id,
                round,
                contest.cast().department().id(),
                sealed,
                Rounds.TODAY);
        Database.execute("update rounds set state = 'RESULT_PUBLISHED', version = version + 1 where id = ?", round);
    }
}
