package vn.gov.hanoi.training.classfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.classfile.FileApi.FileCounts;
import vn.gov.hanoi.training.classfile.FileApi.FileError;
import vn.gov.hanoi.training.classfile.FileApi.FileRequest;
import vn.gov.hanoi.training.classfile.FileApi.FileView;
import vn.gov.hanoi.training.classfile.FileLine.Fault;
import vn.gov.hanoi.training.classfile.FileLine.Reading;
import vn.gov.hanoi.training.enrolment.FileActs;
import vn.gov.hanoi.training.enrolment.FileActs.CodedOutcome;
import vn.gov.hanoi.training.enrolment.FileActs.Done;

/** Takes a file: every row is the act that a single request would be. */
@ApplicationScoped
class TakeFile {
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int MOST_ERRORS = 1_000;
    private static final String PATH = "/training/v1/imports/";

    private final FileActs acts;
    private final FileRepository files;
    private final AuditTrail audit;
    private final ProblemTexts texts;

    TakeFile(FileActs acts, FileRepository files, AuditTrail audit, ProblemTexts texts) {
        this.acts = acts;
        this.files = files;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * Refusals: auth.role-missing, those of {@link ClassFile#read}, those of all nominations; with {@code atomic} those of the rows too.
     *
     * @param sha256 digest of the file
     */
    @Transactional
    FileView take(FileRequest request, Path content, byte[] sha256, Caller caller) {
        if (!caller.roles().contains(request.kind().role())) {
            throw new Refused(KernelProblem.FORBIDDEN);
        }
        var file = ClassFile.read(content, request.kind());
        var readings = file.rows().stream()
                .map(row -> row.read(request.kind(), file.columns()))
                .toList();
        var faults = new TreeMap<Integer, List<Fault>>();
        int changed = act(request, file, readings, faults, caller);
        if (request.isAtomic()) {
            Refused.ifAny(faults.values().stream()
                    .flatMap(List::stream)
                    .map(fault -> at(fault))
                    .limit(MOST_ERRORS)
                    .toList());
        }
        int failed = faults.size();
        var id = Ids.next();
        var view = new FileView(
                id,
                request.classId(),
                request.kind().name(),
                new FileCounts(readings.size(), changed, readings.size() - changed - failed, failed),
                errors(file, faults),
                failed == 0 ? null : PATH + id + "/failed-rows");
        files.add(view, file.format(), sha256, failed == 0 ? null : failedRows(file, faults), caller);
        var details = Map.of("classId", request.classId(), "changed", changed, "failed", failed);
        audit.record(caller, new AuditTrail.Act("class.import", "imports", id, null, details));
        return view;
    }

    /** @return how many rows changed something */
    private int act(
            FileRequest request,
            ClassFile file,
            List<Reading> readings,
            Map<Integer, List<Fault>> faults,
            Caller caller) {
        var good = new ArrayList<Integer>();
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).faults().isEmpty()) {
                good.add(i);
            } else {
                faults.put(i, readings.get(i).faults());
            }
        }
        if (good.isEmpty()) {
            return 0;
        }
        var done = request.kind() == FileKind.ENROLMENTS
                ? acts.nominate(
                        request.classId(),
                        good.stream().map(i -> readings.get(i).code()).toList(),
                        caller)
                : acts.decide(
                        request.classId(),
                        good.stream().map(i -> outcome(readings.get(i))).toList(),
                        caller);
        int code = file.columns().indexOf(FileKind.CODE);
        for (int i = 0; i < done.size(); i++) {
            var row = file.rows().get(good.get(i));
            if (!done.get(i).refusals().isEmpty()) {
                faults.put(
                        good.get(i),
                        done.get(i).refusals().stream()
                                .map(refusal -> new Fault(row.place(code), refusal))
                                .toList());
            }
        }
        return (int) done.stream().filter(Done::changed).count();
    }

    private static CodedOutcome outcome(Reading reading) {
        return new CodedOutcome(reading.code(), Objects.requireNonNull(reading.outcome()));
    }

    private static Refusal at(Fault fault) {
        return fault.refusal().at("/file/" + fault.cell());
    }

    private List<FileError> errors(ClassFile file, Map<Integer, List<Fault>> faults) {
        var errors = new ArrayList<FileError>();
        faults.forEach((index, found) -> found.forEach(fault -> errors.add(new FileError(
                file.rows().get(index).number(),
                fault.cell(),
                fault.refusal().code().code(),
                fault.refusal().args(),
                Map.of("vi", words(fault, VIETNAMESE), "en", words(fault, Locale.ENGLISH))))));
        return errors.stream().limit(MOST_ERRORS).toList();
    }

    private String words(Fault fault, Locale locale) {
        return texts.detail(fault.refusal().code(), fault.refusal().args(), locale);
    }

    /** The refused rows as they were, with the reasons in both languages behind them. */
    private byte[] failedRows(ClassFile file, Map<Integer, List<Fault>> faults) {
        var columns = file.columns().stream()
                .filter(column -> !FileKind.NOTES.contains(column))
                .toList();
        var header = new ArrayList<>(columns);
        header.addAll(FileKind.NOTES);
        var bytes = new ByteArrayOutputStream();
        try (var table = file.format().open(bytes, header)) {
            for (var entry : faults.entrySet()) {
                var row = file.rows().get(entry.getKey());
                var cells = new ArrayList<String>();
                for (var column : columns) {
                    int at = file.columns().indexOf(column);
                    cells.add(at < row.cells().size() ? row.cells().get(at) : "");
                }
                for (var locale : List.of(VIETNAMESE, Locale.ENGLISH)) {
                    cells.add(String.join(
                            " ",
                            entry.getValue().stream()
                                    .map(fault -> words(fault, locale))
                                    .toList()));
                }
                table.row(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
