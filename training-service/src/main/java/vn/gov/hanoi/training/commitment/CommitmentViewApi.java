package vn.gov.hanoi.training.commitment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.directory.UnitRef;

/** Answers about commitments. */
final class CommitmentViewApi {
    private CommitmentViewApi() {}

    @Schema(name = "DegreeOfficerRef", description = "An officer, as the person was when the record was made")
    record OfficerRef(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Code", examples = "CB0000001", maxLength = 35)
            String code,

            @Schema(description = "Name", maxLength = 200) String name) {
        static OfficerRef of(Learner learner) {
            return new OfficerRef(learner.officerId(), learner.code(), learner.name());
        }
    }

    @Schema(name = "ServiceCommitment", description = "Service that is promised for a degree")
    record CommitmentView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "The degree training") UUID trainingId,

            @Schema(description = "Who promised") OfficerRef officer,

            @Schema(description = "Unit of the officer when it was signed")
            UnitRef signedIn,

            @Schema(description = "Rule of the day of sending", examples = "ND171-POSTGRADUATE", maxLength = 40)
            String rule,

            @Schema(description = "Number of the decree", examples = "171/2025/NĐ-CP", maxLength = 40)
            String legalBasis,

            @Schema(description = "Months of study, a begun one as a whole", examples = "24")
            int studyMonths,

            @Schema(description = "Promised months of service", examples = "72")
            int months,

            @Schema(
                    description =
                            "Whole months that were served until today, or until the end; null while the person studies",
                    examples = "12",
                    nullable = true)
            @Nullable
            Integer servedMonths,

            @Schema(description = "Cost of the course, without salary and allowances, in đồng", examples = "60000000")
            long costVnd,

            @Schema(description = "Day of signing and sending")
            LocalDate signedOn,

            @Schema(description = "First day of service; null while the person studies", nullable = true) @Nullable
            LocalDate startsOn,

            @Schema(description = "First day on which it binds no more; null while the person studies", nullable = true)
            @Nullable
            LocalDate endsOn,

            @Schema(
                    description =
                            "SIGNED (studies), RUNNING (serves), FULFILLED (by the days), VOID (no degree), BROKEN (compensation was decided) or RELEASED (exempted)",
                    examples = "RUNNING",
                    maxLength = 20)
            CommitmentState state,

            @Schema(description = "The signed paper; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Document document,

            @Schema(
                    description =
                            "Where the officer has or had the main post since; a transfer or a reorganisation carries the commitment there. Not in lists",
                    maxItems = 1000)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<PlaceView> places,

            @JsonIgnore @Schema(hidden = true) long version) {
        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }

        static CommitmentView of(ServiceCommitment commitment, LocalDate today) {
            var learner = commitment.learner();
            var service = commitment.service();
            return new CommitmentView(
                    commitment.id(),
                    commitment.trainingId(),
                    OfficerRef.of(learner),
                    new UnitRef(learner.unitId(), learner.unitCode(), learner.unitName()),
                    commitment.rule(),
                    DegreeRules.shipped().number(commitment.decree().decree()),
                    commitment.studyMonths(),
                    commitment.months(),
                    service == null ? null : commitment.served(today),
                    commitment.costVnd(),
                    commitment.signedOn(),
                    service == null ? null : service.startsOn(),
                    service == null ? null : service.endsOn(),
                    commitment.state(today),
                    commitment.document(),
                    null,
                    commitment.version());
        }

        CommitmentView with(@Nullable Document shown, @Nullable List<PlaceView> found) {
            return new CommitmentView(
                    id,
                    trainingId,
                    officer,
                    signedIn,
                    rule,
                    legalBasis,
                    studyMonths,
                    months,
                    servedMonths,
                    costVnd,
                    signedOn,
                    startsOn,
                    endsOn,
                    state,
                    shown,
                    found,
                    version);
        }
    }

    @Schema(name = "CommitmentPlace")
    record PlaceView(
            @Schema(description = "The unit") UnitRef unit,

            @Schema(description = "First day") LocalDate from,

            @Schema(description = "First day elsewhere; null while it goes on", nullable = true) @Nullable
            LocalDate until) {}
}
