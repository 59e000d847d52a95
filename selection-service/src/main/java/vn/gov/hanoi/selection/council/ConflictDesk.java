package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictView;
import vn.gov.hanoi.selection.council.ConflictApi.Source;
import vn.gov.hanoi.selection.council.ConflictQueries.Span;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.ruleset.PanelRules;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Says who may tell a conflict of a round in which capacity, and by which rules conflicts of it are found. */
@ApplicationScoped
class ConflictDesk {
    private final Panels panels;
    private final Rounds rounds;
    private final ApplicationDesk applications;
    private final OfficerQueries officers;
    private final SelectionDefaultQueries defaults;
    private final ConflictQueries queries;

    ConflictDesk(
            Panels panels,
            Rounds rounds,
            ApplicationDesk applications,
            OfficerQueries officers,
            SelectionDefaultQueries defaults,
            ConflictQueries queries) {
        this.panels = panels;
        this.rounds = rounds;
        this.applications = applications;
        this.officers = officers;
        this.defaults = defaults;
        this.queries = queries;
    }

    /**
     * In which capacity the caller tells something about a member: as this member, for the monitoring board, or from a dossier. Refusal:
     * resource.not-found for everybody else, as for an unknown round.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Source source(UUID roundId, UUID memberId, Caller caller) {
        var round = rounds.find(roundId).orElseThrow(ConflictDesk::notFound);
        var officer = officers.officer(caller).orElseThrow(ConflictDesk::notFound);
        if (caller.roles().contains(RoundRoles.PANEL)) {
            if (officer.equals(memberId)
                    && Arrays.stream(Body.values()).anyMatch(body -> panels.sits(roundId, body, officer))) {
                return Source.MEMBER;
            }
            if (panels.sits(roundId, Body.MONITORING, officer)) {
                return Source.MONITORING;
            }
        }
        if (applications.isPersonnel(round, officer, caller)) {
            return Source.DOSSIER;
        }
        throw notFound();
    }

    /** Whether the caller stands in the round, or is the member. */
    boolean isConcerned(Round round, UUID memberId, Caller caller) {
        return applications.isCandidate(round, caller)
                || officers.officer(caller).filter(memberId::equals).isPresent();
    }

    /** Refusal: selection.officer-unknown. */
    List<Refusal> unknown(UUID officerId, String place) {
        return officers.known(List.of(officerId)).isEmpty()
                ? List.of(Refusal.of(SelectionProblem.OFFICER_UNKNOWN, "officerId", officerId)
                        .at(place))
                : List.of();
    }

    PanelRules rules(Round round) {
        return defaults.panelsOn(rounds.approvedOn(round));
    }

    Span span(Round round) {
        return new Span(round.id(), rules(round).judgeMonths(), rounds.today());
    }

    /** Nothing for who may see nothing, as for an unknown round. Refusals: page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<ConflictView> page(UUID roundId, @Nullable UUID memberId, PageRequest request, Caller caller) {
        var span = rounds.find(roundId).map(this::span).orElseGet(() -> new Span(roundId, 0, rounds.today()));
        return queries.page(span, memberId, request, caller);
    }

    private static Refused notFound() {
        return new Refused(KernelProblem.NOT_FOUND);
    }
}
