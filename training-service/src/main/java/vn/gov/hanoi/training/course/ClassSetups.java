package vn.gov.hanoi.training.course;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.training.TrainingProblem;

/** What is said about how a class is held: checks, stores and reads it. */
@ApplicationScoped
class ClassSetups {
    private final ClassSetupRepository setups;
    private final ObjectMapper json;
    private final Validator validator;
    private final ClassRules rules = ClassRules.shipped();

    ClassSetups(ClassSetupRepository setups, ObjectMapper json, Validator validator) {
        this.setups = setups;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Stores it for a class.
     *
     * <p>Refusals: those of {@link Timetable#refusals}, training.category-unknown, training.unit-unknown,
     * training.pass-mark-above-maximum.
     */
    void store(TrainingClass of, ClassSetup setup) {
        var found = new ArrayList<>(setup.timetable().refusals(of.startsOn(), of.endsOn()));
        lists(setup, found);
        marks(setup, found);
        Refused.ifAny(found);
        of.arrange(setup);
        setups.replace(of.id(), setup);
    }

    private void lists(ClassSetup setup, List<Refusal> found) {
        for (int i = 0; i < setup.targetCategories().size(); i++) {
            var category = setup.targetCategories().get(i);
            if (!rules.knowsCategory(category)) {
                found.add(Refusal.of(TrainingProblem.CATEGORY_UNKNOWN, "category", category)
                        .at("/setup/targetCategories/" + i));
            }
        }
        for (UUID unit : setups.unknownUnits(setup.invitedUnitIds())) {
            found.add(Refusal.of(TrainingProblem.UNIT_UNKNOWN, "unit", unit.toString())
                    .at("/setup/invitedUnitIds/" + setup.invitedUnitIds().indexOf(unit)));
        }
    }

    private static void marks(ClassSetup setup, List<Refusal> found) {
        var passMark = setup.passMark();
        var maximum = setup.scoreMaximum();
        if (passMark != null && (maximum == null || passMark.compareTo(maximum) > 0)) {
            found.add(Refusal.of(
                            TrainingProblem.PASS_MARK_ABOVE_MAXIMUM,
                            "passMark",
                            passMark,
                            "maximum",
                            maximum == null ? "" : maximum)
                    .at("/setup/passMark"));
        }
    }

    /**
     * The setup as RFC 7396 changes it: what the patch does not name stays, null clears.
     *
     * <p>Refusals: request.invalid-value, request.unknown-property, request.wrong-type.
     *
     * @param patch the member {@code setup} of the request
     */
    ClassSetup patched(ClassSetup present, JsonNode patch) {
        if (!patch.isObject()) {
            throw new Refused(Refusal.of(KernelProblem.WRONG_TYPE).at("/setup"));
        }
        try {
            ObjectNode merged = json.valueToTree(present);
            patch.properties().forEach(member -> merged.set(member.getKey(), member.getValue()));
            var setup = json.treeToValue(merged, ClassSetup.class);
            Refused.ifAny(
                    validator.validate(setup).stream().map(ClassSetups::invalid).toList());
            return setup;
        } catch (JsonProcessingException e) {
            // The mapper of problems knows how to tell it.
            throw new jakarta.ws.rs.WebApplicationException(e, 400);
        }
    }

    private static Refusal invalid(ConstraintViolation<?> violation) {
        var place = violation
                .getPropertyPath()
                .toString()
                .replaceAll("\\[(\\d+)]", ".$1")
                .replaceAll("\\.<[^>]*>", "");
        var rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Refusal(
                KernelProblem.INVALID_VALUE,
                Map.of("rule", rule, "expected", violation.getMessage()),
                "/setup/" + place.replace('.', '/'),
                null);
    }

    ClassSetup read(ClassFacts of) {
        return new ClassSetup(
                of.courseCode(),
                of.minimumAttendancePercent(),
                of.scoreMaximum(),
                of.passMark(),
                setups.targets(of.id()),
                setups.invitations(of.id()),
                of.timetable().sessions().stream()
                        .map(ClassSetup.SessionView::of)
                        .toList());
    }
}
