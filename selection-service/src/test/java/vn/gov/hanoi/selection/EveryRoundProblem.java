package vn.gov.hanoi.selection;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Sanctioned;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.Vacancies;

/** How a caller meets the problems of rounds, applications and eligibility. */
record EveryRoundProblem(Cast cast) {
    private static final LocalDate TODAY = Rounds.TODAY;
    private static final Map<String, Object> UNSIGNED =
            Map.of("number", "1/QĐ", "signedOn", Rounds.TODAY.plusDays(1).toString(), "issuer", "Sở Nội vụ");

    private static @Nullable EveryPanelProblem panels;

    Response raise(SelectionProblem problem) {
        return switch (problem) {
            case POST_IN_ROUND -> {
                var draft = Rounds.draft(cast);
                var etag = Vacancies.get(cast.organiser(), draft.vacancyId()).getString("etag");
                yield Vacancies.publish(cast.organiser(), draft.vacancyId(), etag, Vacancies.announcement(TODAY));
            }
            case POST_UNKNOWN -> plan("posts", List.of(Map.of("vacancyId", UUID.randomUUID())));
            case POST_TAKEN ->
                Rounds.post(
                        cast.organiser(), Rounds.plan(cast, Rounds.draft(cast).vacancyId()));
            case POST_TWICE -> {
                var vacancy = vacancy();
                yield Rounds.post(cast.organiser(), Rounds.plan(cast, vacancy, vacancy));
            }
            case CALENDAR_ORDER -> plan("listOn", TODAY.minusDays(50).toString());
            case EXAM_TOO_EARLY -> plan("examOn", TODAY.plusDays(7).toString());
            case EXAM_TOO_LATE -> plan("examOn", TODAY.plusDays(51).toString());
            case CONDITION_SET_UNKNOWN ->
                plan("posts", List.of(Map.of("vacancyId", vacancy(), "conditionSet", "VN-NONE")));
            case OFFICER_UNKNOWN -> plan("personnel", List.of(UUID.randomUUID(), cast.first()));
            case TOO_FEW_PERSONNEL -> {
                var draft = Rounds.draft(cast);
                yield Rounds.act(
                        cast.organiser(),
                        draft.id(),
                        draft.etag(),
                        "assign",
                        Map.of("data", Map.of("personnel", List.of(cast.first(), cast.first()))));
            }
            case DECISION_NOT_SIGNED_YET -> {
                var draft = Rounds.draft(cast);
                yield Rounds.act(cast.approver(), draft.id(), draft.etag(), "approve", Map.of("decision", UNSIGNED));
            }
            case LIST_BEFORE_CLOSE -> announce(TODAY.plusDays(5));
            case LIST_TOO_LATE -> announce(TODAY.minusDays(26));
            case ROUND_STATE -> {
                var draft = Rounds.draft(cast);
                yield Rounds.act(
                        cast.organiser(),
                        draft.id(),
                        draft.etag(),
                        "publish",
                        Map.of("data", Rounds.announcement(TODAY)));
            }
            case ALREADY_FROZEN -> {
                var locked = Rounds.locked(cast, Rounds.checking(cast));
                yield Rounds.act(cast.personnel(), locked.id(), locked.etag(), "lock", Map.of());
            }
            case NOT_FROZEN -> Rounds.issue(cast, Rounds.checking(cast));
            case NOT_PERSONNEL -> {
                var round = Rounds.receiving(cast);
                yield Applications.post(
                        Cast.candidate(candidate()), Applications.own(round.vacancyId(), UUID.randomUUID()));
            }
            default -> raiseOfApplication(problem);
        };
    }

