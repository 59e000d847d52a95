package vn.gov.hanoi.evaluation.directory;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.evaluation.reorganisation.Reform;
import vn.gov.hanoi.evaluation.support.Channels;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Disciplines;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Groups;
import vn.gov.hanoi.evaluation.support.Objections;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Simulations;
import vn.gov.hanoi.evaluation.support.Tasks;
import vn.gov.hanoi.evaluation.support.Templates;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.support.Years;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/** Every operation of the service on records of one division, each for a token. */
final class Operations {
    /** A month in which a shipped set rates civil servants. */
    private static final String MONTH = "2025-11";

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private static final String HEADER = "code,name,type,parentCode,validFrom,validTo\n";

    final Units.Unit department = Units.department();
    final Units.Unit division = Units.unit("PUBLIC_UNIT", department);
    final String unitPath = Units.PATH + "/" + division.id();
    final String officerPath;
    final Files.Imported imported;
    final String exportPath;
    private final Json officer;
    private final String absencePath;
    private final Json head;
    private final String delegationPath;
    private final String planPath;
    private final Json ruleSet;
    private final Json simulation;
    private final Json task;
    private final Json result;
    private final Json closing;
    private final Json sheet;
    private final Json year;
    private final Json classification;
    private final Json template;
    private final Json line;
    private final Units.Unit sister = Units.unit("PUBLIC_UNIT", department);
    private final Json group = Groups.created(Groups.request(division, sister));
    private final InspectionOperations inspections;
    private final Json matter;

    Operations() {
        var editor = Units.editor(department);
        officer = Officers.officer(editor, division, "Nguyễn Văn An");
        officerPath = Officers.PATH + "/" + officer.getString("id");
        absencePath = Officers.absence(editor, officer, "STUDY", "2020-01-01", "2020-02-01")
                .header("Location");
        head = Delegations.head(editor, division, "Lê Trưởng", "2020-01-01");
        delegationPath = Delegations.PATH + "/"
                + Delegations.created(editor, Delegations.request(head, officer, division))
                        .getString("id");
        planPath = Reform.draft(Units.editor(division), division).header("Location");
        ruleSet = Rules.drafted(Rules.document());
        simulation = Simulations.done(keeper(), Simulations.request(ruleSet.getString("id"), division));
        task = Tasks.created(Tasks.keeper(department), Tasks.request(division));
        result = Tasks.opened(Tasks.keeper(department), division, "2026-07");
        closing = Evaluations.open(keeper(), MONTH, division).as(Json.class);
        sheet = Evaluations.sheet(officer, MONTH);
        year = Years.open(keeper(), 2025, division).as(Json.class);
        classification = Years.classification(officer, 2025);
        template = Templates.created(keeper(), templateRequest());
        line = Channels.line(keeper(), department, division);
        inspections = new InspectionOperations(division);
        matter = Disciplines.opened(Disciplines.officer(department), officer, DAY);
        imported = Files.importing(editor, "UNITS", "VALIDATE", HEADER + "H26,,,,,\n");
        exportPath = Exports.PATH + "/"
                + Exports.done(editor, Exports.request("UNITS", "CSV")).getString("id");
    }

    private String keeper() {
        return Evaluations.token("keeper", department, "evaluation-keeper");
    }

    private String postPath() {
        return Officers.POSTS + "/" + officer.getString("assignments[0].id");
    }

