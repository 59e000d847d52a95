package vn.gov.hanoi.evaluation.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** How a version of a rule set goes on. */
@Path("/rule-sets/{id}/actions")
@Tag(name = "Rule Sets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class RuleSetActionResource {
    private final PublishRuleSet publishRuleSet;
    private final MakeRuleSetOfficial makeRuleSetOfficial;
    private final RuleSetAccess access;
    private final Writes writes;
    private final CurrentCaller caller;

    RuleSetActionResource(
            PublishRuleSet publishRuleSet,
            MakeRuleSetOfficial makeRuleSetOfficial,
            RuleSetAccess access,
            Writes writes,
            CurrentCaller caller) {
        this.publishRuleSet = publishRuleSet;
        this.makeRuleSetOfficial = makeRuleSetOfficial;
        this.access = access;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Path("/publish")
    @RolesAllowed("rules-approver")
    @Operation(
            operationId = "publishRuleSet",
            summary = "Publish a draft on trial",
            description =
                    "By another person than those who wrote it. Periods are rated by it from now on, and it never changes.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Công bố bộ quy tắc để thí điểm"),
                @Extension(name = "x-permission", value = "rules-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Published; with validateOnly: it would be published",
            content = @Content(schema = @Schema(anyOf = {RuleSetView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the version") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the record that is published") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(
                Map.of("publish", id),
                () -> access.requireWriting(who),
                () -> publishRuleSet.publish(id, ifMatch, who));
    }

    @POST
    @Path("/make-official")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("rules-approver")
    @Operation(
            operationId = "makeRuleSetOfficial",
            summary = "Make a published rule set official",
            description =
                    "On the legal check of the whole rule set, by another person than those who wrote it. Ratings may rest on it from now on.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Đưa bộ quy tắc vào áp dụng chính thức"),
                @Extension(name = "x-permission", value = "rules-approver"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Official; with validateOnly: it would be official",
            content = @Content(schema = @Schema(anyOf = {RuleSetView.class, DryRun.class})))
    public Response makeOfficial(
            @Parameter(description = "Id of the version") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the record that is made official") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull MakeOfficialRequest request) {
        var who = caller.get();
        return writes.once(
                request,
                () -> access.requireWriting(who),
                () -> makeRuleSetOfficial.makeOfficial(id, ifMatch, request, who));
    }
}
