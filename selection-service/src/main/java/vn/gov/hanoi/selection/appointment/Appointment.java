package vn.gov.hanoi.selection.appointment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.ruleset.AppointmentRules.Consent;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** A person for a post (bổ nhiệm). Its acts are allowed by {@link AppointmentGuard} before they are called. */
@Entity
@Table(name = "appointments")
class Appointment {
    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "round_id")
    private UUID roundId;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "officer_id")
    private UUID officerId;

    @Embedded
    private ProposedPost post;

    @Column(name = "merit_rank")
    private int rank;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private AppointmentState state;

    @Column(name = "effective_on")
    private @Nullable LocalDate effectiveOn;

    @Column(name = "revision")
    private int revision;

    @Column(name = "assignment_id")
    private @Nullable UUID assignmentId;

    @Column(name = "refusal")
    private @Nullable String refusal;

    @Column(name = "refusal_args")
    private String refusalArgs;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_officer_id")
    private @Nullable UUID proposedOfficerId;

    @ElementCollection
    @CollectionTable(name = "appointment_steps", joinColumns = @JoinColumn(name = "appointment_id"))
    @OrderColumn(name = "place")
    private List<Step> steps = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Appointment() {}

    /**
     * Who is proposed for what.
     *
     * @param rank in the published result
     * @param by officer who proposes
     */
    record Proposal(UUID roundId, ProposedPost post, UUID applicationId, UUID officerId, int rank, UUID by) {}

    static Appointment propose(Proposal proposal, Stamp stamp) {
        var appointment = new Appointment();
        appointment.id = Ids.next();
        appointment.roundId = proposal.roundId();
        appointment.post = proposal.post();
        appointment.applicationId = proposal.applicationId();
        appointment.officerId = proposal.officerId();
        appointment.rank = proposal.rank();
        appointment.state = AppointmentState.PROPOSED;
        appointment.refusalArgs = "{}";
        appointment.proposedBy = stamp.by();
        appointment.proposedOfficerId = proposal.by();
        appointment.createdAt = stamp.at();
        appointment.changedAt = stamp.at();
        return appointment;
    }

    void consent(Consent whose, DecisionPart document, Stamp stamp) {
        step(Step.of(whose.name() + "_CONSENT", document, null, stamp));
    }

    void decide(DecisionPart decision, LocalDate firstDay, Stamp stamp) {
        state = AppointmentState.DECIDED;
        effectiveOn = firstDay;
        revision++;
        step(Step.of("DECIDE", decision, null, stamp));
    }

    /** Ends it before it was decided. @param ending DECLINED, REJECTED or LAPSED */
    void end(AppointmentState ending, Step why) {
        state = ending;
        step(why);
    }

    void revoke(DecisionPart decision, ReasonPart reason, Stamp stamp) {
        state = AppointmentState.REVOKED;
        refused(null, "{}");
        revision++;
        step(Step.of("REVOKE", decision, reason, stamp));
    }

    /** Tells the decision to the directory again. */
    void apply(ReasonPart reason, Stamp stamp) {
        state = AppointmentState.DECIDED;
        refused(null, "{}");
        revision++;
        step(Step.of("APPLY", null, reason, stamp));
    }

    /** The directory has recorded the post. */
    void recorded(UUID post, Instant at) {
        state = AppointmentState.IN_FORCE;
        assignmentId = post;
        changedAt = at;
    }

    /** The directory refuses what was told last; what was revoked stays so. */
    void refused(String code, String args, Instant at) {
        if (state == AppointmentState.DECIDED) {
            state = AppointmentState.FAILED;
        }
        refused(code, args);
        changedAt = at;
    }

    private void refused(@Nullable String code, String args) {
        refusal = code;
        refusalArgs = args;
    }

    private void step(Step step) {
        steps.add(step);
        changedAt = step.madeAt();
    }

    /** The consents that are recorded. */
    Set<Consent> consents() {
        var given = EnumSet.noneOf(Consent.class);
        for (var consent : Consent.values()) {
            if (steps.stream().anyMatch(step -> step.act().equals(consent.name() + "_CONSENT"))) {
                given.add(consent);
            }
        }
        return given;
    }

    /** Number of the decision that appoints; empty before. */
    String decisionNumber() {
        return steps.stream()
                .filter(step -> step.act().equals("DECIDE") && step.number() != null)
                .map(step -> String.valueOf(step.number()))
                .findFirst()
                .orElse("");
    }

    /** The same natural person with another officer stays the same, and so does an officer with another token. */
    boolean isProposedBy(String subject, @Nullable UUID officer) {
        return proposedBy.equals(subject) || officer != null && officer.equals(proposedOfficerId);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID roundId() {
        return roundId;
    }

    ProposedPost post() {
        return post;
    }

    UUID applicationId() {
        return applicationId;
    }

    UUID officerId() {
        return officerId;
    }

    int rank() {
        return rank;
    }

    AppointmentState state() {
        return state;
    }

    @Nullable
    LocalDate effectiveOn() {
        return effectiveOn;
    }

    int revision() {
        return revision;
    }

    @Nullable
    UUID assignmentId() {
        return assignmentId;
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    String refusalArgs() {
        return refusalArgs;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Appointment appointment && id.equals(appointment.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