    /** Actions name an old version, so that they change nothing where they are allowed. */
    Map<String, Function<String, Response>> all() {
        var operations = new LinkedHashMap<String, Function<String, Response>>();
        operations.put("listUnits", token -> Api.as(token).get(Units.PATH));
        operations.put("getUnit", token -> Api.as(token).get(unitPath));
        operations.put(
                "createUnit", token -> Units.post(token, Units.request(Units.code(), "DIVISION", division.id())));
        operations.put("listOfficers", token -> Api.as(token).get(Officers.PATH));
        operations.put("getOfficer", token -> Api.as(token).get(officerPath));
        operations.put(
                "createOfficer",
                token -> Officers.post(token, Officers.request(Officers.code(), "Trần Thị Bé", division.id())));
        operations.put(
                "correctUnit",
                token -> Officers.act(
                        token,
                        unitPath + "/actions/correct",
                        "\"0\"",
                        Map.of("reason", Officers.REASON, "data", Map.of("from", "2018-01-01", "inForce", true))));
        operations.put("createUnitCode", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("scheme", "ADMINISTRATIVE", "code", "0", "validFrom", "2018-01-01"))
                .post(unitPath + "/codes"));
        operations.put("findOfficer", token -> Api.as(token)
                .body(Map.of("personalNumber", "000000000000"))
                .post(Officers.PATH + "/actions/find"));
        operations.put(
                "correctOfficer",
                token -> Officers.act(
                        token,
                        officerPath + "/actions/correct",
                        "\"0\"",
                        Map.of("reason", Officers.REASON, "data", Map.of())));
        operations.put(
                "assignOfficer",
                token -> Officers.act(
                        token, officerPath + "/actions/assign", "\"0\"", Officers.assignment(division, "2021-01-01")));
        operations.put("listAbsences", token -> Api.as(token).get(officerPath + "/absences"));
        operations.put("getAbsence", token -> Api.as(token).get(absencePath));
        operations.put("createAbsence", token -> Officers.absence(token, officer, "OTHER", "2020-01-01", null));
        operations.put(
                "correctAbsence",
                token -> Officers.act(
                        token,
                        absencePath + "/actions/correct",
                        "\"0\"",
                        Map.of("reason", Officers.REASON, "data", Map.of("kind", "OTHER", "validFrom", "2020-01-01"))));
        operations.put("listAssignments", token -> Api.as(token).get(Officers.POSTS));
        operations.put("getAssignment", token -> Api.as(token).get(postPath()));
        operations.put("createAssignment", token -> Officers.further(token, officer, division, "CONCURRENT"));
        operations.put(
                "closeAssignment",
                token -> Officers.act(
                        token,
                        postPath() + "/actions/close",
                        "\"0\"",
                        Map.of("effectiveOn", "2021-01-01", "decision", Officers.DECISION)));
        operations.put(
                "correctAssignment",
                token -> Officers.act(
                        token,
                        postPath() + "/actions/correct",
                        "\"0\"",
                        Map.of(
                                "reason",
                                Officers.REASON,
                                "data",
                                Map.of(
                                        "title", "Chuyên viên",
                                        "position", "STAFF",
                                        "leader", false,
                                        "validFrom", "2019-05-01",
                                        "decisionNumber", "1/QĐ"))));
        operations.put("listUnitHeads", token -> Api.as(token).get(unitPath + "/heads"));
        operations.put("listDelegations", token -> Api.as(token).get(Delegations.PATH));
        operations.put("getDelegation", token -> Api.as(token).get(delegationPath));
        operations.put(
                "createDelegation", token -> Delegations.post(token, Delegations.request(head, officer, division)));
        operations.put(
                "revokeDelegation",
                token -> Officers.act(
                        token,
                        delegationPath + "/actions/revoke",
                        "\"0\"",
                        Map.of("effectiveOn", "2026-06-01", "reason", Officers.REASON)));
        operations.put("explainAccess", token -> Delegations.explain(token, officer, division, "SCORE", "2026-03-01"));
        operations.put(
                "listAuthorityActions", token -> Api.as(token).get("/evaluation/v1/code-lists/authority-actions"));
        operations.put("listReorganisations", token -> Api.as(token).get(Reform.PATH));
        operations.put("getReorganisation", token -> Api.as(token).get(planPath));
        operations.put("previewReorganisation", token -> Api.as(token).get(planPath + "/preview"));
        operations.put("createReorganisation", token -> Reform.draft(token, division));
        operations.put("replaceReorganisation", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"0\"")
                .body(Reform.request(division))
                .put(planPath));
        for (var verb : List.of("cancel", "revert")) {
            operations.put(
                    verb + "Reorganisation",
                    token -> Officers.act(
                            token, planPath + "/actions/" + verb, "\"0\"", Map.of("reason", Officers.REASON)));
        }
        operations.put("applyReorganisation", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"0\"")
                .post(planPath + "/actions/apply"));
        rules(operations);
        templates(operations);
        evaluations(operations);
        years(operations);
        inspections.put(operations);
        disciplines(operations);
        operations.put("listFairnessFlags", token -> Api.as(token)
                .queryParams("unitId", division.id(), "from", MONTH, "to", MONTH)
                .get("/evaluation/v1/fairness-flags"));
        operations.put("getMonthlySummary", token -> Api.as(token)
                .queryParams("unitId", division.id(), "period", MONTH)
                .get("/evaluation/v1/monthly-summaries"));
        operations.put("getAnnualSummary", token -> Api.as(token)
                .queryParams("unitId", division.id(), "year", "2025")
                .get("/evaluation/v1/annual-summaries"));
        operations.put("getClosingCap", token -> Api.as(token)
                .get(Evaluations.CLOSINGS + "/" + closing.getString("id") + "/cap"));
        operations.put(
                "listQuarterlyResults",
                token -> Api.as(token).queryParam("period", "2026-Q1").get("/evaluation/v1/quarterly-results"));
        operations.put("getQuarterlyExplanation", token -> Api.as(token)
                .queryParam("period", "2026-Q1")
                .get("/evaluation/v1/quarterly-results/" + officer.getString("id") + "/explanation"));
        operations.put(
                "listAnnualStandings",
                token -> Api.as(token).queryParam("year", "2026").get("/evaluation/v1/annual-standings"));
        operations.put("recomputeAnnualStandings", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("year", 1999))
                .post("/evaluation/v1/annual-standings/actions/recompute"));
        operations.put("getHeadcounts", token -> Api.as(token).get("/evaluation/v1/headcounts"));
        operations.put("getDirectoryIntegrity", token -> Api.as(token).get("/evaluation/v1/ops/integrity"));
        operations.put("getDirectorySource", token -> Api.as(token).get("/evaluation/v1/ops/directory-source"));
        operations.put("listAppointmentOrders", token -> Api.as(token).get("/evaluation/v1/ops/appointment-orders"));
        operations.put("createImport", token -> Files.upload(token, "UNITS", "VALIDATE", HEADER + "H26,,,,,\n"));
        operations.put("getImport", token -> Api.as(token).get(imported.href()));
        operations.put("listImportRows", token -> Api.as(token).get(imported.href() + "/rows"));
        operations.put("getFailedRows", token -> Api.as(token).get(imported.href() + "/failed-rows"));
        operations.put("getImportTemplate", token -> Api.as(token).get("/evaluation/v1/import-templates/UNITS"));
        operations.put("createExport", token -> Exports.post(token, Exports.request("UNITS", "CSV")));
        operations.put("getExport", token -> Api.as(token).get(exportPath));
        operations.put("getExportFile", token -> Api.as(token).get(exportPath + "/file?ticket=a"));
        operations.put("getOperation", token -> Api.as(token).get(imported.operation()));
        operations.put("cancelOperation", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("reason", "Nhầm tệp"))
                .post(imported.operation() + "/actions/cancel"));
        return operations;
    }

    private void rules(Map<String, Function<String, Response>> operations) {
        var path = Rules.path(ruleSet);
        var old = Json.from("{\"id\":\"" + ruleSet.getString("id") + "\",\"etag\":\"\\\"0\\\"\"}");
        operations.put("listEvents", token -> Api.as(token).get("/evaluation/v1/events"));
        operations.put("listRuleSets", token -> Api.as(token).get(Rules.PATH));
        operations.put("getRuleSet", token -> Api.as(token).get(path));
        operations.put("getRuleSetDocument", token -> Api.as(token).get(path + "/document"));
        operations.put("getSelectedRuleSet", token -> Rules.selected(token, "CIVIL_SERVANT", "WARD", "2026-07"));
        operations.put(
                "createRuleSet", token -> Rules.post(token, Rules.document().yaml()));
        operations.put(
                "replaceRuleSet",
                token -> Rules.replace(token, old, Rules.document().yaml()));
        operations.put("deleteRuleSet", token -> Rules.discard(token, old));
        operations.put("publishRuleSet", token -> Rules.act(token, old, "publish", null));
        operations.put("makeRuleSetOfficial", token -> Rules.act(token, old, "make-official", Rules.legalCheck()));
        putSimulations(operations);
        putTasks(operations);
    }

    private void putSimulations(Map<String, Function<String, Response>> operations) {
        operations.put(
                "createRuleSetSimulation",
                token -> Simulations.post(token, Simulations.request(ruleSet.getString("id"), division)));
        operations.put("getRuleSetSimulation", token -> Simulations.read(token, simulation, ""));
        operations.put("listRuleSetSimulationLines", token -> Simulations.read(token, simulation, "/lines"));
        operations.put("getRuleSetSimulationFile", token -> Simulations.read(token, simulation, "/file"));
    }

    private void putTasks(Map<String, Function<String, Response>> operations) {
        operations.put("listUnitTasks", token -> Api.as(token).get(Tasks.PATH));
        operations.put("createUnitTask", token -> Tasks.post(token, Tasks.request(division)));
        operations.put("getUnitTask", token -> Api.as(token).get(Tasks.PATH + "/" + task.getString("id")));
        Map.of(
                        "createUnitTaskExtension", Map.entry("/extensions", Tasks.extension("2026-08-05")),
                        "submitUnitTask", Map.entry("/actions/submit", Tasks.report("2026-07-10")),
                        "resolveUnitTask", Map.entry("/actions/resolve", Tasks.done("2026-07-10", "MET", false)),
                        "cancelUnitTask", Map.entry("/actions/cancel", Tasks.cancelling()),
                        "correctUnitTask", Map.entry("/actions/correct", Tasks.correction()))
                .forEach((name, act) -> operations.put(
                        name,
                        token -> Officers.act(
                                token,
                                Tasks.PATH + "/" + task.getString("id") + act.getKey(),
                                "\"0\"",
                                act.getValue())));
        operations.put("listUnitResults", token -> Api.as(token).get(Tasks.RESULTS));
        operations.put("createUnitResult", token -> Tasks.open(token, division, "2026-07"));
        operations.put("getUnitResult", token -> Api.as(token).get(resultPath()));
        operations.put(
                "decideUnitResult",
                token -> Officers.act(token, resultPath() + "/actions/decide", "\"0\"", Tasks.level("A")));
        operations.put(
                "correctUnitResult",
                token -> Officers.act(token, resultPath() + "/actions/correct", "\"0\"", Tasks.level("A")));
    }

    private String resultPath() {
        return Tasks.RESULTS + "/" + result.getString("id");
    }

    private Map<String, Object> templateRequest() {
        return Templates.request(division, Rules.shipped("HN-M-2018"), false, "TASKS", "70");
    }

    private void templates(Map<String, Function<String, Response>> operations) {
        var path = Templates.PATH + "/" + template.getString("id");
        operations.put("createSheetTemplate", token -> Templates.post(token, templateRequest()));
        operations.put("listSheetTemplates", token -> Api.as(token).get(Templates.PATH));
        operations.put("getSheetTemplate", token -> Api.as(token).get(path));
        operations.put("publishSheetTemplate", token -> Templates.publish(token, template, "\"0\""));
        var linePath = Channels.LINES + "/" + line.getString("id");
        var groupPath = Groups.PATH + "/" + group.getString("id");
        operations.put("createSimilarTaskGroup", token -> Groups.post(token, Groups.request(division, sister)));
        operations.put("listSimilarTaskGroups", token -> Api.as(token).get(Groups.PATH));
        operations.put("getSimilarTaskGroup", token -> Api.as(token).get(groupPath));
        operations.put("closeSimilarTaskGroup", token -> Groups.close(token, group, "\"0\"", "2099-01-01"));
        operations.put("createAdvisoryLine", token -> Channels.post(token, Channels.request(department, division)));
        operations.put("listAdvisoryLines", token -> Api.as(token).get(Channels.LINES));
        operations.put("getAdvisoryLine", token -> Api.as(token).get(linePath));
        operations.put(
                "closeAdvisoryLine",
                token -> Officers.act(token, linePath + "/actions/close", "\"0\"", Channels.closing("2026-01-01")));
    }

    private void evaluations(Map<String, Function<String, Response>> operations) {
        var path = Evaluations.PATH + "/" + sheet.getString("id");
        var closingPath = Evaluations.CLOSINGS + "/" + closing.getString("id");
        operations.put("createClosing", token -> Evaluations.open(token, MONTH, division));
        operations.put(
                "bulkClosings", token -> Evaluations.bulk(token, "", List.of(Evaluations.row("1", closing, "\"0\""))));
        operations.put("listClosings", token -> Api.as(token).get(Evaluations.CLOSINGS));
        operations.put("getClosing", token -> Api.as(token).get(closingPath));
        operations.put(
                "publishClosing", token -> Officers.act(token, closingPath + "/actions/publish", "\"0\"", Map.of()));
        operations.put("lockClosing", token -> Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"0\"")
                .post(closingPath + "/actions/lock"));
        operations.put(
                "reopenClosing",
                token -> Officers.act(
                        token,
                        closingPath + "/actions/reopen",
                        "\"0\"",
                        Map.of("reason", Officers.REASON, "decision", Evaluations.DECISION)));
        operations.put("getClosingProgress", token -> Api.as(token)
                .get("/evaluation/v1/closing-progress?period=" + MONTH + "&unitId=" + division.id()));
        operations.put(
                "recomputeEvaluation", token -> Officers.act(token, path + "/actions/recompute", "\"0\"", Map.of()));
        operations.put("listEvaluations", token -> Api.as(token).get(Evaluations.PATH));
        operations.put("getEvaluation", token -> Api.as(token).get(path));
        operations.put("getEvaluationExplanation", token -> Api.as(token).get(path + "/explanation"));
        operations.put("listEvaluationEntries", token -> Api.as(token).get(path + "/entries"));
        var acts = Map.of(
                "submit", Evaluations.plan(),
                "review", Evaluations.collective(),
                "return", Map.of("reason", Officers.REASON),
                "advise", Channels.advice("90"),
                "decide", Evaluations.decision(),
                "correct",
                        Map.of(
                                "reason",
                                Officers.REASON,
                                "decision",
                                Evaluations.DECISION,
                                "data",
                                Map.of("presenceDays", 20)));
        // Nothing is published here, so there is nothing to object to: ObjectionHttpTest plays who may do what.
        operations.put("createObjection", token -> Objections.post(token, Objections.request(sheet)));
        operations.put("listObjections", token -> Api.as(token).get(Objections.PATH));
        var objection = Objections.PATH + "/" + sheet.getString("id");
        operations.put("getObjection", token -> Api.as(token).get(objection));
        operations.put(
                "resolveObjection",
                token -> Officers.act(token, objection + "/actions/resolve", "\"0\"", Objections.rejection()));
        for (var verb : List.of("review", "withdraw")) {
            operations.put(verb + "Objection", token -> Objections.act(token, sheet, "\"0\"", verb, null, ""));
        }
        acts.forEach((verb, body) -> operations.put(
                verb + "Evaluation", token -> Officers.act(token, path + "/actions/" + verb, "\"0\"", body)));
    }

    private void disciplines(Map<String, Function<String, Response>> operations) {
        var path = Disciplines.PATH + "/" + matter.getString("id");
        operations.put(
                "createDisciplineCase", token -> Disciplines.post(token, Disciplines.request(officer, DAY, DAY)));
        operations.put("listDisciplineCases", token -> Api.as(token).get(Disciplines.PATH));
        operations.put("getDisciplineCase", token -> Api.as(token).get(path));
        operations.put("listSanctions", token -> Api.as(token).get(officerPath + "/sanctions"));
        operations.put("listDisciplineForms", token -> Api.as(token).get("/evaluation/v1/discipline-forms"));
        Map.of(
                        "propose", Disciplines.proposal("REPRIMAND", DAY),
                        "suspend", Disciplines.suspension(DAY),
                        "resume", Map.of("effectiveOn", DAY.toString()),
                        "decide", Disciplines.decision("REPRIMAND", DAY, DAY),
                        "correct", Disciplines.correction("REPRIMAND", DAY, DAY),
                        "acquit", Disciplines.acquittal(DAY),
                        "close", Disciplines.closing())
                .forEach((verb, body) -> operations.put(
                        verb + "DisciplineCase",
                        token -> Officers.act(token, path + "/actions/" + verb, "\"0\"", body)));
    }

    private void years(Map<String, Function<String, Response>> operations) {
        var path = Years.PATH + "/" + classification.getString("id");
        var closingPath = Years.CLOSINGS + "/" + year.getString("id");
        operations.put("createAnnualClosing", token -> Years.open(token, 2025, division));
        operations.put(
                "bulkAnnualClosings", token -> Years.bulk(token, false, List.of(Years.row("1", 2025, division))));
        operations.put("listAnnualClosings", token -> Api.as(token).get(Years.CLOSINGS));
        operations.put("getAnnualClosing", token -> Api.as(token).get(closingPath));
        operations.put(
                "publishAnnualClosing",
                token -> Officers.act(token, closingPath + "/actions/publish", "\"0\"", Map.of()));
        operations.put("listAnnualClassifications", token -> Api.as(token).get(Years.PATH));
        operations.put("getAnnualClassification", token -> Api.as(token).get(path));
        operations.put("getAnnualExplanation", token -> Api.as(token).get(path + "/explanation"));
        operations.put(
                "decideAnnualClassification",
                token -> Officers.act(token, path + "/actions/decide", "\"0\"", Years.decision("B")));
        operations.put(
                "correctAnnualClassification",
                token -> Officers.act(token, path + "/actions/correct", "\"0\"", Years.reasoned("B")));
    }
}
