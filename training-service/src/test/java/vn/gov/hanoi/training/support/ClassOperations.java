package vn.gov.hanoi.training.support;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The operations on classes and learners, and who may call them.
 *
 * @param path below /training/v1
 * @param roles any of them
 */
public record ClassOperations(String method, String path, String id, Set<String> roles) {
    private static final String READER = "training-reader";
    private static final String PLANNER = "training-planner";
    private static final String ORGANISER = "training-organiser";
    private static final String PARTICIPANT = "training-participant";

    public static final List<ClassOperations> ALL = List.of(
            of("patch", "/classes/{id}", "updateClass", ORGANISER),
            of("get", "/classes/{id}/cost-sheets", "listClassCostSheets", READER),
            of("post", "/classes/{id}/cost-sheets", "createClassCostSheet", ORGANISER),
            of("post", "/classes/{id}/actions/cancel", "cancelClass", ORGANISER),
            of("post", "/classes/{id}/actions/close", "closeClass", ORGANISER),
            of("get", "/enrolments", "listEnrolments", PLANNER, ORGANISER),
            of("post", "/enrolments", "createEnrolment", PLANNER),
            of("post", "/enrolments/bulk", "bulkEnrolments", PLANNER, ORGANISER),
            of("get", "/enrolments/{id}", "getEnrolment", PLANNER, ORGANISER),
            of("post", "/enrolments/{id}/actions/approve", "approveEnrolment", ORGANISER),
            of("post", "/enrolments/{id}/actions/reject", "rejectEnrolment", ORGANISER),
            of("post", "/enrolments/{id}/actions/withdraw", "withdrawEnrolment", PLANNER, ORGANISER),
            of("post", "/enrolments/{id}/actions/decide", "decideEnrolment", ORGANISER),
            of("get", "/enrolment-checks", "getEnrolmentCheck", PLANNER),
            of("get", "/attendance-sheets", "listAttendanceSheets", ORGANISER),
            of("post", "/attendance-sheets", "createAttendanceSheet", ORGANISER),
            of("get", "/attendance-sheets/{id}", "getAttendanceSheet", ORGANISER),
            of("put", "/attendance-sheets/{id}", "updateAttendanceSheet", ORGANISER),
            of("post", "/imports", "createClassImport", PLANNER, ORGANISER),
            of("get", "/imports/{id}/failed-rows", "getFailedClassRows", PLANNER, ORGANISER),
            of("get", "/import-templates/{kind}", "getClassTemplate", PLANNER, ORGANISER),
            of("get", "/quality-evaluations", "listQualityEvaluations", READER),
            of("get", "/quality-evaluations/{id}", "getQualityEvaluation", READER),
            of("post", "/quality-evaluations/{id}/answers", "createQualityAnswer", PARTICIPANT, PLANNER),
            of("get", "/tasks", "listTrainingTasks", PARTICIPANT, PLANNER));

    private static ClassOperations of(String method, String path, String id, String... roles) {
        return new ClassOperations(method, path, id, Arrays.stream(roles).collect(Collectors.toUnmodifiableSet()));
    }

    /** As the contract names it. */
    public String line() {
        return method + " " + path + " " + id;
    }

    public boolean reads() {
        return method.equals("get");
    }
}
