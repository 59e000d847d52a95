package vn.gov.hanoi.selection.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.eligibility.Eligible;
import vn.gov.hanoi.selection.paper.ExamApi.PlanRequest;
import vn.gov.hanoi.selection.paper.ExamApi.RoomPart;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Gives numbers and seats to all who may sit. */
@ApplicationScoped
class PlanExam {
    private final ExamDesk desk;
    private final ExamRepository exams;
    private final Rounds rounds;
    private final Places places;
    private final Eligible eligible;
    private final SelectionDefaultQueries defaults;
    private final SecureRandom random = new SecureRandom();

    PlanExam(
            ExamDesk desk,
            ExamRepository exams,
            Rounds rounds,
            Places places,
            Eligible eligible,
            SelectionDefaultQueries defaults) {
        this.desk = desk;
        this.exams = exams;
        this.rounds = rounds;
        this.places = places;
        this.eligible = eligible;
        this.defaults = defaults;
    }

    /** For an officer who handles the applications of the round; leaves nothing read. Refusal: resource.not-found for everybody else. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requirePersonnel(UUID roundId, Caller caller) {
        var round = rounds.find(roundId);
        if (round.isEmpty() || !places.of(round.get(), false, caller).personnel()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        exams.unread();
    }

    /** Refusals: selection.round-state, selection.exam-exists, selection.too-few-to-sit, selection.rooms-too-small. */
    @Transactional
    ExamDesk.Laid plan(UUID roundId, PlanRequest request, Caller caller) {
        var round = rounds.alone(roundId);
        Refused.ifAny(listed(round));
        if (exams.findByIdOptional(roundId).isPresent()) {
            throw new Refused(SelectionProblem.EXAM_EXISTS);
        }
        var rulesOn = rounds.approvedOn(round);
        var exam = Exam.plan(
                roundId,
                request.startsOn(),
                LocalTime.parse(request.startsAt()),
                defaults.writtenOn(rulesOn).minutes(),
                rulesOn,
                rounds.stamp(caller));
        exams.persist(exam);
        return seated(exam, round, request.rooms(), "plan", caller);
    }

    /** Plans it anew, with new numbers for all. Refusals: those of {@link #plan}, selection.exam-stage, those of If-Match. */
    @Transactional
    ExamDesk.Laid replan(UUID id, @Nullable String ifMatch, PlanRequest request, Caller caller) {
        var laid = desk.alone(id, caller);
        if (!laid.place().personnel()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        Etags.require(ifMatch, laid.exam().version());
        Refused.ifAny(desk.guard(laid).stage(ExamStage.PLANNED));
        exams.clear(id);
        laid.exam().move(request.startsOn(), LocalTime.parse(request.startsAt()), rounds.stamp(caller));
        return seated(laid.exam(), laid.round(), request.rooms(), "replan", caller);
    }

    private ExamDesk.Laid seated(Exam exam, Round round, List<RoomPart> rooms, String act, Caller caller) {
        var all = eligible.of(round.id());
        Refused.ifAny(refusals(all, round, rooms));
        Seating.draw(exam.id(), all.stream().map(Application::id).toList(), rooms, random)
                .forEach(exams::add);
        var laid = new ExamDesk.Laid(exam, round, places.of(round, false, caller));
        desk.kept(act, laid, Map.of("startsOn", exam.startsOn().toString()), caller);
        return laid;
    }

    private List<Refusal> listed(Round round) {
        var state = round.stateOn(rounds.today());
        return state == RoundState.LIST_PUBLISHED
                ? List.of()
                : List.of(Refusal.of(
                        SelectionProblem.ROUND_STATE,
                        "state",
                        state.name(),
                        "needed",
                        RoundState.LIST_PUBLISHED.name()));
    }

    private List<Refusal> refusals(List<Application> all, Round round, List<RoomPart> rooms) {
        var found = new ArrayList<>(tooFew(all, round));
        int seats = rooms.stream().mapToInt(RoomPart::seats).sum();
        if (seats < all.size()) {
            found.add(Refusal.of(SelectionProblem.ROOMS_TOO_SMALL, "seats", seats, "candidates", all.size())
                    .at("/rooms"));
        }
        return found;
    }

    /** A post with fewer eligible candidates than needed suspends the round instead. Refusal: selection.too-few-to-sit, for each. */
    List<Refusal> tooFew(Round round) {
        return tooFew(eligible.of(round.id()), round);
    }

    private List<Refusal> tooFew(List<Application> all, Round round) {
        var many = all.stream().collect(Collectors.groupingBy(Application::vacancyId, Collectors.counting()));
        return rounds.posts(round).stream()
                .filter(post -> many.getOrDefault(post.vacancyId(), 0L) < post.candidatesNeeded())
                .map(post -> Refusal.of(SelectionProblem.TOO_FEW_TO_SIT, "vacancyId", post.vacancyId()))
                .toList();
    }
}