    private Response raiseOfApplication(SelectionProblem problem) {
        return switch (problem) {
            case ONLY_PERSONNEL -> {
                var person = candidate();
                var request = Applications.request(Rounds.receiving(cast).vacancyId(), person);
                yield Applications.post(Cast.candidate(person), request);
            }
            case RECEIVED_IN_FUTURE -> entry("receivedOn", TODAY.plusDays(1).toString());
            case OUTSIDE_WINDOW -> entry("receivedOn", TODAY.minusDays(31).toString());
            case LATE_NOT_NEEDED ->
                entry("late", Map.of("reason", Rounds.reason("FORCE_MAJEURE"), "decision", Rounds.decision()));
            case DOCUMENT_DAYS -> {
                var document = Applications.document("OTHER", null);
                document.put("issuedOn", TODAY.toString());
                document.put("receivedOn", TODAY.minusDays(1).toString());
                yield entry("documents", List.of(document));
            }
            case NOMINATION_INCOMPLETE -> entry("source", "NOMINATED");
            case CONSENT_AFTER_RECEIPT -> entry("consentedOn", TODAY.toString());
            case PERSONNEL_CANNOT_APPLY -> entry("officerId", cast.second());
            case CANDIDACY_FORBIDDEN -> {
                var person = candidate();
                Sanctioned.tell(List.of(Sanctioned.imposed(person, "REPRIMAND", TODAY.minusDays(30))));
                yield entry("officerId", person);
            }
            case CANDIDATE_EXAMINED -> {
                var person = candidate();
                Sanctioned.tell(List.of(Sanctioned.considered(person, TODAY.minusDays(30))));
                yield entry("officerId", person);
            }
            case APPLICATION_EXISTS -> {
                var round = Rounds.receiving(cast);
                var person = candidate();
                Applications.entered(cast, round, person);
                yield Applications.post(cast.otherPersonnel(), Applications.request(round.vacancyId(), person));
            }
            case APPLICATION_ENDED -> {
                var application = Applications.entered(cast, Rounds.receiving(cast), candidate());
                withdraw(application, "OWN_WISH", null);
                yield withdraw(application, "OWN_WISH", null);
            }
            case EXEMPTION_GROUND ->
                withdraw(Applications.entered(cast, Rounds.receiving(cast), candidate()), "HOLIDAY", Rounds.decision());
            case ALREADY_HELD -> {
                var application = Applications.entered(cast, Rounds.receiving(cast), candidate());
                hold(application, "lock");
                yield hold(application, "lock");
            }
            case NOT_HELD -> hold(Applications.entered(cast, Rounds.receiving(cast), candidate()), "release");
            case RESULT_NOT_PUBLISHED,
                    NOT_NEXT_RANKED,
                    NEXT_NOT_ALLOWED,
                    POST_FILLED,
                    POST_ENDED,
                    CANDIDATE_REMAINS,
                    NO_LONGER_ELIGIBLE,
                    APPOINTMENT_STATE,
                    CONSENT_MISSING,
                    CONSENT_RECORDED,
                    EFFECTIVE_BEFORE_DECISION,
                    APPOINTMENT_IN_EFFECT,
                    TOO_MANY_TERMS -> EveryAppointmentProblem.raise(problem, cast);
            case CONDITION_UNKNOWN, CONDITION_MET, NOT_OVERRIDABLE, ALREADY_OVERRIDDEN, CANDIDATES_ENOUGH ->
                raiseOfEligibility(problem);
            default -> panels().raise(problem);
        };
    }

    private Response raiseOfEligibility(SelectionProblem problem) {
        var round = Rounds.checking(cast);
        var application = Applications.entered(cast, round, candidate());
        var locked = Rounds.locked(cast, round);
        return switch (problem) {
            case CONDITION_UNKNOWN -> decide(application, "NOTHING");
            case CONDITION_MET -> decide(application, "NO_DISCIPLINE");
            case NOT_OVERRIDABLE -> {
                var person = candidate();
                var other = Rounds.checking(cast);
                var request = Applications.request(other.vacancyId(), person);
                request.put("documents", List.of());
                var bare = Applications.post(cast.personnel(), request)
                        .then()
                        .statusCode(201)
                        .extract()
                        .as(Json.class);
                Rounds.locked(cast, other);
                yield decide(bare, "PLANNING_LIST");
            }
            case ALREADY_OVERRIDDEN -> {
                decide(application, "ANNUAL_LEVELS").then().statusCode(200);
                yield decide(application, "ANNUAL_LEVELS");
            }
            case CANDIDATES_ENOUGH -> {
                var other = Rounds.checking(cast);
                for (var person : List.of(candidate(), candidate())) {
                    Applications.entered(cast, other, person);
                    Applications.tellGoodResults(person, TODAY.minusDays(1));
                }
                var listed = Rounds.played(other.vacancyId(), Rounds.issue(cast, Rounds.locked(cast, other)), 200);
                yield Rounds.act(
                        cast.approver(),
                        listed.id(),
                        listed.etag(),
                        "suspend",
                        Map.of("decision", Rounds.decision(), "reason", Rounds.reason("TOO_FEW")));
            }
            default -> throw new AssertionError("nobody says how a caller meets " + problem + " " + locked.id());
        };
    }

    private EveryPanelProblem panels() {
        if (panels == null) {
            panels = new EveryPanelProblem(cast);
        }
        return panels;
    }

    private UUID candidate() {
        return Org.officer(cast.division());
    }

    private String vacancy() {
        return Vacancies.draft(cast.organiser(), cast.division().id(), "Trưởng phòng " + UUID.randomUUID())
                .getString("id");
    }

    private Response plan(String name, Object value) {
        var plan = Rounds.plan(cast, vacancy());
        plan.put(name, value);
        return Rounds.post(cast.organiser(), plan);
    }

    private Response announce(LocalDate to) {
        var approved = Rounds.approved(cast);
        return Rounds.act(
                cast.organiser(), approved.id(), approved.etag(), "publish", Map.of("data", Rounds.announcement(to)));
    }

    private Response entry(String name, Object value) {
        var request = Applications.request(Rounds.receiving(cast).vacancyId(), candidate());
        request.put(name, value);
        return Applications.post(cast.personnel(), request);
    }

    private Response withdraw(Json application, String reason, @Nullable Object exemption) {
        var body = new java.util.LinkedHashMap<String, @Nullable Object>();
        body.put("reason", Rounds.reason(reason));
        body.put("exemption", exemption);
        return Applications.act(cast.personnel(), application, "withdraw", body);
    }

    private Response hold(Json application, String verb) {
        return Applications.act(
                cast.personnel(),
                application,
                verb,
                Map.of("reason", Rounds.reason("COURT"), "decision", Rounds.decision()));
    }

    private Response decide(Json application, String condition) {
        return Applications.act(
                cast.otherPersonnel(),
                application,
                "decide",
                Map.of(
                        "reason", Rounds.reason("SPECIAL"),
                        "decision", Rounds.decision(),
                        "data", Map.of("condition", condition)));
    }
}
