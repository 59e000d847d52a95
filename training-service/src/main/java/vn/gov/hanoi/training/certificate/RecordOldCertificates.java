package vn.gov.hanoi.training.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.bulk.BulkVerdicts;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.certificate.Certificate.Mark;
import vn.gov.hanoi.training.certificate.Certificate.OnPaper;
import vn.gov.hanoi.training.certificate.CertificateApi.OldCertificate;
import vn.gov.hanoi.training.certificate.CertificateApi.OldCertificatesRequest;
import vn.gov.hanoi.training.certificate.OfficerQueries.Known;
import vn.gov.hanoi.training.directory.KnownUnit;

/** Records certificates that exist on paper, so that they are found; they are not signed. */
@ApplicationScoped
class RecordOldCertificates {
    private static final int CREATED = 201;

    private final OfficerQueries officers;
    private final CertificateRepository certificates;
    private final CertificateNumbers numbers;
    private final CertificateJournal journal;
    private final Problems problems;
    private final Clock clock;

    RecordOldCertificates(
            OfficerQueries officers,
            CertificateRepository certificates,
            CertificateNumbers numbers,
            CertificateJournal journal,
            Problems problems,
            Clock clock) {
        this.officers = officers;
        this.certificates = certificates;
        this.numbers = numbers;
        this.journal = journal;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Records each row. Refusals of rows: training.certificate-officer-unknown, authority.own-act, training.legacy-number-exists,
     * training.certificate-days; of good rows of an atomic request bulk.other-row-refused.
     */
    @Transactional
    Answer record(OldCertificatesRequest request, Caller caller, Locale locale) {
        var recorder = officers.unitOf(caller);
        var mark = new Mark(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var verdicts = new BulkVerdicts(request.atomic());
        var made = new ArrayList<Certificate>();
        var seen = new HashSet<String>();
        for (var row : request.rows()) {
            var old = row.body();
            var officer = officers.find(old.officerCode(), caller).orElse(null);
            var refusals = refusals(old, officer, seen, caller);
            if (officer == null || !refusals.isEmpty()) {
                verdicts.refused(row.rowId(), null, refusals);
            } else {
                var recorded = recorded(old, officer, recorder, mark);
                made.add(recorded);
                verdicts.done(row.rowId(), recorded.id(), CREATED, recorded.version());
            }
        }
        journal.recorded(made, caller);
        return verdicts.answer(CertificateViews.COLLECTION, problems, locale);
    }

    private List<Refusal> refusals(OldCertificate old, @Nullable Known officer, HashSet<String> seen, Caller caller) {
        if (officer == null) {
            return List.of(
                    Refusal.of(TrainingProblem.CERTIFICATE_OFFICER_UNKNOWN).at("/officerCode"));
        }
        var found = new ArrayList<>(CertificateGuard.own(officer.code(), caller));
        var today = LocalDate.now(clock);
        var expires = old.expiresOn();
        if (old.issuedOn().isAfter(today) || expires != null && !expires.isAfter(old.issuedOn())) {
            found.add(Refusal.of(TrainingProblem.CERTIFICATE_DAYS, "today", today.toString())
                    .at("/issuedOn"));
        }
        var issuer = PlainText.of(old.issuer());
        var number = PlainText.of(old.number());
        if (!seen.add(issuer + "\n" + number) || certificates.isKnown(issuer, number)) {
            found.add(Refusal.of(TrainingProblem.LEGACY_NUMBER_EXISTS).at("/number"));
        }
        return found;
    }

    private Certificate recorded(OldCertificate old, Known officer, KnownUnit recorder, Mark mark) {
        var paper = new OnPaper(
                numbers.next(old.issuedOn().getYear()),
                officer.id(),
                officer.code(),
                PlainText.of(old.holderName()),
                PlainText.of(old.number()),
                PlainText.of(old.issuer()),
                PlainText.of(old.courseTitle()),
                old.issuedOn(),
                old.expiresOn());
        var recorded = Certificate.recorded(paper, recorder, mark);
        certificates.add(recorded);
        return recorded;
    }
}
