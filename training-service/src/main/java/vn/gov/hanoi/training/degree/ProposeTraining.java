package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.commitment.KeeperQueries;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.degree.DegreeApi.DegreeTrainingRequest;
import vn.gov.hanoi.training.degree.DegreeTraining.Study;

/** Proposes that an officer is sent to a degree. */
@ApplicationScoped
class ProposeTraining {
    private final DegreeRepository trainings;
    private final CheckPerson checkPerson;
    private final KeeperQueries keepers;
    private final Scopes scopes;
    private final DegreeDesk desk;
    private final Clock clock;

    ProposeTraining(
            DegreeRepository trainings,
            CheckPerson checkPerson,
            KeeperQueries keepers,
            Scopes scopes,
            DegreeDesk desk,
            Clock clock) {
        this.trainings = trainings;
        this.checkPerson = checkPerson;
        this.keepers = keepers;
        this.scopes = scopes;
        this.desk = desk;
        this.clock = clock;
    }

    /** Refusal: scope.unit-unknown. */
    @Transactional
    void requireScope(Caller caller) {
        scopes.of(caller);
    }

    /**
     * What a decision may waive, or a paper may still show, stays open; what nothing can help is refused at once. Refusals:
     * training.officer-unknown (also outside the scope), authority.own-act, training.degree-days-reversed, training.degree-level-unknown,
     * those of the costs, training.degree-rule-missing, training.degree-condition-not-met, training.degree-training-exists.
     */
    @Transactional
    DegreeTraining propose(DegreeTrainingRequest request, Caller caller) {
        if (!keepers.isKeptWithin(request.officerId(), scopes.of(caller))) {
            throw new Refused(Refusal.of(TrainingProblem.OFFICER_UNKNOWN).at("/officerId"));
        }
        var study = request.study();
        Refused.ifAny(faults(study));
        var found = checkPerson.check(
                request.officerId(), study.level(), request.statements().kept(), study.startsOn());
        var learner = found.known().learner();
        if (learner.code().equals(caller.officerCode())) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        Refused.ifAny(CheckPerson.hopeless(found.eligible()));
        var proposed = new DegreeTraining(
                Ids.next(),
                1,
                learner,
                found.eligible().category(),
                study,
                request.statements().kept(),
                found.eligible().rule().code(),
                found.eligible().conditions(),
                DegreeState.PROPOSED,
                caller.subject(),
                clock.instant(),
                null,
                null,
                null);
        trainings.insert(proposed);
        desk.record("propose", proposed, Map.of("level", study.level(), "rule", proposed.rule()), caller);
        return proposed;
    }

    private static List<Refusal> faults(Study study) {
        var faults = new ArrayList<Refusal>();
        if (study.endsOn().isBefore(study.startsOn())) {
            faults.add(Refusal.of(
                            TrainingProblem.DEGREE_DAYS_REVERSED,
                            "startsOn",
                            study.startsOn().toString(),
                            "endsOn",
                            study.endsOn().toString())
                    .at("/endsOn"));
        }
        if (!DegreeRules.shipped().knowsLevel(study.level())) {
            faults.add(Refusal.of(TrainingProblem.DEGREE_LEVEL_UNKNOWN, "level", study.level())
                    .at("/level"));
        }
        faults.addAll(DegreeDesk.faults(study.costs()));
        return faults;
    }
}
