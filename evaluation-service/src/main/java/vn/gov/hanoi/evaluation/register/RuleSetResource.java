package vn.gov.hanoi.evaluation.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetSummary;
import vn.gov.hanoi.evaluation.register.RuleSetApi.RuleSetView;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Versions of rule sets. */
@Path("/rule-sets")
@Tag(name = "Rule Sets", description = "The rules of evaluation as dated documents")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class RuleSetResource {
    static final String YAML = "application/yaml";

    private final DraftRuleSet draft;
    private final RuleSetQueries queries;
    private final RuleSetAccess access;
    private final Writes writes;
    private final CurrentCaller caller;

    RuleSetResource(
            DraftRuleSet draft, RuleSetQueries queries, RuleSetAccess access, Writes writes, CurrentCaller caller) {
        this.draft = draft;
        this.queries = queries;
        this.access = access;
        this.writes = writes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"rules-reader", "rules-editor", "rules-approver"})
    @Operation(
            operationId = "listRuleSets",
            summary = "List rule sets",
            description =
                    "All versions; by code, the latest version first. asOf, knownAt and sort do not go with this list.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách bộ quy tắc đánh giá"),
                @Extension(name = "x-permission", value = "rules-reader, rules-editor, rules-approver"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<RuleSetSummary> list(@BeanParam RuleSetFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"rules-reader", "rules-editor", "rules-approver"})
    @Operation(
            operationId = "getRuleSet",
            summary = "Read a version of a rule set",
            description = "Its head, legal bases, open points and what can be done with it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem bộ quy tắc"),
                @Extension(name = "x-permission", value = "rules-reader, rules-editor, rules-approver"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since")
    public Response get(
            @Parameter(description = "Id of the version") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the record that the caller has") @HeaderParam("If-None-Match") @Nullable
                    String ifNoneMatch) {
        var view = queries.get(id, caller.get());
        return Fresh.answer(view, MediaType.APPLICATION_JSON, view.etag(), ifNoneMatch);
    }

    @POST
    @Consumes(YAML)
    @RolesAllowed("rules-editor")
    @Operation(
            operationId = "createRuleSet",
            summary = "Draft a version of a rule set",
            description = "The document says its code and version. Faults are told with RFC 6901 pointers into it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập dự thảo bộ quy tắc"),
                @Extension(name = "x-permission", value = "rules-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @RequestBody(
            required = true,
            description = "The document, YAML without anchors, aliases and tags, at most 256 KiB of UTF-8",
            content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING, maxLength = 262144)))
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = RuleSetView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be kept",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(byte @Nullable [] body) {
        var who = caller.get();
        return writes.once(content(body), () -> access.requireWriting(who), () -> draft.create(body, who));
    }

    @PUT
    @Path("/{id}")
    @Consumes(YAML)
    @RolesAllowed("rules-editor")
    @Operation(
            operationId = "replaceRuleSet",
            summary = "Give a draft another document",
            description = "Code and version stay. What is published never changes: draft its next version.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thay nội dung dự thảo bộ quy tắc"),
                @Extension(name = "x-permission", value = "rules-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @RequestBody(
            required = true,
            description = "The document, as for a new draft",
            content = @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING, maxLength = 262144)))
    @APIResponse(
            responseCode = "200",
            description = "Changed; with validateOnly: it would be changed",
            content = @Content(schema = @Schema(anyOf = {RuleSetView.class, DryRun.class})))
    public Response replace(
            @Parameter(description = "Id of the version") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the record that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            byte @Nullable [] body) {
        var who = caller.get();
        return writes.once(
                content(body), () -> access.requireWriting(who), () -> draft.replace(id, ifMatch, body, who));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("rules-editor")
    @Operation(
            operationId = "deleteRuleSet",
            summary = "Drop a draft",
            description = "Its code and version are free again. What is published is never deleted.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xóa dự thảo bộ quy tắc"),
                @Extension(name = "x-permission", value = "rules-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(responseCode = "204", description = "Dropped")
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be dropped",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response delete(
            @Parameter(description = "Id of the version") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the record that is dropped") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(
                Map.of("delete", id), () -> access.requireWriting(who), () -> draft.discard(id, ifMatch, who));
    }

    private static Object content(byte @Nullable [] body) {
        return body == null ? "" : Base64.getEncoder().encodeToString(body);
    }
}
