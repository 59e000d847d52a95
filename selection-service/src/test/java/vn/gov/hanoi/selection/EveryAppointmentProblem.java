package vn.gov.hanoi.selection;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.selection.support.Appointments;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contests;
import vn.gov.hanoi.selection.support.Contests.Contest;
import vn.gov.hanoi.selection.support.Rounds;

/** How a caller meets the problems of appointments. The contests are shared; a refused act leaves them as they were. */
final class EveryAppointmentProblem {
    private static final int FRESH = 0;
    private static final int DECLINED = 1;
    private static final int PROPOSED = 2;

    private static @Nullable EveryAppointmentProblem all;

    private final Cast cast;
    private final List<UUID> people;
    private final Contest contest;
    private @Nullable Json proposed;

    private EveryAppointmentProblem(Cast cast) {
        this.cast = cast;
        people = Contests.people(cast, 2);
        contest = Contests.published(cast, List.of(people, people, people), 2);
    }

    static Response raise(SelectionProblem problem, Cast cast) {
        if (all == null) {
            all = new EveryAppointmentProblem(cast);
        }
        return all.raise(problem);
    }

    private Response raise(SelectionProblem problem) {
        return switch (problem) {
            case RESULT_NOT_PUBLISHED ->
                Appointments.post(
                        cast.personnel(),
                        Appointments.request(
                                Rounds.receiving(cast).vacancyId(),
                                UUID.randomUUID().toString()));
            case NOT_NEXT_RANKED -> propose(FRESH, 1);
            case CANDIDATE_REMAINS -> close(FRESH);
            case NEXT_NOT_ALLOWED -> {
                decline();
                yield propose(DECLINED, 1);
            }
            case POST_ENDED -> {
                decline();
                close(DECLINED);
                yield close(DECLINED);
            }
            case POST_FILLED -> {
                proposed();
                yield propose(PROPOSED, 1);
            }
            case APPOINTMENT_STATE -> act("apply", Map.of("reason", Rounds.reason("UNIT_RESTORED")));
            case CONSENT_MISSING -> act("decide", Appointments.decision(Rounds.TODAY));
            case CONSENT_RECORDED -> {
                act("review", Appointments.consent("PARTY"));
                yield act("review", Appointments.consent("PARTY"));
            }
            case EFFECTIVE_BEFORE_DECISION -> {
                consent();
                yield act("decide", Appointments.decision(Rounds.TODAY.minusDays(1)));
            }
            case TOO_MANY_TERMS -> {
                consent();
                Database.execute(
                        "insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, kind, category) "
                                + "values (?, ?, ?, 'HEAD', 'Trưởng phòng', true, false, '2010-01-01', 'ACTING', 'CIVIL_SERVANT')",
                        UUID.randomUUID(),
                        people.getFirst(),
                        cast.division().id());
                yield act("decide", Appointments.decision(Rounds.TODAY));
            }
            case NO_LONGER_ELIGIBLE -> {
                var others = Contests.people(cast, 2);
                var own = Contests.published(cast, others);
                Sanctioned.tell(List.of(Sanctioned.imposed(others.getFirst(), "REPRIMAND", Rounds.TODAY.minusDays(1))));
                yield Appointments.act(
                        cast.personnel(),
                        Appointments.proposed(own, others.getFirst()),
                        "review",
                        Appointments.consent("PARTY"));
            }
            case APPOINTMENT_IN_EFFECT -> {
                var others = Contests.people(cast, 2);
                var decided = Appointments.decided(Contests.published(cast, others), others.getFirst(), Rounds.TODAY);
                yield Appointments.act(cast.approver(), decided, "revoke", Appointments.ending("DECISION_WRONG"));
            }
            default -> throw new AssertionError("nobody says how a caller meets " + problem);
        };
    }

    private Response propose(int post, int person) {
        var vacancy = contest.vacancies().get(post);
        return Appointments.post(
                cast.personnel(), Appointments.request(vacancy, contest.application(vacancy, people.get(person))));
    }

    private Response close(int post) {
        var body = new LinkedHashMap<String, Object>(Appointments.ending("NOBODY_LEFT"));
        body.put("vacancyId", contest.vacancies().get(post));
        return Api.as(cast.approver())
                .header("Idempotency-Key", Api.key())
                .body(body)
                .post(Appointments.PATH + "/actions/close");
    }

    private void decline() {
        var answer = propose(DECLINED, 0);
        if (answer.statusCode() == 201) {
            Appointments.act(
                    cast.personnel(), answer.as(Json.class), "withdraw", Map.of("reason", Rounds.reason("OWN_WISH")));
        }
    }

    private Json proposed() {
        if (proposed == null) {
            proposed = propose(PROPOSED, 0).then().statusCode(201).extract().as(Json.class);
        }
        return proposed;
    }

    private void consent() {
        act("review", Appointments.consent("PARTY"));
        act("review", Appointments.consent("AUTHORITY"));
    }

    private Response act(String verb, Object body) {
        var token = verb.equals("review") ? cast.personnel() : cast.approver();
        return Appointments.act(token, Appointments.read(cast.approver(), proposed()), verb, body);
    }
}
